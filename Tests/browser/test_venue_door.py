"""The venue's door, and the board that tells everybody where to sit."""

import re

import pytest
from browser import Page

TABLES = [{"name": str(number), "seats": 4} for number in range(1, 4)]
STEPS = [{"kind": "welcome"}, {"kind": "rounds"}]
FITS = """() => {
  const list = document.querySelector(".seating-list");
  return list.scrollHeight <= list.clientHeight + 2;
}"""


@pytest.fixture
def venue(evening):
    evening.gathering.request("agenda.set", agenda={"tables": TABLES, "steps": STEPS})
    return evening


def door(evening, **options):
    link = evening.link("host", name="Marisol").replace("/host#", "/door#")
    page = evening.add(Page(evening.browser, link, **options))
    page.hook("counts").wait_for()
    page.wait_data(connection="open")
    return page


def guests(page):
    return page.page.locator("[data-testid=guests] strong").all_inner_texts()


def test_somebody_without_a_phone_is_found_and_checked_in(venue):
    names = ["Ángel Núñez", "Ana Ruiz", "Berta Sol"]
    listed = [{"name": name, "sub": name} for name in names]
    venue.gathering.organizer.request("guests.add", gathering=venue.gathering.id, guests=listed)
    page = door(venue, viewport={"width": 390, "height": 844})
    page.page.get_by_text("0 in the venue, 3 still expected").wait_for()
    page.hook("search").fill("nunez")
    assert guests(page) == ["Ángel Núñez"]
    page.press("check-in")
    page.page.get_by_text("1 in the venue, 2 still expected").wait_for()
    assert page.hook("search").input_value() == "", "the next guest is looked for from the beginning"
    page.hook("search").fill("Eva Paz")
    page.press("add")
    page.page.get_by_text("2 in the venue, 2 still expected").wait_for()
    venue.gathering.start(people=2)
    page.page.locator("[data-testid=guests] li", has_text="Eva Paz").get_by_text(re.compile("Table [123]")).wait_for()
    page.page.locator("[data-testid=guests] li", has_text="Eva Paz").get_by_test_id("check-out").click()
    page.page.get_by_text("1 in the venue, 2 still expected").wait_for()


def test_two_at_the_door_check_one_guest_in_and_the_second_is_told(venue):
    venue.gathering.organizer.request("guests.add", gathering=venue.gathering.id, guests=[{"name": "Ana", "sub": "a"}])
    first, second = door(venue), door(venue)
    second.hook("check-in").wait_for()
    person = second.page.locator("[data-person]").get_attribute("data-person")
    button = second.hook("check-in").element_handle()
    first.press("check-in")
    second.hook("check-out").wait_for()
    # A press of the button that was there a moment ago.
    button.evaluate("button => button.click()")
    second.page.get_by_text(re.compile("changed meanwhile|checked in already")).wait_for()
    assert person in {entry["id"] for entry in venue.gathering.request("roster")["people"]}


def test_the_board_says_who_sits_where_by_name_in_pages(venue):
    for number in range(3, 42):
        venue.gathering.request("table.add", table=f"{number + 1}", seats=8)
    for first in range(0, 300, 50):
        # No connection may ask for so many things at once.
        host = venue.gathering.host()
        for number in range(first, first + 50):
            host.request("person.add", name=f"Guest {number:03}")
    board = venue.board()
    board.wait_data(connection="open")
    venue.gathering.start(people=6, inSeconds=11)
    board.page.get_by_text("Your next table").wait_for(timeout=20_000)
    board.wait_data(phase="round", timeout=20_000)
    board.page.get_by_text("Who sits where").wait_for()
    board.page.reload()
    board.page.get_by_text(re.compile(r"^1 of \d+$")).wait_for()
    shown = board.page.locator(".seating-name").all_inner_texts()
    assert shown == sorted(shown) and shown[0] == "Guest 000" and len(shown) >= 20
    height = board.page.locator(".seating-name").first.evaluate("name => parseFloat(getComputedStyle(name).fontSize)")
    assert height >= 30, "ten metres away nobody reads smaller letters"
    board.page.get_by_text(re.compile(r"^2 of")).wait_for(timeout=12_000)
    assert board.page.locator(".seating-name").first.inner_text() != "Guest 000"
    board.wait(FITS, what="a page that fits")


def test_a_host_says_whose_a_screen_is_and_adds_and_closes_tables(venue):
    host = venue.add(Page(venue.browser, venue.link("host", name="Marisol")))
    host.wait_data(connection="open")
    host.page.get_by_text("The venue").click()
    device = venue.gathering.connect()
    host.hook("pair-code").fill(device.request("pair", gathering=venue.gathering.id)["code"])
    host.hook("pair-table").select_option("2")
    host.press("pair")
    device.join(token=device.expect("paired")["token"])
    host.page.locator("[data-table='2']").get_by_text("screen on").wait_for()
    host.page.get_by_text("That is the screen of table 2 now.").wait_for()
    host.hook("table-name").fill("Garden")
    host.hook("table-screen").check()
    host.press("table-add")
    host.page.locator("[data-table=Garden]").get_by_text("screen off").wait_for()
    assert not host.hook("table-screen").is_checked(), "the next table is described from the beginning"
    host.hook("table-name").fill("Garden")
    host.press("table-add")
    host.page.get_by_text(re.compile("already")).wait_for()
    host.page.get_by_role("button", name="Close: Table Garden").click()
    host.page.get_by_role("button", name="Open: Table Garden").wait_for()
    for number in range(4):
        venue.gathering.request("person.add", name=f"G{number}")
    venue.gathering.start(people=4)
    host.page.locator("room-card h3").get_by_text(re.compile("^Table [123]$")).wait_for()
