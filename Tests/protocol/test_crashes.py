"""SIGKILL at a hundred random instants of a real evening: whatever was acknowledged is there afterwards."""

import random
import threading
import time

from client import Client, Refused
from tokens import token
from websockets.exceptions import ConnectionClosed

KILLS = 100
BACK_SECONDS = 2  # from the open port to everybody in their rooms again
NAMES = ("Ana", "Luis", "Zoe", "Teo", "Pau", "Iris")
DEAD = (ConnectionClosed, OSError, EOFError, TimeoutError)


class Evening:
    """What the people and the organizer of a gathering were told for certain."""

    def __init__(self, server, chance):
        self.server, self.chance = server, chance
        self.organizer = self.people = None
        self.resume = {}
        self.guests, self.passing, self.wished = set(), {}, set()
        self.rooms = {}  # name → (round, room), as last told
        self.round = 0
        self.count = 0
        self.deeds = 0

    def connect(self):
        self.organizer = Client(self.server.socket_url).join(token=token(self.server.secret, "*", "organizer"))

    def arrive(self):
        self.people = {}
        for name in NAMES:
            client = Client(self.server.socket_url)
            fields = {"resume": self.resume[name]} if name in self.resume else {"name": name, "mode": "online"}
            client.join(gathering="cafe", **fields)
            self.resume[name] = client.welcome["resume"]
            self.people[name] = client

    def note(self):
        """Takes in what people have been told so far."""
        for name, client in self.people.items():
            for message in client.all("assignment"):
                if message["room"]:
                    self.rooms[name] = (message["round"], message["room"]["id"])
                else:
                    self.rooms.pop(name, None)
            for message in client.all("phase"):
                self.round = max(self.round, message["phase"]["round"])

    def ask(self, type, **fields):
        return self.organizer.request(type, gathering="cafe", **fields)

    def act(self):
        """One random request; what it changes counts once it is answered."""
        name = self.chance.choice(NAMES)
        kind = self.chance.randrange(6)
        try:
            if kind == 0:
                self.count += 1
                guest = f"Guest {self.count}"
                self.ask("guests.add", guests=[{"name": guest}])
                self.guests.add(guest)
            elif kind == 1:
                on = not self.passing.get(name, False)
                self.passing[name] = None  # either, until it is answered
                self.people[name].request("pass", on=on)
                self.passing[name] = on
            elif kind == 2:
                other = self.chance.choice([one for one in NAMES if one != name])
                self.people[name].request("wish", person=self.people[other].id, on=True)
                self.wished.add((name, other))
            elif kind == 3:
                self.ask("round.extend", seconds=self.chance.choice([5, 10]))
            elif kind == 4 and self.deeds % 9 == 0:
                self.ask("rotate")
            else:
                self.people[name].request("help", on=True)
        except Refused:
            pass
        self.deeds += 1

    def check(self):
        status = self.ask("status")
        assert status["phase"]["round"] >= self.round, "a round that people were in is gone"
        roster = {person["name"]: person for person in self.ask("roster")["people"]}
        assert self.guests <= roster.keys(), "an acknowledged guest is gone"
        for name, on in self.passing.items():
            assert on is None or roster[name]["passing"] == on, f"{name}'s passing is another"
        for name, client in self.people.items():
            client.fence()
            matches = {message["person"] for message in client.all("match")}
            for one, other in self.wished:
                if one == name and (other, one) in self.wished:
                    assert self.people[other].id in matches, f"{one} and {other} are a match no more"
            told, room = self.rooms.get(name, (0, None))
            assigned = {m["round"]: m["room"]["id"] for m in client.all("assignment") if m["room"]}
            if told == status["phase"]["round"] and self.passing.get(name) is False:
                assert assigned.get(told) == room, f"{name} is in another room"


def test_nothing_acknowledged_is_lost_in_a_hundred_kills(servers):
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    server = servers(rounds={"handover_seconds": 1, "seat_hold_seconds": 60})
    evening = Evening(server, chance)
    evening.connect()
    evening.ask("gathering.create", title="Café", locale="es", open=True)
    evening.arrive()
    evening.ask("round.start", people=2, lengthSeconds=3600, rounds=100)
    slowest = 0
    for kill in range(KILLS):
        timer = threading.Timer(chance.uniform(0, 0.15), server.process.kill)
        timer.start()
        try:
            while True:
                evening.act()
        except DEAD:
            timer.join()
        except AssertionError as error:
            # Whoever waited for an answer when the server died.
            assert server.process.poll() is not None or "no answer" in str(error), f"seed {seed}, kill {kill}"
        server.process.wait()
        evening.note()
        server.start()
        opened = time.monotonic()
        evening.connect()
        evening.arrive()
        slowest = max(slowest, time.monotonic() - opened)
        try:
            evening.check()
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, kill {kill}: {error}") from error
    print(f"{evening.deeds} requests, {len(evening.guests)} guests, back after {slowest:.2f} s at most")
    assert evening.deeds > KILLS
    assert slowest < BACK_SECONDS
