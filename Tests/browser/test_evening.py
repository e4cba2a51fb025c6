"""Four people with cameras through three rounds."""

import pytest


class ByHostPage:
    """The host's page runs the rounds."""

    def __init__(self, evening):
        self.page = evening.host()

    def start(self):
        self.page.start(people=2, minutes=10)

    def rotate(self):
        self.page.confirm("rotate")

    def end(self):
        self.page.confirm("end")


class ByTerminal:
    """The command line runs the rounds."""

    def __init__(self, evening):
        self.evening = evening

    def run(self, *arguments):
        done = self.evening.server.command(*arguments)
        assert done.status == 0, done.err

    def start(self):
        self.run("round", "start", self.evening.gathering.id, "--people", "2", "--seconds", "600")

    def rotate(self):
        self.run("round", "rotate", self.evening.gathering.id)

    def end(self):
        self.run("round", "end", self.evening.gathering.id)


def everybody_is_paired(four, round):
    """Waits until each page is in the round, sees exactly one other, and decodes that one's video."""
    for guest in four:
        guest.in_round(round)
    by_room = {}
    for guest in four:
        by_room.setdefault(guest.room, []).append(guest)
    assert sorted(len(guests) for guests in by_room.values()) == [2, 2]
    for one, other in by_room.values():
        one.has_peers(other.id)
        other.has_peers(one.id)
    for one, other in by_room.values():
        one.sees(other.id)
        other.sees(one.id)
    return list(by_room.values())


@pytest.mark.parametrize("hand", [ByHostPage, ByTerminal], ids=["by the host's page", "by the terminal"])
def test_everybody_meets_the_three_others_and_sees_them(evening, four, note_rotation, hand, request):
    hand = hand(evening)
    met = {guest.id: set() for guest in four}
    for round in (1, 2, 3):
        if round == 1:
            hand.start()
        else:
            hand.rotate()
        pairs = everybody_is_paired(four, round)
        note_rotation(f"rotated {request.node.callspec.id}, cold", round, four)
        for one, other in pairs:
            met[one.id].add(other.id)
            met[other.id].add(one.id)
            text = f"¿Qué tal? {one.id} {round} 🦤"
            one.say(text)
            other.reads(text)
    ids = set(met)
    assert all(met[id] == ids - {id} for id in ids)
    hand.end()
    for guest in four:
        guest.wait_data(phase="lobby", room="")


def test_rounds_hand_over_to_rooms_that_are_connected_before(evening, four, note_rotation):
    evening.gathering.start(people=2, seconds=10, rounds=3)
    met = {}
    for one, other in everybody_is_paired(four, 1):
        met[one.id], met[other.id] = {other.id}, {one.id}
    note_rotation("first round, cold", 1, four)
    for round in (2, 3):
        for guest in four:
            guest.wait("() => document.documentElement.dataset.coming", timeout=15_000, what="coming room")
            # Nothing of the coming person is seen before the round starts.
            if guest.data("round") == str(round - 1):
                assert guest.peers() <= met[guest.id]
                assert guest.data("coming") != guest.room
        coming = {guest.id: guest.data("coming") for guest in four}
        for one, other in everybody_is_paired(four, round):
            for guest, peer in ((one, other), (other, one)):
                assert coming[guest.id] in (guest.room, ""), "the page sits in the room that it had prepared"
                assert peer.id not in met[guest.id]
                met[guest.id] = {peer.id} | met[guest.id]
        times = note_rotation("handed over", round, four)
        assert max(times) < 3000
    for guest in four:
        guest.wait_data(phase="lobby", room="", timeout=15_000)


def test_four_can_sit_together(evening):
    guests = evening.guests("Ana", "Luis", "Zoe", "Teo")
    evening.gathering.start(people=4)
    ids = {guest.id for guest in guests}
    for guest in guests:
        guest.in_round(1)
        guest.has_peers(*(ids - {guest.id}))
    for guest in guests:
        guest.sees_everybody()
