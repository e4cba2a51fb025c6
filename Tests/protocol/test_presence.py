"""People come late, go early, lose their connection and come back."""

import socket
import time

import pytest
from gathering import partners

HOLD_SECONDS = 3
LOOKED_AFTER_SECONDS = 5
MESSAGES_PER_SECOND = 50
SLOW_FRAMES = 130  # of 60 kB: more than the system's buffers and the server's queue hold together


@pytest.fixture(scope="module")
def impatient(servers):
    """A server that keeps a lost person's seat for a few seconds only."""
    return servers(rounds={"seat_hold_seconds": HOLD_SECONDS})


@pytest.fixture
def quick(impatient, gather):
    return gather(impatient)


def has_room(assignment):
    return assignment["room"] is not None and assignment["peers"]


def pairs_of(everybody, round=1):
    """Who sits with whom: the clients of each pair, and the rooms."""
    told = {person.id: person.assignment(round) for person in everybody}
    by_id = {person.id: person for person in everybody}
    rooms = {}
    for id, assignment in told.items():
        rooms.setdefault(assignment["room"]["id"], []).append(by_id[id])
    return rooms


def test_a_late_joiner_takes_a_free_seat(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe")
    gathering.start(people=4)
    told = [person.assignment(1) for person in everybody]
    late = gathering.person("Teo")
    assignment = late.assignment(1)
    assert assignment["room"] == told[0]["room"]
    assert partners(assignment) == {person.id for person in everybody}
    for person in everybody:
        joined = person.expect("peer", change="joined")
        assert joined["room"] == assignment["room"]["id"]
        assert joined["peer"]["id"] == late.id and joined["peer"]["name"] == "Teo"
        mine = next(peer for peer in assignment["peers"] if peer["id"] == person.id)
        assert joined["peer"]["initiator"] is not mine["initiator"]
        assert joined["peer"]["link"] == mine["link"]


def test_two_late_joiners_find_each_other(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    ana.assignment(1)
    luis.assignment(1)
    late = [gathering.person("Zoe"), gathering.person("Teo")]
    first = late[0].assignment(1)
    if has_room(first):
        # There was a third chair at the first table; then the second of them may have to wait.
        assert partners(first) == {ana.id, luis.id}
        late[1].assignment(1)
    else:
        assert partners(late[0].assignment(1, where=has_room)) == {late[1].id}
        assert partners(late[1].assignment(1, where=has_room)) == {late[0].id}


@pytest.mark.parametrize("how", ["leave", "close"])
def test_a_person_whose_partner_leaves_for_good_joins_another_room(quick, how):
    everybody = quick.people("Ana", "Luis", "Zoe", "Teo")
    quick.start()
    (room, (gone, alone)), (other, others) = pairs_of(everybody).items()
    if how == "leave":
        gone.send("leave")
    else:
        gone.cut()
        assert alone.expect("peer", change="lost")["peer"]["id"] == gone.id
    left = time.monotonic()
    hold = 0 if how == "leave" else HOLD_SECONDS
    assignment = alone.assignment(1, where=has_room, timeout=hold + LOOKED_AFTER_SECONDS)
    assert assignment["room"]["id"] == other
    assert partners(assignment) == {person.id for person in others}
    print(f"looked after within {time.monotonic() - left:.2f} s")
    for person in others:
        assert person.expect("peer", change="joined")["peer"]["id"] == alone.id


def test_who_is_left_with_nobody_else_there_waits_for_the_next(quick):
    ana, luis = quick.people("Ana", "Luis")
    quick.start()
    room = ana.assignment(1)["room"]
    luis.assignment(1)
    luis.send("leave")
    assert ana.expect("peer", change="left", room=room["id"])["peer"]["id"] == luis.id
    waiting = ana.assignment(1)
    assert (waiting["room"], waiting["peers"]) == (None, []) and waiting["reason"]
    late = quick.person("Zoe")
    assert partners(late.assignment(1, where=has_room)) == {ana.id}
    assert partners(ana.assignment(1, where=has_room)) == {late.id}


def test_whoever_left_may_come_back_as_the_same_person(quick):
    ana = quick.person("Ana")
    ana.send("leave")
    ana.closed()
    assert quick.person("Ana").id == ana.id


def test_leaving_is_answered_before_the_connection_ends(quick):
    ana = quick.person("Ana")
    ana.request("leave")
    assert ana.closed() == 1000


def test_a_lost_connection_keeps_its_seat(quick):
    ana, luis = quick.people("Ana", "Luis")
    quick.start()
    before = ana.assignment(1)
    luis.assignment(1)
    ana.cut()
    lost = luis.expect("peer", change="lost")
    assert lost["peer"]["id"] == ana.id
    assert lost["room"] == before["room"]["id"]
    assert lost["holdSeconds"] == HOLD_SECONDS
    back = quick.enter(token=quick.token(sub="ana", name="Ana"), resume=ana.welcome["resume"])
    again = back.assignment(1)
    assert again["room"] == before["room"]
    returned = luis.expect("peer", change="back")
    assert returned["peer"]["id"] == ana.id
    # A page that was lost starts from a new connection, and both sides know its number.
    [peer] = again["peers"]
    assert peer["link"] == returned["peer"]["link"] == 2
    assert peer["initiator"] is not returned["peer"]["initiator"]


def test_a_cut_network_keeps_its_links_too(quick):
    ana, luis = quick.people("Ana", "Luis")
    quick.start()
    ana.assignment(1)
    luis.assignment(1)
    ana.cut()
    luis.expect("peer", change="lost")
    back = quick.enter(
        token=quick.token(sub="ana", name="Ana"), resume=ana.welcome["resume"], links={luis.id: 1}
    )
    assert back.assignment(1)["peers"][0]["link"] == 1
    assert luis.expect("peer", change="back")["peer"]["link"] == 1


def test_a_seat_that_was_kept_long_enough_is_given_up(quick):
    ana, luis = quick.people("Ana", "Luis")
    host = quick.host()
    quick.start()
    ana.assignment(1)
    luis.assignment(1)
    ana.cut()
    luis.expect("peer", change="lost")
    gone = time.monotonic()
    luis.expect("peer", change="left", timeout=HOLD_SECONDS + 2)
    assert time.monotonic() - gone > HOLD_SECONDS - 0.5
    host.expect(
        "roster.change", where=lambda m: any((p["id"], p["presence"]) == (ana.id, "away") for p in m["people"])
    )
    back = quick.enter(token=quick.token(sub="ana", name="Ana"), resume=ana.welcome["resume"])
    assert back.id == ana.id
    assert partners(back.assignment(1, where=has_room)) == {luis.id}


def test_a_link_that_did_not_connect_is_started_anew_by_both(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    room = ana.assignment(1)["room"]["id"]
    luis.assignment(1)
    ana.request("relink", room=room, person=luis.id, link=1)
    told = [ana.expect("peer", change="relinked"), luis.expect("peer", change="relinked")]
    assert [message["peer"]["link"] for message in told] == [2, 2]
    assert [message["peer"]["id"] for message in told] == [luis.id, ana.id]
    # Luis complains about the number that is past already: he alone is told the current one.
    ana.forget()
    luis.request("relink", room=room, person=ana.id, link=1)
    assert luis.expect("peer", change="relinked")["peer"]["link"] == 2
    ana.fence()
    assert not ana.all("peer")


def test_who_reads_too_slowly_is_told_to_come_back(gathering):
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", gathering.server.port))
    slow = gathering.connect(max_queue=1, sock=narrow)
    slow.join(token=gathering.token(sub="slow"), name="Slow", mode="online")
    ana = gathering.person("Ana")
    gathering.start()
    room = ana.assignment(1)["room"]["id"]
    slow.assignment(1)
    for _ in range(SLOW_FRAMES):
        ana.send("signal", room=room, to=slow.id, link=1, candidate=None, pad="x" * 60000, **{"from": ana.id})
        # Paced to stay below the limit of messages a second.
        time.sleep(1.2 / MESSAGES_PER_SECOND)
    assert slow.closed(15) == 4000
    assert gathering.enter(token=gathering.token(sub="slow"), resume=slow.welcome["resume"]).id == slow.id


def test_the_lobby_shows_who_is_here(gathering):
    ana = gathering.person("Ana")
    gathering.person("Luis", profile={"headline": "Keeps books", "topics": [], "company": ""})
    lobby = ana.expect("lobby", where=lambda m: m["present"] == 2)
    assert sorted(person["name"] for person in lobby["people"]) == ["Ana", "Luis"]
    assert "luis@example.org" not in ana.raw_of_last
