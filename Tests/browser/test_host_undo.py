"""What a host did, taken back: on the host's page and at the venue's door, by the notice's button and by its key."""

import pytest
from test_for_all import PHONE
from test_venue_door import STEPS, TABLES, door

GUESTS = [{"name": "Ana Ruiz", "sub": "ana", "mode": "online"}, {"name": "Berta Sol", "sub": "berta", "mode": "venue"}]


@pytest.fixture
def venue(evening):
    evening.gathering.request("agenda.set", agenda={"tables": TABLES, "steps": STEPS})
    return evening


def tables(evening):
    return {table["name"]: table["open"] for table in evening.gathering.request("status")["tables"]}


def roster(evening):
    return {person["name"]: person for person in evening.gathering.request("roster")["people"]}


def undo(page):
    """Takes the last thing back by its button."""
    page.hook("notice-act").last.click()
    page.page.get_by_text("Taken back.").last.wait_for()
    # The next one is told apart from it.
    page.page.evaluate("() => document.querySelectorAll('.notice-close').forEach(close => close.click())")


def test_tables_close_and_open_again_and_one_that_was_added_closes(venue):
    host = venue.host()
    host.page.get_by_text("The venue").click()
    host.page.get_by_role("button", name="Close: Table 2").click()
    host.page.get_by_text("Table 2 is closed.").wait_for()
    assert tables(venue)["2"] is False
    undo(host)
    assert tables(venue)["2"] is True
    host.page.get_by_role("button", name="Close: Table 2").click()
    host.page.get_by_role("button", name="Open: Table 2").click()
    host.page.get_by_text("Table 2 is open.").wait_for()
    host.page.locator("h1").click()
    host.page.keyboard.press("u")
    host.page.get_by_role("button", name="Open: Table 2").wait_for()
    assert tables(venue)["2"] is False
    host.hook("table-name").fill("Garden")
    host.press("table-add")
    host.page.get_by_text("There is a table Garden now.").wait_for()
    undo(host)
    assert tables(venue)["Garden"] is False


def test_closing_a_table_where_people_sit_asks_first(venue):
    host = venue.host()
    for name in ("Ana", "Luis", "Zoe"):
        venue.gathering.request("person.add", name=name)
    venue.gathering.start(people=3)
    table = host.page.locator("room-card h3").inner_text().removeprefix("Table ")
    host.wait("() => document.querySelectorAll('room-card person-chip').length === 3", what="three people at a table")
    host.page.get_by_text("The venue").click()
    host.page.get_by_role("button", name=f"Close: Table {table}").click()
    host.page.get_by_text("3 people sit there, and are seated elsewhere at once.").wait_for()
    host.page.get_by_role("button", name="Not yet").click()
    assert tables(venue)[table] is True
    host.page.get_by_role("button", name=f"Close: Table {table}").click()
    host.press("confirm")
    host.page.get_by_text(f"Table {table} is closed.").wait_for()
    assert {person["table"] for person in roster(venue).values()} != {table}


def test_a_call_that_was_seen_to_by_mistake_is_open_again(evening):
    one, other = evening.host(), evening.host()
    people = evening.gathering.people("Ana", "Luis", "Zoe", "Teo")
    evening.gathering.start(people=2)
    ana = people[0]
    room = ana.assignment(1)["room"]["id"]
    ana.request("help", on=True)
    called = f'room-card[data-room="{room}"][data-help]'
    for host in (one, other):
        host.page.locator(called).wait_for()
    one.page.locator(called).get_by_test_id("seen").click()
    one.page.get_by_text(f"Room {room.split('-')[1]} has been seen to.").wait_for()
    for host in (one, other):
        host.page.locator(called).wait_for(state="detached")
    undo(one)
    for host in (one, other):
        host.page.locator(called).wait_for()
    assert [ana.expect("help")["on"] for _ in range(3)] == [True, False, True]


def test_whoever_waits_for_a_seat_is_moved_after_a_question_for_there_is_no_room_to_go_back_to(evening):
    host = evening.host()
    people = evening.gathering.people("Ana", "Luis", "Zoe")
    evening.gathering.start(people=2, pairing={"max": 2})
    chip = host.page.locator("waiting-list person-chip")
    chip.get_by_text("waits for a seat").wait_for()
    who = chip.get_attribute("data-person")
    chip.get_by_role("button").click()
    host.page.locator("[data-place]:not([data-place=free])").click()
    host.page.get_by_text("so there is none to go back to").wait_for()
    host.page.keyboard.press("Enter")
    host.page.locator(f'room-card [data-person="{who}"]').wait_for()
    host.page.get_by_text("moved to room 1.").wait_for()
    assert host.hook("notice-act").count() == 0
    assert who in {person.id for person in people}


def test_at_the_door_every_press_can_be_taken_back(venue):
    venue.gathering.request("guests.add", guests=GUESTS)
    page = door(venue, viewport=PHONE)
    page.page.get_by_text("0 in the venue, 2 still expected").wait_for()
    page.hook("search").fill("ana")
    page.press("check-in")
    page.page.get_by_text("Ana Ruiz is checked in.").wait_for()
    assert roster(venue)["Ana Ruiz"]["mode"] == "venue"
    undo(page)
    page.page.get_by_text("0 in the venue, 2 still expected").wait_for()
    ana = roster(venue)["Ana Ruiz"]
    assert (ana["presence"], ana["mode"]) == ("expected", "online"), "who comes with a page of her own is at home again"
    page.hook("search").fill("Eva Pas")
    page.press("add")
    page.page.get_by_text("Eva Pas is checked in.").wait_for()
    undo(page)
    assert roster(venue)["Eva Pas"]["presence"] == "removed"
    page.page.locator("[data-testid=guests] li", has_text="Eva Pas").wait_for(state="detached")
    page.page.locator("[data-testid=guests] li", has_text="Berta").get_by_test_id("check-in").click()
    page.page.locator("[data-testid=guests] li", has_text="Berta").get_by_test_id("check-out").click()
    page.page.get_by_text("Berta Sol has left.").wait_for()
    undo(page)
    assert roster(venue)["Berta Sol"]["presence"] == "checked-in"


def test_at_the_door_whoever_goes_home_is_in_the_venue_again(venue):
    ana = venue.gathering.person("Ana", mode="venue")
    page = door(venue)
    page.press("mode")
    page.page.get_by_text("Ana takes part from home now.").wait_for()
    assert ana.expect("mode")["mode"] == "online"
    undo(page)
    assert ana.expect("mode")["mode"] == "venue"
