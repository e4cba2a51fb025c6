"""The live hand of hosts and organizers."""

import time

import pytest
from gathering import SAME_PRESS_SECONDS, partners

REQUESTS = [
    ("round.start", {}), ("rotate", {}), ("round.extend", {"seconds": 60}), ("round.pause", {}), ("round.resume", {}),
    ("round.end", {}), ("announce", {"text": "Hello"}), ("person.move", {"person": "p1", "room": "r1-1"}),
    ("person.remove", {"person": "p1"}), ("person.pass", {"person": "p1"}),
    ("pair.keep", {"people": ["p1", "p2"], "rule": "apart"}),
    ("agenda.set", {"agenda": {"steps": [{"kind": "farewell"}]}}), ("agenda.start", {}), ("agenda.next", {}),
    ("agenda.stop", {}), ("roster", {}), ("gathering.close", {}),
]
MILLISECONDS = 1000


def in_phase(name, **fields):
    return lambda m: m["phase"]["name"] == name and fields.items() <= m["phase"].items()


def presences(message):
    return {person["id"]: person["presence"] for person in message["people"]}


@pytest.fixture
def four(gathering):
    return gathering.people("Ana", "Luis", "Zoe", "Teo")


@pytest.mark.parametrize("role", ["participant", "board"])
def test_nobody_but_hosts_and_organizers_runs_the_evening(gathering, role):
    ana = gathering.person("Ana")
    other = gathering.enter(token=gathering.token(role, name="Nosy"), mode="online")
    for type, fields in REQUESTS:
        other.fails(type, "forbidden", **fields)
    ana.fence()
    assert not ana.all("announcement") and not ana.all("assignment") and not ana.all("phase")


def test_an_organizer_of_one_gathering_rules_no_other(server, gather):
    mine, other = gather(server), gather(server)
    organizer = mine.enter(token=mine.token("organizer"))
    organizer.request("announce", gathering=mine.id, text="Hello")
    assert organizer.ask("announce", gathering=other.id, text="Hello")["code"] in ("forbidden", "not-found")


def test_creating_takes_an_organizer_of_all_gatherings(gathering):
    for role in ("host", "participant"):
        client = gathering.enter(token=gathering.token(role, name="Nosy"), mode="online")
        client.fails("gathering.create", "forbidden", title="Mine")
    gathering.organizer.fails("gathering.create", "conflict", gathering=gathering.id, title="Again")


def test_the_roster_lists_everybody(gathering, four):
    host = gathering.host()
    gathering.organizer.request(
        "guests.add", gathering=gathering.id, guests=[{"name": "Expected", "mode": "venue", "contact": "x@example.org"}]
    )
    gathering.start()
    rooms = {person.name: person.assignment(1)["room"]["id"] for person in four}
    people = {person["name"]: person for person in host.request("roster")["people"]}
    assert people.keys() == {"Ana", "Luis", "Zoe", "Teo", "Expected"}
    for person in four:
        entry = people[person.name]
        assert (entry["id"], entry["mode"], entry["presence"]) == (person.id, "online", "present")
        assert entry["room"] == rooms[person.name]
    assert (people["Expected"]["presence"], people["Expected"]["room"]) == ("expected", None)
    assert people["Expected"]["mode"] == "venue"


def test_hosts_are_told_what_changes(gathering):
    host = gathering.host()
    ana = gathering.person("Ana")
    change = host.expect("roster.change", where=lambda m: any(p["id"] == ana.id for p in m["people"]))
    [entry] = [person for person in change["people"] if person["id"] == ana.id]
    assert (entry["name"], entry["presence"], entry["room"]) == ("Ana", "present", None)
    ana.send("leave")
    host.expect("roster.change", where=lambda m: {ana.id: "left"}.items() <= presences(m).items())


def test_the_host_starts_rotates_and_ends(gathering, four):
    host = gathering.host()
    assert "phase" in host.request("round.start", people=2, lengthSeconds=600, prompt="Hello")
    host.expect("phase", where=in_phase("round", round=1))
    met = {person.id: partners(person.assignment(1)) for person in four}
    for round in (2, 3):
        gathering.rotate()
        host.expect("phase", where=in_phase("round", round=round))
        for person in four:
            assignment = person.assignment(round)
            assert assignment["prompt"] == "Hello"
            [partner] = partners(assignment)
            assert partner not in met[person.id], "nobody meets twice while that can be avoided"
            met[person.id].add(partner)
    everybody = {person.id for person in four}
    assert all(met[id] == everybody - {id} for id in everybody)
    host.request("round.end")
    for person in four:
        phase = person.expect("phase", where=in_phase("lobby", round=3))["phase"]
        assert (phase["startsAt"], phase["endsAt"]) == (None, None)


def test_two_hosts_who_press_at_once_get_one_rotation(gathering, four):
    hosts = [gathering.host("One"), gathering.host("Two")]
    gathering.start()
    gathering.rotate()
    for person in four:
        person.assignment(2)
    # Both may come too soon after the last rotation: then both press again.
    deadline = time.monotonic() + SAME_PRESS_SECONDS
    answers = []
    while not any(answer["type"] == "ok" for answer in answers) and time.monotonic() < deadline:
        time.sleep(0.1)
        for host in hosts:
            host.send("rotate", id="now")
        answers = [host.answer("now") for host in hosts]
    assert sorted(answer["type"] for answer in answers) == ["error", "ok"]
    assert [answer.get("code") for answer in answers if answer["type"] == "error"] == ["conflict"]
    for person in four:
        person.assignment(3)
        person.fence()
        assert not person.all("assignment", round=4)


def test_a_request_at_the_wrong_time_is_a_conflict(gathering, four):
    host = gathering.host()
    for type, fields in [
        ("rotate", {}), ("round.extend", {"seconds": 60}), ("round.pause", {}), ("round.resume", {}), ("round.end", {}),
    ]:
        host.fails(type, "conflict", **fields)
    gathering.start()
    host.fails("round.start", "conflict")
    host.fails("round.resume", "conflict")
    host.request("round.pause")
    host.fails("round.pause", "conflict")


@pytest.mark.parametrize(
    "fields",
    [
        {"people": 1}, {"people": 7}, {"people": 2.5}, {"people": "2"}, {"lengthSeconds": 9}, {"lengthSeconds": 10801},
        {"lengthSeconds": -5}, {"rounds": 0}, {"rounds": 101}, {"prompt": 7},
        {"inSeconds": -1}, {"inSeconds": 3601}, {"pairing": "best"},
    ],
    ids=str,
)
def test_settings_of_a_round_that_cannot_be_are_malformed(gathering, four, fields):
    gathering.organizer.fails("round.start", "malformed", gathering=gathering.id, **fields)
    four[0].fence()
    assert not four[0].all("assignment")


def test_a_prompt_has_an_end(gathering, four):
    gathering.organizer.fails("round.start", "too-large", gathering=gathering.id, prompt="x" * 501)


def test_extending_and_shortening_move_the_end_for_everybody(gathering, four):
    gathering.start(seconds=600)
    end = {person.id: person.assignment(1)["endsAt"] for person in four}
    [before] = set(end.values())
    for seconds, expected in ((120, before + 120_000), (-300, before - 180_000)):
        phase = gathering.request("round.extend", seconds=seconds)["phase"]
        assert phase["endsAt"] == expected
        for person in four:
            person.expect("phase", where=in_phase("round", endsAt=expected, round=1))
            assert person.assignment(1)["endsAt"] == expected


def test_a_pause_shifts_the_end_by_as_long_as_it_lasted(gathering, four):
    ana = four[0]
    gathering.start(seconds=600)
    end = ana.assignment(1)["endsAt"]
    gathering.request("round.pause")
    paused = ana.expect("phase", where=in_phase("round", paused=True))["phase"]
    assert abs(paused["pausedAt"] - ana.fence()["now"]) < 1000
    assert paused["endsAt"] == end
    gathering.organizer.fence()
    resumed = gathering.request("round.resume")["phase"]
    ana.expect("phase", where=in_phase("round", paused=False, endsAt=resumed["endsAt"]))
    lasted = resumed["endsAt"] - end
    assert 0 <= lasted <= ana.fence()["now"] - paused["pausedAt"]
    assert ana.assignment(1, where=lambda m: m["endsAt"] == resumed["endsAt"])


def test_an_announcement_reaches_everybody(gathering, four):
    host = gathering.host("Marisol")
    board = gathering.enter(token=gathering.token("board"))
    gathering.start()
    host.request("announce", text="Wine in ten minutes · vino en diez 🍷")
    for listener in [*four, board]:
        told = listener.expect("announcement")
        assert (told["text"], told["from"]) == ("Wine in ten minutes · vino en diez 🍷", "Marisol")


def test_a_host_moves_somebody_by_hand(gathering, four):
    four += gathering.people("Pau", "Mei")
    gathering.start(people=3)
    told = {person.id: person.assignment(1) for person in four}
    ana = four[0]
    elsewhere = next(a["room"]["id"] for a in told.values() if a["room"] != told[ana.id]["room"])
    there = {id for id, assignment in told.items() if assignment["room"]["id"] == elsewhere}
    gathering.request("person.move", person=ana.id, room=elsewhere)
    moved = ana.assignment(1)
    assert moved["room"]["id"] == elsewhere and partners(moved) >= there
    for person in four:
        if person.id in there:
            assert person.expect("peer", change="joined")["peer"]["id"] == ana.id
    gathering.organizer.fails("person.move", "not-found", gathering=gathering.id, person=ana.id, room="r9-9")
    gathering.organizer.fails("person.move", "not-found", gathering=gathering.id, person="p99999", room=elsewhere)


def test_a_host_opens_a_room_for_two(gathering, four):
    four += gathering.people("Pau", "Mei")
    gathering.start(people=3)
    told = {person.id: person.assignment(1) for person in four}
    ana = four[0]
    other = next(person for person in four if told[person.id]["room"] != told[ana.id]["room"])
    gathering.request("person.move", person=ana.id, **{"with": other.id})
    rooms = [person.assignment(1) for person in (ana, other)]
    assert [partners(room) for room in rooms] == [{other.id}, {ana.id}]
    assert rooms[0]["room"]["id"] == rooms[1]["room"]["id"] == "r1-3"
    gathering.organizer.fails("person.move", "conflict", gathering=gathering.id, person=ana.id, **{"with": other.id})


def test_a_host_takes_somebody_out_for_now_and_they_come_back_by_one_request(gathering, four):
    four += gathering.people("Pau", "Mei")
    host, ana = gathering.host(), four[0]
    gathering.start(people=3)
    told = {person.id: person.assignment(1) for person in four}
    assert ana.expect("pass") == {"type": "pass", "on": False}
    host.request("person.pass", person=ana.id)
    assert ana.expect("pass") == {"type": "pass", "on": True, "by": "host"}
    out = ana.assignment(1)
    assert out["room"] is None and out["reason"].startswith("A host has taken you out")
    for person in four:
        if person.id in partners(told[ana.id]):
            assert person.expect("peer", change="left")["peer"]["id"] == ana.id
    entry = host.expect("roster.change", where=lambda m: any(p["id"] == ana.id and p["passing"] for p in m["people"]))
    assert [p["room"] for p in entry["people"] if p["id"] == ana.id] == [None]
    gathering.rotate()
    assert ana.assignment(2)["room"] is None
    ana.request("pass", on=False)
    assert ana.expect("pass") == {"type": "pass", "on": False}
    assert ana.assignment(2, where=lambda m: m["room"] is not None)
    host.request("person.pass", person=ana.id)
    ana.expect("pass", on=True)
    host.request("person.pass", person=ana.id, on=False)
    ana.expect("pass", on=False)
    assert ana.assignment(2, where=lambda m: m["room"] is not None)
    host.fails("person.pass", "not-found", person="p99999")


def test_whoever_comes_back_is_told_that_they_sit_out(gathering):
    ana = gathering.person("Ana")
    gathering.host().request("person.pass", person=ana.id)
    secret = ana.welcome["resume"]
    ana.close()
    again = gathering.enter(gathering=gathering.id, resume=secret)
    assert again.id == ana.id
    assert again.expect("pass") == {"type": "pass", "on": True, "by": "host"}
    again.request("pass", on=False)
    again.expect("pass", on=False)


def test_a_removed_person_is_shown_out_and_stays_out(gathering, four):
    host = gathering.host()
    ana = four[0]
    gathering.start()
    for person in four:
        person.assignment(1)
    host.request("person.remove", person=ana.id)
    assert ana.closed() == 4502
    client = gathering.connect()
    client.send("join", token=gathering.token(sub="ana", name="Ana"), mode="online")
    # Either says: do not come back.
    assert client.closed() in (1008, 4502)
    assert not client.all("welcome")
    host.fails("person.remove", "not-found", person="p99999")


def test_closing_ends_it_for_everybody(gathering, four):
    host = gathering.host()
    gathering.start()
    host.request("gathering.close")
    for person in [*four, host]:
        person.expect("phase", where=in_phase("ended"))
        assert person.closed() == 4503
    client = gathering.connect()
    client.send("join", gathering=gathering.id, name="Late", mode="online")
    assert client.closed() == 4503


def test_rounds_follow_each_other_with_the_next_room_told_ahead(servers, gather):
    handover = 4
    gathering = gather(servers(rounds={"handover_seconds": handover}))
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo")
    ana = everybody[0]
    gathering.start(seconds=10, rounds=3)
    met = {person.id: partners(person.assignment(1)) for person in everybody}
    phase = ana.expect("phase", where=in_phase("round", round=1))["phase"]
    assert phase["rounds"] == 3
    for round in (2, 3):
        ends = phase["endsAt"]
        for person in everybody:
            coming = person.assignment(round, timeout=15)
            assert coming["startsAt"] == ends
            assert coming["endsAt"] == ends + 10 * MILLISECONDS
            assert partners(coming).isdisjoint(met[person.id])
            met[person.id] |= partners(coming)
            if person is ana:
                ahead = ends - ana.fence()["now"]
                assert (handover - 1) * MILLISECONDS < ahead <= handover * MILLISECONDS
                [partner] = partners(coming)
                ana.send("signal", to=partner, room=coming["room"]["id"], link=1, candidate=None, **{"from": ana.id})
        next(person for person in everybody if person.id == partner).expect("signal")
        phase = ana.expect("phase", timeout=15, where=in_phase("round", round=round))["phase"]
        late = ana.fence()["now"] - ends
        assert 0 <= late < 500, f"the round began {late} ms after its time"
    ana.expect("phase", timeout=15, where=in_phase("lobby", round=3))


def test_a_rotation_that_was_called_for_later_comes_then(gathering, four):
    gathering.start()
    first = {person.id: partners(person.assignment(1)) for person in four}
    gathering.rotate(inSeconds=3)
    for person in four:
        coming = person.assignment(2)
        assert 1500 < coming["startsAt"] - person.fence()["now"] <= 3000
        assert partners(coming) != first[person.id]
    four[0].expect("phase", where=in_phase("round", round=2))


def test_a_called_round_can_be_called_off(gathering, four):
    gathering.start(inSeconds=8)
    for person in four:
        person.assignment(1)
    gathering.request("round.end")
    for person in four:
        person.expect("phase", where=in_phase("lobby", startsAt=None))


def test_who_comes_and_goes_during_the_handover_is_seated_too(gathering, four):
    gathering.start(inSeconds=6, people=2)
    told = {person.id: person.assignment(1) for person in four}
    ana = four[0]
    ana.send("leave")
    ana.closed()
    late = gathering.person("Pau")
    four[1].expect("phase", timeout=8, where=in_phase("round", round=1))
    rooms = [room["people"] for room in gathering.request("status")["rooms"]]
    assert sorted(person for room in rooms for person in room) == sorted(told.keys() - {ana.id} | {late.id})
    assert all(len(room) >= 2 for room in rooms), "nobody sits alone"


def test_guests_are_added_all_or_none(gathering):
    ask = {"gathering": gathering.id}
    good = {"name": "Ana", "mode": "online", "company": "", "topics": ["a"], "headline": "", "role": "", "contact": ""}
    gathering.organizer.fails("guests.add", "malformed", **ask, guests=[good, {"name": "", "mode": "online"}])
    assert gathering.organizer.request("roster", **ask)["people"] == []
    [guest] = gathering.organizer.request("guests.add", **ask, guests=[good])["guests"]
    assert guest["name"] == "Ana"
    ana = gathering.enter(token=guest["link"].split("#t=")[1])
    assert (ana.id, ana.name) == (guest["id"], "Ana")
    assert ana.welcome["you"]["profile"]["topics"] == ["a"]


def test_a_call_for_help_stays_open_for_hosts_who_come_later_until_one_has_seen_to_it(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start(people=2)
    room = ana.assignment(1)["room"]["id"]
    early = gathering.host("Early")
    ana.request("help", on=True)
    assert early.expect("help")["on"] is True
    late = gathering.host("Late")
    assert late.expect("help", on=True)["room"] == room
    late.request("help.done", room=room)
    for client in (early, late, ana):
        assert client.expect("help", on=False)["room"] == room
    luis.fence()
    assert not luis.all("help"), "the others of the room never hear of it"
    late.fails("help.done", "conflict", room=room)
    ana.fails("help.done", "forbidden", room=room)


def test_what_a_host_has_seen_to_can_be_taken_back(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start(people=2)
    room = ana.assignment(1)["room"]["id"]
    host, other = gathering.host("One"), gathering.host("Two")
    ana.request("help", on=True)
    host.request("help.done", room=room, person=ana.id)
    host.request("help.done", room=room, on=False, person=ana.id)
    for client in (host, other, ana):
        told = [client.expect("help") for _ in range(3)]
        assert [(call["on"], call["room"], call["from"]) for call in told] == [
            (on, room, ana.id) for on in (True, False, True)
        ]
    assert gathering.host("Late").expect("help", on=True)["from"] == ana.id
    luis.fence()
    assert not luis.all("help"), "the others of the room never hear of it"
    host.fails("help.done", "conflict", room=room, on=False, person=ana.id)
    host.fails("help.done", "malformed", room=room, on=False)
    host.request("help.done", room=room)
    gathering.request("round.end")
    host.fails("help.done", "conflict", room=room, on=False, person=ana.id)
