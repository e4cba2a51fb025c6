"""What people in rooms are told, and what they may say to each other."""

import time

import pytest
from gathering import partners


@pytest.fixture
def pair(gathering):
    """Two people in a room, with what each was told."""
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    return ana, luis, ana.assignment(1), luis.assignment(1)


def peer_of(assignment):
    [peer] = assignment["peers"]
    return peer


def test_a_round_seats_everybody_in_pairs(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo")
    before = time.time() * 1000
    gathering.start(seconds=300, prompt="What keeps you awake?")
    told = {person.id: person.assignment(1) for person in everybody}
    for id, assignment in told.items():
        [partner] = partners(assignment)
        assert partners(told[partner]) == {id}
        assert told[partner]["room"] == assignment["room"]
        assert assignment["room"]["kind"] == "online" and assignment["room"]["table"] is None
        assert assignment["prompt"] == "What keeps you awake?"
        assert assignment["endsAt"] - assignment["startsAt"] == 300_000
        assert abs(assignment["startsAt"] - before) < 2000
        assert {peer_of(assignment)["initiator"], peer_of(told[partner])["initiator"]} == {True, False}
        assert peer_of(assignment)["link"] == peer_of(told[partner])["link"] == 1
    for person in everybody:
        phase = person.expect("phase", where=lambda m: m["phase"]["name"] == "round")["phase"]
        assert (phase["round"], phase["paused"]) == (1, False)


def test_peers_are_introduced_without_their_contact(gathering):
    ana = gathering.person("Ana")
    gathering.person("Luis", profile={"headline": "Keeps books", "topics": ["jazz"], "company": "Ibáñez"})
    gathering.start()
    peer = peer_of(ana.assignment(1))
    assert (peer["name"], peer["mode"]) == ("Luis", "online")
    assert peer["profile"] == {"headline": "Keeps books", "topics": ["jazz"], "company": "Ibáñez"}
    assert "luis@example.org" not in "".join(ana.raw) + ana.raw_of_last


def test_rooms_of_three_know_each_other_pairwise(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe")
    gathering.start(people=3)
    told = {person.id: person.assignment(1) for person in everybody}
    offers = set()
    for id, assignment in told.items():
        assert partners(assignment) == told.keys() - {id}
        offers |= {(id, peer["id"]) for peer in assignment["peers"] if peer["initiator"]}
    assert len(offers) == 3 and len({frozenset(offer) for offer in offers}) == 3


def test_nobody_sits_alone_when_the_number_is_odd(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo", "Pau")
    gathering.start(people=2)
    assert sorted(len(person.assignment(1)["peers"]) for person in everybody) == [1, 1, 2, 2, 2]


SIGNAL = '{ "type":"signal",  "link":1,"to":"%s","from":"%s","room":"%s",\t"extra":{"a":[1.50,-0,null]},%s}'
PAYLOADS = [
    '"description":{"type":"offer","sdp":"v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\n"}',
    '"candidate":null',
    '"candidate":{"candidate":"candidate:1 1 udp 1 127.0.0.1 9 typ host","sdpMid":"0","sdpMLineIndex":0}',
    '"candidate":null,"note":"\\u00f1 ñ 🦤 \\ud83e\\udda4 \\/ \\n"',
]


@pytest.mark.parametrize("payload", PAYLOADS, ids=["offer", "last candidate", "candidate", "unicode"])
def test_a_signal_is_handed_on_byte_for_byte(pair, payload):
    ana, luis, told, _ = pair
    text = SIGNAL % (luis.id, ana.id, told["room"]["id"], payload)
    ana.send_text(text)
    luis.expect("signal")
    assert luis.raw_of_last == text
    ana.fence()
    assert not ana.all("signal") and not ana.all("error")


def test_a_signal_of_sixty_kilobytes_arrives_whole(pair):
    ana, luis, told, _ = pair
    text = SIGNAL % (luis.id, ana.id, told["room"]["id"], '"description":{"sdp":"' + "ñ" * 30000 + '"}')
    ana.send_text(text)
    luis.expect("signal")
    assert luis.raw_of_last == text


def signal(sender, **fields):
    sender.send("signal", **{"link": 1, "candidate": None} | fields)
    return sender.expect("error")


def test_a_signal_goes_only_from_oneself_to_somebody_in_the_same_room(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo")
    gathering.start()
    told = {person.id: person.assignment(1) for person in everybody}
    ana = everybody[0]
    room = told[ana.id]["room"]["id"]
    [partner] = partners(told[ana.id])
    stranger = next(id for id in told if id not in (ana.id, partner))
    wrong = [
        {"from": partner, "to": ana.id, "room": room},
        {"from": stranger, "to": partner, "room": room},
        {"from": ana.id, "to": stranger, "room": room},
        {"from": ana.id, "to": stranger, "room": told[stranger]["room"]["id"]},
        {"from": ana.id, "to": partner, "room": told[stranger]["room"]["id"]},
        {"from": ana.id, "to": partner, "room": "r9-9"},
        {"from": ana.id, "to": ana.id, "room": room},
        {"from": ana.id, "to": "p99999", "room": room},
        {"from": ana.id, "to": "nobody", "room": "nowhere"},
    ]
    for fields in wrong:
        assert signal(ana, **fields)["code"] == "forbidden", fields
    for person in everybody:
        person.fence()
        assert not person.all("signal")


def test_before_anybody_is_seated_no_signal_passes(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    assert signal(ana, to=luis.id, room="r1-1", **{"from": ana.id})["code"] == "forbidden"
    luis.fence()
    assert not luis.all("signal")


def duplicate_keys(ana, luis, room):
    head = f'{{"type":"signal","from":"{ana}","to":"{luis}","room":"{room}","link":1,"candidate":null'
    yield head + f',"to":"{ana}"}}'
    yield head + f',"fr\\u006fm":"{luis}"}}'
    yield head + ',"type":"chat"}'


def test_a_relayed_frame_that_could_be_read_in_two_ways_is_refused(pair):
    ana, luis, told, _ = pair
    for text in duplicate_keys(ana.id, luis.id, told["room"]["id"]):
        ana.send_text(text)
        assert ana.expect("error")["code"] == "malformed", text
    luis.fence()
    assert not luis.all("signal")


def test_the_coming_room_may_be_connected_ahead_of_its_start(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start(inSeconds=8)
    told = ana.assignment(1)
    now = ana.fence()["now"]
    assert 5_000 < told["startsAt"] - now <= 8_000
    luis.assignment(1)
    ana.send("signal", to=luis.id, room=told["room"]["id"], link=1, candidate=None, **{"from": ana.id})
    luis.expect("signal")
    phase = ana.expect("phase", where=lambda m: m["phase"]["startsAt"])["phase"]
    assert (phase["name"], phase["startsAt"]) == ("lobby", told["startsAt"])


def test_a_chat_goes_to_the_others_of_the_room_only(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo", "Pau", "Mei")
    gathering.start(people=3)
    told = {person.id: person.assignment(1) for person in everybody}
    ana = everybody[0]
    room = told[ana.id]["room"]["id"]
    text = f'{{"type":"chat",  "text":"¿Qué tal? 🦤","room":"{room}","from":"{ana.id}"}}'
    ana.send_text(text)
    ana.fence()
    for person in everybody:
        person.fence()
        expected = 1 if person.id in partners(told[ana.id]) else 0
        assert len(person.all("chat")) == expected
    assert not ana.all("error")
    hearer = next(person for person in everybody if person.all("chat"))
    hearer.expect("chat")
    assert hearer.raw_of_last == text


def test_a_chat_elsewhere_is_forbidden(gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo")
    gathering.start()
    told = {person.id: person.assignment(1) for person in everybody}
    ana = everybody[0]
    elsewhere = next(a["room"]["id"] for a in told.values() if a["room"] != told[ana.id]["room"])
    own = told[ana.id]["room"]["id"]
    [partner] = partners(told[ana.id])
    for room, sender in ((elsewhere, ana.id), ("r7-1", ana.id), (own, partner)):
        ana.send("chat", text="Hello", room=room, **{"from": sender})
        assert ana.expect("error")["code"] == "forbidden"
    for person in everybody:
        person.fence()
        assert not person.all("chat")


def test_a_chat_may_have_two_thousand_characters_and_no_more(pair):
    ana, luis, told, _ = pair
    room = told["room"]["id"]
    for text in ("x" * 2000, "ñ" * 2000, "\U0001f9a4" * 2000):
        ana.send("chat", room=room, text=text, **{"from": ana.id})
        assert luis.expect("chat")["text"] == text
    ana.send("chat", room=room, text="x" * 2001, **{"from": ana.id})
    assert ana.expect("error")["code"] == "too-large"
    luis.fence()
    assert not luis.all("chat")


def test_another_coffee_is_told_only_once_both_wish_it(pair):
    ana, luis, _, _ = pair
    ana.request("wish", person=luis.id, on=True)
    luis.fence()
    assert not luis.all("match"), "nobody is told of a wish"
    luis.request("wish", person=ana.id, on=True)
    match = ana.expect("match")
    assert (match["person"], match["name"], match["contact"]) == (luis.id, "Luis", "luis@example.org")
    match = luis.expect("match")
    assert (match["person"], match["name"], match["contact"]) == (ana.id, "Ana", "ana@example.org")


def test_a_wish_that_was_taken_back_matches_nobody(pair):
    ana, luis, _, _ = pair
    ana.request("wish", person=luis.id, on=True)
    ana.request("wish", person=luis.id, on=False)
    luis.request("wish", person=ana.id, on=True)
    ana.fence()
    assert not ana.all("match") and not luis.all("match")


def test_a_wish_for_nobody_is_an_error(pair):
    ana = pair[0]
    ana.fails("wish", "not-found", person="p99999", on=True)
    assert ana.ask("wish", person=ana.id, on=True)["type"] == "error"


def test_a_room_that_wants_help_is_shown_to_the_hosts(gathering, pair):
    ana, luis, told, _ = pair
    host = gathering.host()
    ana.request("help", on=True)
    call = host.expect("help")
    assert (call["room"], call["on"], call["from"]) == (told["room"]["id"], True, ana.id)
    ana.request("help", on=False)
    assert host.expect("help")["on"] is False
    luis.fence()
    assert not luis.all("help")


def test_who_passes_sits_the_next_rounds_out_until_it_is_taken_back(gathering):
    ana, luis, zoe = gathering.people("Ana", "Luis", "Zoe")
    host = gathering.host()
    zoe.request("pass", on=True)
    host.expect("roster.change", where=lambda m: any(p["id"] == zoe.id and p["passing"] for p in m["people"]))
    gathering.start()
    assert partners(ana.assignment(1)) == {luis.id}
    out = zoe.assignment(1)
    assert (out["room"], out["peers"]) == (None, []) and out["reason"]
    zoe.request("pass", on=False)
    gathering.rotate()
    assert len(zoe.assignment(2)["peers"]) == 2
    for person in (ana, luis):
        assert not person.all("pass", on=True)
