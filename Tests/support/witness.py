"""A client that remembers what the server told it, through any number of connections and deaths of the server."""

import itertools
from contextlib import suppress

from client import Client, fits
from websockets.exceptions import ConnectionClosed

numbers = itertools.count(1)


class Memory:
    """What one person or host was told, and what they asked for without having been answered yet."""

    def __init__(self):
        self.welcome = None
        self.rooms = {}  # round → the room last told, None for none
        self.phase = None
        self.asked = {}  # id → (type, fields), in the order in which they were sent
        self.granted = []  # what was answered ok

    def note(self, message):
        if message["type"] == "welcome":
            self.welcome = message
        if message["type"] == "assignment":
            self.rooms[message["round"]] = message["room"] and message["room"]["id"]
        if message["type"] in ("welcome", "phase", "ok") and message.get("phase"):
            self.phase = message["phase"]
        if message.get("re") in self.asked:
            asked = self.asked.pop(message["re"])
            if message["type"] == "ok":
                self.granted.append((*asked, message))

    def unanswered(self, *types):
        return [fields for type, fields in self.asked.values() if type in types]

    def was_granted(self, type, **fields):
        return any(fits({"type": kind, **sent}, type, fields) for kind, sent, _ in self.granted)

    def begin_anew(self):
        """What was asked before counts no more."""
        self.asked.clear()
        self.granted.clear()


class Witness(Client):
    def __init__(self, url, memory):
        self.memory = memory
        super().__init__(url)

    def receive(self, timeout):
        message = super().receive(timeout)
        self.memory.note(message)
        return message

    def throw(self, type, **fields):
        """Asks without waiting for the answer; the server may be dead already."""
        id = f"w{next(numbers)}"
        self.memory.asked[id] = (type, fields)
        with suppress(ConnectionClosed, OSError):
            self.send(type, id=id, **fields)

    def bury(self):
        """Hears what the dead server still said, and gives up the connection."""
        self.closed()
        self.close()
