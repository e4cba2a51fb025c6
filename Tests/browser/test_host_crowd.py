"""The host's page with a thousand people. What it costs is counted in changes to the page, not in time."""

import pytest
from crowd import Crowd
from evening import Evening

PEOPLE = 1000
# A person has a chip (9 nodes) and a row (9); 48 of them are drawn in a frame, with their cards (7).
MOST_IN_A_FRAME = 48 * 30

WATCH = """() => {
  const watched = { records: 0, nodes: 0, most: 0 };
  // The clock and the line go on by themselves.
  const isClock = ({ target }) => (target.closest ? target : target.parentElement).closest("count-down, evening-line");
  const count = (node) => 1 + (node.querySelectorAll?.("*").length ?? 0);
  globalThis.watched = watched;
  globalThis.watcher = new MutationObserver((records) => {
    const seen = records.filter((record) => !isClock(record));
    const nodes = seen.flatMap((record) => [...record.addedNodes]).reduce((sum, node) => sum + count(node), 0);
    watched.records += seen.length;
    watched.nodes += nodes;
    watched.most = Math.max(watched.most, nodes);
  });
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
SHOWN = "([selector, count]) => document.querySelectorAll(selector).length === count"
STILL = "() => !document.documentElement.hasAttribute('data-drawing')"
ROOMS = """people => {
  const rooms = new Set([...document.querySelectorAll("room-card")].map(card => card.dataset.room));
  const seated = document.querySelectorAll("room-card person-chip").length;
  return seated === people && rooms.size === document.querySelectorAll("room-card").length ? rooms.size : 0;
}"""


@pytest.fixture(scope="module")
def big_server(servers):
    return servers(rounds={"handover_seconds": 5, "seat_hold_seconds": 300})


def test_a_thousand_people_on_the_hosts_page(browser, big_server):
    evening = Evening(browser, big_server)
    crowd = Crowd(evening.gathering, PEOPLE)
    try:
        host = evening.host()
        host.wait(SHOWN, ["[data-testid=roster-person][data-presence=present]", PEOPLE], 30_000, "everybody here")
        host.page.evaluate(WATCH)

        evening.gathering.request("round.start", people=4, lengthSeconds=3600, timeout=60)
        host.wait(f"() => ({ROOMS})({PEOPLE}) === 250", timeout=60_000, what="everybody in a room")
        most = host.page.evaluate("watched.most")
        assert 0 < most <= MOST_IN_A_FRAME, f"{most} nodes came in one frame"

        def cost(what, act, shown, argument):
            """The changes to the page that follow from an act, until it is shown."""
            host.wait(STILL, what="a page that stands still")
            host.page.evaluate("Object.assign(watched, { records: 0, nodes: 0, most: 0 })")
            act()
            host.wait(shown, argument, what=what)
            host.wait(STILL, what="a page that stands still")
            return host.page.evaluate("({ ...watched })")

        lost = crowd.people[500]
        presence = "id => document.querySelector(`person-chip[data-person=${id}]`)?.dataset.presence === 'lost'"
        seen = cost("the lost one", lambda: crowd.cut(lost), presence, lost.id)
        # Presence and its word on the chip and on the row, how many are here.
        assert 0 < seen["records"] <= 6, seen

        moved = crowd.people[20]
        at = "id => document.querySelector(`room-card [data-person=${id}]`)?.closest('room-card').dataset.room"
        before = host.page.evaluate(at, moved.id)
        other = next(room for room in ("r1-1", "r1-2") if room != before)
        seen = cost(
            "the moved one",
            lambda: evening.gathering.request("person.move", person=moved.id, room=other),
            f"([id, room]) => ({at})(id) === room", [moved.id, other],
        )
        # The chip leaves a card and comes to another; the row's room and its word.
        assert 0 < seen["records"] <= 6, seen

        call = "room => document.querySelector('.rooms').firstElementChild.dataset.room === room"
        room = host.page.evaluate("[...document.querySelectorAll('room-card')].at(-1).dataset.room")
        caller = host.page.evaluate(f"document.querySelector('room-card[data-room={room}] person-chip').dataset.person")
        send = next(person for person in crowd.people if person.id == caller)
        seen = cost(
            "the call for help", lambda: crowd.run(send.socket.send('{"type":"help","on":true}')), call, room
        )
        # The last card becomes the first; one notice with its button.
        assert 0 < seen["records"] <= 6, seen

        # Everybody but the lost one changes rooms: never many in one frame, and nobody's row or chip is made anew.
        seen = cost(
            "the next round", lambda: evening.gathering.request("rotate", timeout=60),
            f"people => ({ROOMS})(people) === 250 && !document.querySelector('room-card[data-room^=r1-]')", PEOPLE - 1,
        )
        assert 0 < seen["most"] <= MOST_IN_A_FRAME, seen
        assert seen["nodes"] < PEOPLE * 20, seen
        assert host.page.locator("[data-testid=roster-person]").count() == PEOPLE
    finally:
        crowd.close()
        assert evening.end() == {}
