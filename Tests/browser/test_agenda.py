"""The scripted evening as people and hosts see it."""

STEPS = [
    {"kind": "welcome", "title": "Hello", "text": "Get yourself a coffee"},
    {"kind": "circle", "people": 3, "turnSeconds": 10, "lengthSeconds": 60, "prompt": "A joy"},
    {"kind": "break", "text": "Stretch your legs", "lengthSeconds": 600},
    {"kind": "farewell", "text": "Thank you"},
]


def test_a_host_runs_the_agenda_and_everybody_sees_where_it_is(evening):
    guests = evening.guests("Ana", "Luis")
    host, board = evening.host(), evening.board()
    evening.gathering.request("agenda.set", agenda={"steps": STEPS})
    host.confirm("agenda-start")
    for guest in guests:
        guest.page.get_by_text("Get yourself a coffee").wait_for()
        assert guest.page.locator("[data-testid=agenda] [aria-current=step]").inner_text().strip().endswith("Hello")
    board.page.get_by_text("Get yourself a coffee").wait_for()
    host.page.wait_for_timeout(1_100)  # a press within a second of the last counts as the same
    host.confirm("agenda-next")
    for guest in guests:
        guest.in_round(1)
        guest.hook("turn").wait_for()
        guest.hook("note").wait_for()
    words = {guest.hook("turn").inner_text() for guest in guests}
    assert len(words) == 2, "each reads it from their own side"
    host.page.wait_for_timeout(1_100)
    host.confirm("agenda-next")
    for guest in guests:
        guest.page.get_by_text("Stretch your legs").wait_for()


def test_who_was_met_can_be_blocked(evening):
    ana, luis = evening.guests("Ana", "Luis")
    evening.gathering.start(people=2)
    ana.in_round(1)
    evening.gathering.press("round.end")
    ana.hook("block").click()
    ana.press("confirm")
    ana.page.get_by_text("Luis any more").wait_for()
    evening.gathering.start(people=2)
    ana.wait_data(phase="round", round=2)
    ana.hook("waiting").wait_for()
