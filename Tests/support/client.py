"""A client of protocol v1, written from the protocol's page alone, for tests to speak with.

It keeps what arrives in order. `expect` takes the first message that fits, wherever in that order it stands, and waits
for it if need be. What must not arrive is looked for in `seen` after a `fence`: the server answers a connection in
order, so that whatever was sent to it before the answer is there.
"""

import itertools
import json
import time
from contextlib import ExitStack

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

PATIENCE = 5  # seconds; what the server does at once takes milliseconds
numbers = itertools.count(1)


def fits(message, type, fields):
    return message.get("type") == type and all(message.get(key) == value for key, value in fields.items())


class Refused(AssertionError):
    """The server answered a request with an error."""

    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.error = error


class Client:
    def __init__(self, url, **options):
        options = {"subprotocols": ["tertulia.v1"], "max_size": None, "max_queue": None} | options
        self.exits = ExitStack()
        self.socket = self.exits.enter_context(connect(url, open_timeout=PATIENCE, close_timeout=1, **options))
        self.seen = []
        self.raw = []
        self.raw_of_last = None
        self.welcome = None

    # What goes out

    def send(self, type, **fields):
        self.send_text(json.dumps({"type": type, **fields}, ensure_ascii=False))

    def send_text(self, text):
        self.socket.send(text)

    def request(self, type, *, timeout=PATIENCE, **fields):
        """Sends a request and returns its `ok`; an error is raised as `Refused`."""
        answer = self.ask(type, timeout=timeout, **fields)
        if answer["type"] == "error":
            raise Refused(answer)
        return answer

    def ask(self, type, *, timeout=PATIENCE, **fields):
        """Sends a request and returns its answer, be it `ok` or `error`."""
        id = fields.pop("id", None) or f"q{next(numbers)}"
        self.send(type, id=id, **fields)
        return self.answer(id, timeout)

    def answer(self, id, timeout=PATIENCE):
        return self.first(lambda m: m.get("re") == id and m["type"] in ("ok", "error"), timeout, f"answer to {id}")

    def fails(self, type, code, **fields):
        """Sends a request that must be answered by an error of that code and one sentence."""
        answer = self.ask(type, **fields)
        assert answer["type"] == "error" and answer["code"] == code, answer
        assert answer["message"].strip(), "an error says what is wrong"
        return answer

    # What comes in

    def receive(self, timeout):
        text = self.socket.recv(timeout)
        assert isinstance(text, str), "the server sends text frames only"
        message = json.loads(text)
        assert isinstance(message, dict) and isinstance(message.get("type"), str), message
        self.seen.append(message)
        self.raw.append(text)
        return message

    def first(self, test, timeout, what):
        """Takes the first message that passes the test out of what was seen or comes."""
        deadline = time.monotonic() + timeout
        position = 0
        while True:
            while position < len(self.seen):
                if test(self.seen[position]):
                    self.raw_of_last = self.raw.pop(position)
                    return self.seen.pop(position)
                position += 1
            try:
                self.receive(max(0, deadline - time.monotonic()))
            except TimeoutError:
                kinds = [message["type"] for message in self.seen]
                raise AssertionError(f"no {what} within {timeout} s; there are {kinds}") from None

    def expect(self, type, *, timeout=PATIENCE, where=lambda message: True, **fields):
        return self.first(
            lambda message: fits(message, type, fields) and where(message), timeout, f"{type} {fields or ''}"
        )

    def fence(self):
        """Returns once everything is here that the server had sent to this connection."""
        t0 = next(numbers) + 0.5
        self.send("time", t0=t0)
        return self.expect("time", t0=t0)

    def all(self, type, **fields):
        """Everything of that type that was seen and not taken, without waiting."""
        return [message for message in self.seen if fits(message, type, fields)]

    def forget(self):
        """Drops what was seen, so that only what comes from now on counts."""
        self.fence()
        self.seen.clear()
        self.raw.clear()

    def closed(self, timeout=PATIENCE):
        """Waits for the connection to end and returns its close code."""
        deadline = time.monotonic() + timeout
        try:
            while True:
                self.receive(max(0, deadline - time.monotonic()))
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd else 1006
        except TimeoutError:
            raise AssertionError(f"the connection was still open after {timeout} s") from None

    # A person's first steps

    def join(self, timeout=PATIENCE, **fields):
        self.send("join", **fields)
        self.welcome = self.first(lambda m: m["type"] in ("welcome", "error"), timeout, "welcome")
        if self.welcome["type"] == "error":
            raise Refused(self.welcome)
        return self

    @property
    def id(self):
        return self.welcome["you"]["id"]

    @property
    def name(self):
        return self.welcome["you"]["name"]

    def assignment(self, round=None, *, timeout=PATIENCE, where=lambda message: True):
        """The next assignment (to that round)."""
        return self.expect(
            "assignment", timeout=timeout, where=lambda m: (round is None or m["round"] == round) and where(m)
        )

    def cut(self):
        """Loses the connection as a dead network does: without a closing handshake."""
        self.socket.socket.shutdown(2)
        self.socket.socket.close()

    def close(self):
        self.exits.close()
