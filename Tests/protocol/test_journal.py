"""What is remembered of an evening, what comes out of it, and what is forgotten."""

import json

import pytest


@pytest.fixture(scope="module")
def house(servers):
    return servers(rounds={"handover_seconds": 1})


def test_an_evening_is_exported_and_holds_before_somebody_who_does_not_trust_it(house, gather, tmp_path):
    gathering = gather(house)
    people = gathering.people(*[f"Guest{n}" for n in range(7)])
    gathering.request("pair.keep", people=[people[0].id, people[1].id], rule="apart")
    people[2].request("wish", person=people[3].id, on=True)
    people[3].request("wish", person=people[2].id, on=True)
    gathering.start(pairing={"avoidSame": "company"})
    for number in (1, 2, 3):
        for person in people:
            person.assignment(number)
        if number < 3:
            gathering.rotate()
    gathering.request("pair.keep", people=[people[0].id, people[1].id], rule=None)
    gathering.request("gathering.close")
    done = house.command("gathering", "export", gathering.id, "--data", house.data)
    exported = done.json
    assert [round["round"] for round in exported["rounds"]] == [1, 2, 3]
    assert {person["id"] for person in exported["people"]} == {person.id for person in people}
    assert any({people[2].id, people[3].id} <= set(group) for group in exported["rounds"][0]["groups"])
    assert "example.org" not in done.out
    with_contacts = house.command("gathering", "export", gathering.id, "--data", house.data, "--contacts")
    assert "guest3@example.org" in with_contacts.out
    path = tmp_path / "evening.json"
    path.write_text(done.out)
    verdict = house.command("plan", "verify", path)
    assert verdict.status == 0, verdict.out
    assert "No rule is broken." in verdict.out and "0 repeats" in verdict.out
    assert "1 of 1 wishes granted" in verdict.out
    # Somebody who tampers with it is found out.
    exported["rounds"][1]["groups"] = exported["rounds"][0]["groups"]
    exported["rounds"][1]["keep_apart"] = [exported["rounds"][0]["groups"][0][:2]]
    path.write_text(json.dumps(exported))
    assert house.command("plan", "verify", path).status == 1


def test_a_gathering_that_is_over_can_be_purged(house, gather):
    gathering = gather(house)
    gathering.people("Secretive", "Luis")
    organizer = gather(house).organizer
    assert organizer.ask("gathering.purge", gathering=gathering.id)["code"] == "conflict"
    gathering.request("gathering.close")
    organizer.request("gathering.purge", gathering=gathering.id)
    assert organizer.ask("status", gathering=gathering.id)["code"] == "not-found"
    assert house.command("gathering", "export", gathering.id, "--data", house.data).status == 1
    house.stop()
    assert not any(b"secretive@example.org" in path.read_bytes() for path in house.data.iterdir())
    house.start()


def test_an_export_of_what_is_not_there_says_so(house, tmp_path):
    nowhere = house.command("gathering", "export", "cafe", "--data", tmp_path)
    assert nowhere.status == 1 and "journal.sqlite" in nowhere.err
    nobody = house.command("gathering", "export", "nobody", "--data", house.data)
    assert nobody.status == 1 and "nobody" in nobody.err


def test_a_second_server_on_the_same_directory_is_refused(house):
    second = house.command("serve", "--port", 0, "--data", house.data)
    assert second.status == 1
    assert "Another Tertulia is running" in second.err


def test_everything_is_there_after_a_restart_and_the_agenda_goes_on(servers, gather):
    server = servers(rounds={"handover_seconds": 1})
    gathering = gather(server)
    ana, luis = gathering.people("Ana", "Luis")
    steps = [
        {"kind": "rounds", "rounds": 1, "people": 2, "lengthSeconds": 10},
        {"kind": "break", "lengthSeconds": 600}, {"kind": "rounds"},
    ]
    gathering.request("agenda.set", agenda={"steps": steps})
    gathering.request("agenda.start")
    room = ana.assignment(1)["room"]["id"]
    ends = ana.expect("phase", where=lambda m: m["phase"]["name"] == "round")["phase"]["endsAt"]
    server.kill()
    server.start()
    again = gathering.enter(gathering=gathering.id, resume=ana.welcome["resume"])
    other = gathering.enter(gathering=gathering.id, resume=luis.welcome["resume"])
    assert again.welcome["you"]["id"] == ana.id
    assert again.welcome["phase"]["endsAt"] == ends
    assert again.assignment(1)["room"]["id"] == room == other.assignment(1)["room"]["id"]
    pause = again.expect("phase", timeout=15, where=lambda m: m["phase"]["name"] == "break")["phase"]
    assert abs(pause["endsAt"] - ends - 600_000) < 2_000
