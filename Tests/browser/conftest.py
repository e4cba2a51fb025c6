"""Browsers, pages, and the table of rotations at the end."""

import statistics

import pytest
from browser import chromium
from evening import Evening

NAMES = ("Ana", "Luis", "Zoe", "Teo")
rotations = pytest.StashKey()


def pytest_configure(config):
    config.stash[rotations] = []


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def quick_server(servers):
    """Hands over early and gives seats up soon, so that nobody waits for the tests."""
    return servers(rounds={"handover_seconds": 5, "seat_hold_seconds": 3})


@pytest.fixture
def evening(browser, quick_server):
    evening = Evening(browser, quick_server)
    yield evening
    assert evening.end() == {}, "no page may report an error"


@pytest.fixture
def four(evening):
    """Four people in the lobby, each with a page and a camera."""
    return evening.guests(*NAMES)


@pytest.fixture
def note_rotation(request):
    """Keeps the times from the end of one conversation to the first decoded frame of the next, for the table."""

    def note(how, round, pages):
        times = [
            detail["milliseconds"] for page in pages for detail in page.measures() if detail["round"] == round
        ]
        assert times, f"the pages measured nothing in round {round}"
        request.config.stash[rotations].append((how, round, times))
        return times

    return note


@pytest.fixture
def note_times(request):
    """Keeps other times for the same table."""
    return lambda how, times: request.config.stash[rotations].append((how, 0, times))


def summary(times):
    ordered = sorted(times)
    p95 = ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]
    return f"median {statistics.median(ordered):6.0f} ms   p95 {p95:6.0f} ms   ({len(ordered)} pages)"


def pytest_terminal_summary(terminalreporter, config):
    noted = config.stash[rotations]
    if not noted:
        return
    terminalreporter.section("from the end of one conversation to the first decoded frame of the next")
    for how, round, times in noted:
        if round == 0:
            continue
        terminalreporter.write_line(f"{how:<42} round {round}   {summary(times)}")
    for how in dict.fromkeys(how for how, _, _ in noted):
        together = [time for kind, _, times in noted for time in times if kind == how]
        terminalreporter.write_line(f"{how:<42} all       {summary(together)}")
