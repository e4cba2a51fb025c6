"""What a page asks before anybody joins, and what it tells once somebody is in a room."""

import pytest
from client import Refused
from gathering import partners

AGENDA = {"question": "What made you smile this week?", "steps": [{"kind": "welcome"}, {"kind": "rounds"}]}


def test_the_door_shows_what_the_gathering_asks_and_when_it_begins(gathering):
    start = gathering.organizer.welcome["now"] + 3_600_000
    gathering.request("agenda.set", agenda=AGENDA | {"start": start})
    seen = gathering.connect().request("look", gathering=gathering.id)
    assert seen["gathering"]["title"] == "A test"
    assert seen["gathering"]["question"] == AGENDA["question"]
    assert (seen["startsAt"], seen["phase"]["name"], seen["you"]) == (start, "lobby", None)


def test_whoever_holds_a_personal_link_is_shown_what_the_list_knows(gathering):
    guest = {"name": "Ana", "sub": "ana", "headline": "Bread", "topics": ["rye"], "contact": "ana@example.org"}
    gathering.organizer.request("guests.add", gathering=gathering.id, guests=[guest])
    seen = gathering.connect().request("look", token=gathering.token(sub="ana"))
    assert seen["you"]["name"] == "Ana"
    assert (seen["you"]["profile"]["headline"], seen["you"]["profile"]["topics"]) == ("Bread", ["rye"])
    assert seen["you"]["contact"] == "ana@example.org"
    assert gathering.request("status")["present"] == 0, "looking is not joining"


def test_after_looking_one_may_join_on_the_same_connection(gathering):
    client = gathering.connect()
    client.request("look", gathering=gathering.id)
    client.join(gathering=gathering.id, name="Ana", mode="online")
    assert client.welcome["you"]["name"] == "Ana"


def test_a_gathering_that_is_over_says_so_to_whoever_looks(gathering):
    gathering.request("gathering.close")
    assert gathering.connect().request("look", gathering=gathering.id)["phase"]["name"] == "ended"


@pytest.mark.parametrize(
    ("entry", "code"),
    [({"gathering": "nowhere"}, "not-found"), ({"token": "a.b.c"}, "unauthorized"), ({}, "malformed")],
    ids=["unknown", "bad token", "nothing"],
)
def test_a_link_that_is_no_good_is_told_why(gathering, entry, code):
    with pytest.raises(Refused) as refused:
        gathering.connect().request("look", **entry)
    assert refused.value.error["code"] == code


def test_a_closed_gathering_shows_nothing_to_a_plain_link(gather, server):
    closed = gather(server, open=False)
    with pytest.raises(Refused) as refused:
        closed.connect().request("look", gathering=closed.id)
    assert refused.value.error["code"] == "unauthorized"


def test_the_answer_at_the_door_is_on_the_card(gathering):
    ana, luis = (gathering.person(name, profile={"answer": f"{name} laughed"}) for name in ("Ana", "Luis"))
    gathering.start()
    [peer] = luis.assignment(1)["peers"]
    assert (peer["id"], peer["profile"]["answer"]) == (ana.id, "Ana laughed")


def test_hosts_see_who_has_a_weak_connection(gathering):
    host = gathering.host()
    ana = gathering.person("Ana")
    ana.request("quality", level="weak")
    told = host.expect("roster.change", where=lambda m: any(p.get("quality") == "weak" for p in m["people"]))
    assert [p["id"] for p in told["people"] if p.get("quality") == "weak"] == [ana.id]
    with pytest.raises(Refused) as refused:
        ana.request("quality", level="splendid")
    assert refused.value.error["code"] == "malformed"


def test_a_host_visits_a_room_is_seen_there_and_goes_again(gathering):
    people = gathering.people("Ana", "Luis", "Zoe", "Teo")
    host = gathering.host("Marta")
    gathering.start()
    rooms = {person.id: person.assignment(1) for person in people}
    ana = people[0]
    room = rooms[ana.id]["room"]["id"]
    link = host.request("room.visit", room=room)["link"]
    visitor = gathering.enter(token=link.partition("#t=")[2], mode="online")
    shown = visitor.expect("assignment", where=lambda m: m["room"])
    assert shown["room"]["id"] == room
    assert partners(shown) == partners(rooms[ana.id]) | {ana.id}
    joined = ana.expect("peer", where=lambda m: m["change"] == "joined")
    assert (joined["peer"]["name"], joined["peer"]["profile"]["headline"]) == ("Marta", "Host, on a visit")

    other = next(seat["room"]["id"] for seat in rooms.values() if seat["room"]["id"] != room)
    assert "link" not in host.request("room.visit", room=other), "the visiting page is taken along"
    assert visitor.expect("assignment", where=lambda m: m["room"] and m["room"]["id"] == other)

    gathering.rotate()
    for person in people:
        assert visitor.id not in partners(person.assignment(2)), "no round seats a visitor"


def test_a_room_that_is_not_there_can_not_be_visited(gathering):
    with pytest.raises(Refused) as refused:
        gathering.host().request("room.visit", room="r1-1")
    assert refused.value.error["code"] == "not-found"
