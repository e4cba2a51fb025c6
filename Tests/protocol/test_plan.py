"""`tertulia plan` as a process: the stream that anybody can drive, and the check that trusts nobody."""

import json
import os
import random
import subprocess

import pytest
from server import BINARY


def plan(*arguments, lines=None):
    text = None if lines is None else "".join(json.dumps(line) + "\n" for line in lines)
    return subprocess.run(
        [BINARY, "plan", *map(str, arguments)], input=text, capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": ""},
    )


def evening(seed, people=40, rounds=8):
    """A stream with churn, wishes, blocks and rules, drawn from a seed."""
    draw = random.Random(seed)

    def person(number):
        return {
            "id": f"p{number}", "org": f"o{draw.randrange(6)}", "site": draw.choice(["room", "online"]),
            "topics": [f"t{draw.randrange(5)}"],
        }

    here = [f"p{n}" for n in range(people)]
    rules = {
        "avoid_same": {"attr": "org", "hard": False}, "topics": "shared",
        "mix": {"attr": "site", "per_group": {"room": [1, 3], "online": [1, 3]}}, "keep_apart": [["p0", "p1"]],
    }
    yield {
        "type": "init", "people": [person(n) for n in range(people)], "rules": rules,
        "settings": {"group_size": 4, "min": 3, "max": 5}, "rounds": None, "seed": seed, "deadline_ms": 20,
    }
    for number in range(1, rounds + 1):
        line = {"type": "round", "round": number}
        if number > 1:
            new = people + number
            leaving = draw.sample([one for one in here if one not in ("p0", "p1", "p2", "p3")], 2)
            here = [one for one in here if one not in leaving] + [f"p{new}"]
            line |= {"people": [person(new)], "join": [f"p{new}"], "leave": leaving}
            line |= {"wish": [["p2", "p3"]], "keep_apart": [draw.sample(here, 2)]}
        yield line


def test_the_same_lines_give_the_same_bytes_in_every_process():
    lines = list(evening(7))
    one, other = plan("--stream", lines=lines), plan("--stream", lines=lines)
    assert one.returncode == 0, one.stderr
    assert one.stdout == other.stdout
    assert len(one.stdout.splitlines()) == len(lines)


def test_the_same_file_gives_the_same_plan_in_every_process(tmp_path):
    path = tmp_path / "guests.csv"
    path.write_text("name,company\n" + "".join(f"Guest {n},C{n % 5}\n" for n in range(30)))
    plans = [plan(path, "--rounds", 6, "--size", 3, "--seed", 9, "--format", "json") for _ in range(2)]
    assert plans[0].stdout == plans[1].stdout
    assert json.loads(plans[0].stdout)["seed"] == 9


def test_a_line_that_cannot_be_read_is_answered_and_the_stream_goes_on():
    init = {"type": "init", "people": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "settings": {"group_size": 2}}
    done = plan("--stream", lines=[init, {"type": "dance"}, {"type": "round", "round": 1, "leave": ["nobody"]},
                                   {"type": "round", "round": 1, "leave": ["c"]}])
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0] == {"ok": True}
    assert "error" in answers[1] and "error" in answers[2] and "nobody" in answers[2]["error"]
    assert answers[3]["groups"] == [["a", "b"]]
    assert done.returncode == 2


@pytest.mark.parametrize(
    "rules, settings, named",
    [
        ({"keep_apart": [["a", "b"]], "keep_together": [["b", "a"]]}, {"group_size": 2}, ["a", "b", "together"]),
        ({"keep_together": [["a", "b"], ["b", "c"]]}, {"group_size": 2, "max": 2}, ["a", "b", "c", "2"]),
        ({}, {"group_size": 3, "min": 4, "max": 2}, ["4", "2"]),
        ({"mix": {"attr": "site", "per_group": {"room": [2, 3], "online": [2, 3]}}}, {"group_size": 3, "max": 3},
         ["site"]),
    ],
)
def test_rules_that_contradict_each_other_are_refused_by_name(rules, settings, named):
    people = [{"id": one} for one in "abcd"]
    done = plan("--stream", lines=[
        {"type": "init", "people": people, "rules": rules, "settings": settings}, {"type": "round", "round": 1},
    ])
    errors = [line for line in map(json.loads, done.stdout.splitlines()) if "error" in line]
    assert errors and all(word in errors[0]["error"] for word in named)
    assert done.returncode == 2


def test_a_plan_is_verified_by_somebody_who_does_not_trust_it(tmp_path):
    guests = tmp_path / "guests.csv"
    guests.write_text("name\n" + "".join(f"Guest {n}\n" for n in range(15)))
    made = json.loads(plan(guests, "--rounds", 7, "--size", 3, "--format", "json").stdout)
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(made))
    good = plan("verify", path)
    assert good.returncode == 0 and "No rule is broken." in good.stdout and "0 repeats" in good.stdout
    first, second = made["rounds"][0]["groups"][:2]
    first[0], second[0] = second[0], first[0]
    first.append(second[1])
    path.write_text(json.dumps(made))
    bad = plan("verify", path)
    assert bad.returncode == 1 and "two places" in bad.stdout
