"""Who sits with whom, as hosts and people wish it."""

from gathering import partners


def rooms(gathering):
    return [set(room["people"]) for room in gathering.request("status")["rooms"]]


def test_colleagues_sit_apart_and_home_meets_venue(gathering):
    people = [
        gathering.person(f"P{n}", mode="online" if n % 2 else "venue", profile={"company": "Acme" if n < 4 else "Bolt"})
        for n in range(8)
    ]
    ids = {person.id: person for person in people}
    gathering.start(pairing={"avoidSame": "company", "hard": True, "mix": "modes"})
    for person in people:
        [other] = partners(person.assignment(1))
        one, two = people.index(person), people.index(ids[other])
        assert (one < 4) != (two < 4)
        assert one % 2 != two % 2


def test_a_mix_by_part_puts_a_mentor_in_every_room(gathering):
    guests = [{"name": f"G{n}", "role": "mentor" if n < 2 else "mentee", "subject": f"g{n}"} for n in range(6)]
    gathering.organizer.request("guests.add", gathering=gathering.id, guests=guests)
    people = [gathering.person(guest["name"]) for guest in guests]
    gathering.start(people=3, pairing={"mix": {"attribute": "role", "perGroup": {"mentor": [1, 1]}}})
    for person in people:
        person.assignment(1)
    mentors = {people[0].id, people[1].id}
    assert [len(room & mentors) for room in rooms(gathering)] == [1, 1]


def test_who_blocks_somebody_never_meets_them(gathering):
    ana, luis, *_ = gathering.people("Ana", "Luis", "Zoe", "Teo")
    ana.request("block", person=luis.id, on=True)
    gathering.start(seconds=60, rounds=1)
    for number in range(1, 5):
        assert luis.id not in partners(ana.assignment(number))
        if number < 4:
            gathering.rotate()
    for message in luis.all("assignment"):
        assert ana.id not in partners(message)


def test_a_block_holds_at_once(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    ana.assignment(1)
    ana.request("block", person=luis.id, on=True)
    alone = ana.expect("assignment", where=lambda m: m["room"] is None)
    assert alone["reason"]
    luis.expect("peer", where=lambda m: m["change"] == "left")


def test_kept_together_and_apart_hold_until_taken_back(gathering):
    ana, luis, zoe, teo = gathering.people("Ana", "Luis", "Zoe", "Teo")
    gathering.request("pair.keep", people=[ana.id, luis.id], rule="together")
    gathering.request("pair.keep", people=[luis.id, zoe.id], rule="together")
    error = gathering.organizer.ask("pair.keep", gathering=gathering.id, people=[ana.id, zoe.id], rule="apart")
    assert error["code"] == "conflict"
    assert "Ana" in error["message"] and "Zoe" in error["message"]
    gathering.request("pair.keep", people=[luis.id, zoe.id], rule=None)
    gathering.start()
    assert partners(ana.assignment(1)) == {luis.id}


def test_a_trio_is_told_why(gathering):
    people = gathering.people("Ana", "Luis", "Zoe")
    gathering.start(people=2)
    for person in people:
        assert "3" in person.assignment(1)["note"]


def test_rooms_keep_the_largest_size_that_was_asked_for(gathering):
    people = gathering.people("Ana", "Luis", "Zoe")
    gathering.start(people=2, pairing={"max": 2})
    told = [person.assignment(1) for person in people]
    assert sorted(len(assignment["peers"]) for assignment in told) == [0, 1, 1]
    [rests] = [assignment for assignment in told if not assignment["room"]]
    assert rests["reason"]


def test_turns_of_speech_are_told(gathering):
    people = gathering.people("Ana", "Luis", "Zoe")
    gathering.start(people=3, seconds=90, turnSeconds=30)
    told = [person.assignment(1) for person in people]
    orders = [assignment["turns"] for assignment in told]
    assert orders[0] == orders[1] == orders[2]
    assert sorted(orders[0]["order"]) == sorted(person.id for person in people)
    assert orders[0]["from"] == told[0]["startsAt"]


def test_the_command_line_keeps_two_people_apart(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    assert gathering.server.command("pair", gathering.id, ana.id, luis.id, "apart").status == 0
    assert gathering.server.command("pair", gathering.id, ana.id, luis.id, "sideways").status == 1
    gathering.start()
    assert not ana.assignment(1)["room"]
