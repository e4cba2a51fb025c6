"""A gathering of its own for a test, and the people who come to it."""

import itertools
import time

from client import Client, Refused
from tokens import token

SAME_PRESS_SECONDS = 5
numbers = itertools.count(1)


class Gathering:
    """Created over the protocol by an organizer; everybody who came in through it leaves with it."""

    def __init__(self, server, *, open=True, title="A test", locale="en"):
        self.server = server
        self.id = f"g{next(numbers)}-{time.time_ns() % 1_000_000}"
        self.clients = []
        self.organizer = self.enter(token=token(server.secret, "*", "organizer"))
        self.created = self.organizer.request(
            "gathering.create", gathering=self.id, title=title, locale=locale, open=open
        )

    def enter(self, **join):
        """A new connection that joins with those fields."""
        client = self.connect()
        return client.join(**join)

    def connect(self, **options):
        client = Client(self.server.socket_url, **options)
        self.clients.append(client)
        return client

    def token(self, role="participant", **claims):
        return token(self.server.secret, self.id, role, **claims)

    def person(self, name, **fields):
        """Somebody with a token of their own, so that the same name is the same person again."""
        fields = {"mode": "online", "contact": f"{name.lower()}@example.org"} | fields
        return self.enter(token=self.token(sub=name.lower(), name=name), **fields)

    def people(self, *names):
        return [self.person(name) for name in names]

    def host(self, name="Hostess"):
        return self.enter(token=self.token("host", name=name), mode="online")

    def request(self, type, **fields):
        """What the organizer asks for this gathering."""
        return self.organizer.request(type, gathering=self.id, **fields)

    def start(self, people=2, seconds=600, **fields):
        return self.request("round.start", people=people, lengthSeconds=seconds, **fields)

    def rotate(self, **fields):
        return self.press("rotate", **fields)

    def press(self, type, **fields):
        """Asks for what goes on; if it comes so soon that two hosts may have meant the same, it is tried again."""
        deadline = time.monotonic() + SAME_PRESS_SECONDS
        while True:
            try:
                return self.request(type, **fields)
            except Refused as refused:
                if refused.error["code"] != "conflict" or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def end(self):
        for client in self.clients:
            client.close()


def partners(assignment):
    """Who else sits in the room of an assignment."""
    return {peer["id"] for peer in assignment["peers"]}
