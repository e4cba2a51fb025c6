"""`tertulia rehearse`: a whole evening before anyone comes."""

import os
import subprocess

import pytest
from server import BINARY, ROOT, Outcome

AGENDAS = sorted((ROOT / "config/agendas").glob("*.toml"))
MISHAPS = ("--no-shows", "10%", "--late", "20%", "--drops", "5%", "--crash")


def rehearse(*arguments):
    done = subprocess.run(
        [BINARY, "rehearse", *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL, env=os.environ,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda path: path.stem)
def test_every_example_can_be_lived_through_whatever_goes_wrong(agenda):
    report = rehearse(agenda, "--people", 30, *MISHAPS, "--format", "json").json
    assert 20 <= report["came"] <= 30
    # Whoever lost the connection for good before the first round has met nobody.
    assert report["rounds"] and report["meanMet"] >= 2
    assert report["repeats"] <= 2
    assert all(step["beganSeconds"] is not None for step in report["steps"])


def test_the_same_seed_is_the_same_evening_and_another_is_not():
    runs = [rehearse(AGENDAS[0], "--people", 20, "--seed", seed, *MISHAPS).out for seed in (4, 4, 5)]
    assert runs[0] == runs[1] != runs[2]


def test_a_page_with_pictures_needs_nothing_beside_it(tmp_path):
    page = tmp_path / "evening.html"
    assert rehearse(AGENDAS[0], "--people", 20, "--html", page).status == 0
    text = page.read_text()
    assert text.count("<svg") == 3
    assert "http" not in text and "<script" not in text


def test_a_guest_list_is_rehearsed_with_its_rules(tmp_path):
    guests = tmp_path / "guests.csv"
    guests.write_text("name,mode\n" + "".join(f"G{n},{'venue' if n % 2 else 'online'}\n" for n in range(12)))
    report = rehearse(ROOT / "config/agendas/hybrid.toml", "--guests", guests, "--format", "json").json
    assert report["came"] == 12
    assert report["meetingsAcross"] > report["meetingsOnline"] + report["meetingsVenue"]


@pytest.mark.parametrize(
    "arguments, named",
    [
        (["nowhere.toml"], "nowhere.toml"), ([AGENDAS[0], "--people", "1"], "2"),
        ([AGENDAS[0], "--late", "150%"], "150%"), ([AGENDAS[0], "--people", "5", "--guests", "x.csv"], "--people"),
        ([AGENDAS[0], "--html", "/nowhere/page.html"], "/nowhere/page.html"),
    ],
)
def test_what_cannot_be_rehearsed_is_said(arguments, named):
    done = rehearse(*arguments)
    assert done.status != 0
    assert named in done.err


def test_the_hybrid_evening_seats_everybody_fairly_whoever_comes_late():
    """Twelve tables, five screens, 60 in the venue and 40 at home."""
    arguments = ["--people", 100, "--venue", "60%", "--no-shows", "10%", "--late", "10%", "--drops", "5%"]
    report = rehearse(ROOT / "config/agendas/hybrid.toml", *arguments, "--format", "json").json
    assert report["sitOuts"] == 0
    assert report["repeats"] == 0
    assert len(report["fairness"]["tablesUsed"]) == 12
    sides = report["fairness"]["sides"]
    assert sides["venue"]["people"] > 45 and sides["online"]["people"] > 28
    for side in sides.values():
        # Six rounds; whoever came late has less of everything.
        assert side["across"]["mean"] >= 1.5
        # A wish that two across have for each other comes before evenness.
        assert side["across"]["most"] <= 10
        assert side["within"]["least"] >= 1
    assert len(report["fairness"]["people"]) == report["came"]
