"""How soon the next picture comes, beside what the browser itself needs for it: on a busy machine both come late."""

import statistics
import time
from pathlib import Path

from browser import Page
from test_evening import everybody_is_paired

BARE = (Path(__file__).parents[1] / "support/bare.js").read_text().partition("\n")[2]
CHANGES = 3


def bare_changes(evening):
    """Four plain pages in pairs, each pair with a connected link ahead of every change; the times to the pictures."""
    pages = [evening.add(Page(evening.browser, evening.server.url + "/healthz", script=BARE)) for _ in range(4)]
    pairs = [pages[:2], pages[2:]]
    for page in pages:
        page.page.evaluate("() => bare.open()")
    times = []
    for number in range(CHANGES + 1):
        for one, other in pairs:
            answer = other.page.evaluate("offer => bare.prepare(offer)", one.page.evaluate("() => bare.prepare()"))
            one.page.evaluate("answer => bare.accept(answer)", answer)
        for page in pages:
            page.wait("() => bare.isReady()", what="link")
        at = (time.time() + 2) * 1000
        for page in pages:
            page.page.evaluate("at => bare.change(at)", at)
        for page in pages:
            page.wait("() => window.took !== null", what="picture")
        # The first has no conversation before it, and encoders that never ran.
        if number > 0:
            times += [page.page.evaluate("() => window.took") for page in pages]
        pages[0].page.wait_for_timeout(1_000)
    for page in pages:
        page.close()
        evening.pages.remove(page)
    return times


def own_changes(evening, note_rotation):
    four = evening.guests("Ana", "Luis", "Zoe", "Teo")
    evening.gathering.start(people=2, seconds=600)
    everybody_is_paired(four, 1)
    times = []
    for round in range(2, CHANGES + 2):
        evening.gathering.rotate(inSeconds=6)
        for guest in four:
            guest.in_round(round, timeout=15_000)
        everybody_is_paired(four, round)
        times += note_rotation("handed over, four in pairs", round, four)
    return times


def test_every_next_picture_comes_and_its_time_stands_beside_the_browsers_own(evening, note_rotation, note_times):
    bare = bare_changes(evening)
    note_times("the browser alone, four in pairs", bare)
    own = own_changes(evening, note_rotation)
    ratio = statistics.median(own) / statistics.median(bare)
    note_times(f"handed over: {ratio:.2f} x the browser alone", own)
    # How long it took is for the table at the end: a time alone says more of the machine than of the pages.
    assert len(own) == len(bare) == 4 * CHANGES
