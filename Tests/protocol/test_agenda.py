"""The scripted evening against a real server."""

import pytest
from gathering import partners
from server import ROOT

WELCOME = {"kind": "welcome", "title": "Hello", "text": "Come in", "lengthSeconds": 5}
ROUNDS = {"kind": "rounds", "rounds": 2, "people": 2, "lengthSeconds": 10, "prompts": ["A joy", "A worry"]}
FAREWELL = {"kind": "farewell", "text": "Thank you"}


def phase(name, **fields):
    return lambda m: m["phase"]["name"] == name and fields.items() <= m["phase"].items()


def at(state, step):
    return lambda m: (m["state"], m["step"]) == (state, step)


def test_an_evening_runs_by_itself(gathering):
    host = gathering.host()
    people = gathering.people("Ana", "Luis", "Zoe", "Teo")
    host.request("agenda.set", agenda={"title": "An evening", "steps": [WELCOME, ROUNDS, FAREWELL]})
    told = people[0].expect("agenda", where=at("ready", 0))
    assert [step["kind"] for step in told["steps"]] == ["welcome", "rounds", "farewell"]
    host.request("agenda.start")
    running = people[0].expect("agenda", where=at("running", 1))
    begins = running["steps"][0]["startsAt"]
    assert [step["startsAt"] for step in running["steps"]] == [begins, begins + 5_000, begins + 25_000]
    first = people[0].expect("phase", timeout=10, where=phase("round", round=1))["phase"]
    assert first["startsAt"] == begins + 5_000
    assert first["endsAt"] == begins + 15_000
    one = people[0].assignment(1)
    assert one["prompt"] == "A joy"
    people[0].expect("phase", timeout=15, where=phase("round", round=2, startsAt=begins + 15_000))
    two = people[0].assignment(2)
    assert two["prompt"] == "A worry"
    assert partners(one) != partners(two)
    people[0].expect("agenda", timeout=15, where=at("waiting", 3))
    assert gathering.request("status")["gathering"]["title"] == "An evening"


def test_who_comes_later_is_told_where_the_evening_is(gathering):
    gathering.people("Ana", "Luis")
    gathering.request("agenda.set", agenda={"steps": [WELCOME | {"lengthSeconds": 600}, ROUNDS]})
    gathering.request("agenda.start")
    late = gathering.person("Zoe")
    told = late.expect("agenda")
    assert (told["state"], told["step"], told["steps"][0]["text"]) == ("running", 1, "Come in")


def test_a_break_has_an_end_that_can_be_moved_and_paused(gathering):
    ana, _ = gathering.people("Ana", "Luis")
    pause = {"kind": "break", "lengthSeconds": 600}
    gathering.request("agenda.set", agenda={"steps": [pause, ROUNDS]})
    begun = gathering.request("agenda.start")["phase"]
    assert begun["name"] == "break" and begun["startsAt"] == begun["endsAt"]
    moved = gathering.request("round.extend", seconds=-60)["phase"]
    assert moved["endsAt"] == begun["endsAt"] - 60_000 == moved["startsAt"]
    assert gathering.request("round.pause")["phase"]["paused"]
    resumed = gathering.request("round.resume")["phase"]
    assert resumed["endsAt"] >= moved["endsAt"]
    assert gathering.press("agenda.next")["phase"]["name"] in ("break", "round")
    ana.expect("phase", where=phase("round", round=1))


def test_two_hosts_who_go_on_at_once_get_one_step(gathering):
    gathering.people("Ana", "Luis")
    hosts = [gathering.host("One"), gathering.host("Two")]
    steps = [{"kind": "welcome"}, {"kind": "break"}, FAREWELL]
    hosts[0].request("agenda.set", agenda={"steps": steps})
    hosts[0].request("agenda.start")
    assert hosts[1].ask("agenda.next")["code"] == "conflict"
    assert gathering.request("status")["agenda"]["step"] == 1


def test_stopped_it_leaves_the_evening_to_the_hosts(gathering):
    gathering.people("Ana", "Luis")
    gathering.organizer.fails("agenda.stop", "conflict", gathering=gathering.id)
    gathering.request("agenda.set", agenda={"steps": [WELCOME, ROUNDS]})
    gathering.request("agenda.start")
    gathering.request("agenda.stop")
    status = gathering.request("status")
    assert (status["agenda"]["state"], status["phase"]["startsAt"]) == ("ready", None)


@pytest.mark.parametrize(
    "agenda, named",
    [
        ({}, "agenda.steps"), ({"steps": []}, "step"), ({"steps": [{}]}, "agenda.steps[0].kind"),
        ({"steps": [{"kind": "dance"}]}, "agenda.steps[0].kind"),
        ({"steps": [WELCOME | {"people": 3}]}, "agenda.steps[0].people"),
        ({"steps": [WELCOME, ROUNDS | {"people": 7}]}, "agenda.steps[1].people"),
        ({"steps": [ROUNDS | {"pairing": {"min": 4, "max": 3}}]}, "agenda.steps[0].pairing.min"),
        ({"steps": [ROUNDS | {"pairing": {"mix": "all"}}]}, "agenda.steps[0].pairing.mix"),
    ],
)
def test_an_agenda_that_is_wrong_is_refused_with_its_place(gathering, agenda, named):
    error = gathering.organizer.ask("agenda.set", gathering=gathering.id, agenda=agenda)
    assert error["code"] == "malformed"
    assert named in error["message"]


def test_the_command_line_runs_an_agenda(gathering):
    gathering.people("Ana", "Luis")
    server = gathering.server
    example = ROOT / "config/agendas/coffee.toml"
    assert "Coffee in twos" in server.command("agenda", "check", example).out
    assert server.command("agenda", "set", gathering.id, example).status == 0
    assert server.command("agenda", "start", gathering.id).status == 0
    assert "▸" in server.command("agenda", "show", gathering.id).out
    assert server.command("agenda", "next", gathering.id).status in (0, 1)
    assert server.command("agenda", "stop", gathering.id).status == 0


def test_the_command_line_says_where_an_agenda_is_wrong(server, tmp_path):
    path = tmp_path / "evening.toml"
    path.write_text('[[step]]\nkind = "rounds"\npeople = 12\n')
    done = server.command("agenda", "check", path)
    assert done.status == 1
    assert f"{path}:3:1: step 1: people must be a whole number from 2 to 6." in done.err


def test_a_gathering_is_created_with_its_agenda(server):
    made = server.command(
        "gathering", "create", "--agenda", ROOT / "config/agendas/circle.toml", "--json", "--open"
    ).json
    shown = server.command("agenda", "show", made["id"]).out
    assert "circle" in shown
    assert "Círculo de los martes" in server.command("status", made["id"]).out
