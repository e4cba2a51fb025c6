"""An evening in a venue: screens on tables, phones around them, and people at home."""

import re

import pytest
from browser import Guest, Page, browser_that_sleeps
from test_circle import SMALL_CAMERA
from wire import Wire

PHONE = {"viewport": {"width": 390, "height": 844}}
TABLES = [{"name": "1", "seats": 4, "screen": True}, {"name": "2", "seats": 4, "screen": True}]
STEPS = [{"kind": "welcome"}, {"kind": "rounds", "people": 4}]
# Counts what a phone asks of its camera and microphone: nothing.
COUNTS_DEVICES = """() => {
  window.asked = 0;
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) => { window.asked += 1; return ask(wanted); };
  window.shaken = 0;
  navigator.vibrate = () => { window.shaken += 1; return true; };
}"""

KEEPS_LOCKS = """() => {
  window.locks = [];
  const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await ask(type);
    window.locks.push(lock);
    return lock;
  };
}"""


@pytest.fixture
def venue(evening):
    evening.gathering.request("agenda.set", agenda={"tables": TABLES, "steps": STEPS})
    return evening


def phone(evening, name):
    link = evening.link(sub=name.lower(), name=name)
    return evening.add(Guest(evening.browser, link, script=COUNTS_DEVICES, **PHONE)).join(place="venue")


def home(evening, name):
    link = evening.link(sub=name.lower(), name=name)
    return evening.add(Guest(evening.browser, link, script=SMALL_CAMERA)).join(place="online")


def screen(evening, table):
    page = evening.add(Page(evening.browser, evening.link("table", table=table), script=SMALL_CAMERA))
    page.wait_data(connection="open", phase="lobby")
    return page


def tiles(page):
    return page.page.eval_on_selector_all("[data-testid=tile]", "tiles => tiles.map(tile => tile.dataset.peer)")


@pytest.mark.timeout(280)
def test_three_rounds_with_two_screens_four_phones_and_four_people_at_home(venue):
    screens = [screen(venue, "1"), screen(venue, "2")]
    phones = [phone(venue, name) for name in ("Ana", "Luis", "Zoe", "Teo")]
    there = [home(venue, name) for name in ("Eva", "Max", "Iris", "Noa")]
    met = {page.data("you"): set() for page in there}
    for number in (1, 2, 3):
        if number == 1:
            venue.gathering.start(people=4)
        else:
            venue.gathering.rotate()
        for page in [*phones, *there]:
            page.wait_data(round=number, timeout=30_000)
        for page in screens:
            page.wait_data(round=number, phase="round", timeout=30_000)
        shown = {}
        for page in screens:
            room = page.data("room")
            guests = [guest for guest in there if guest.data("room") == room]
            assert len(guests) == 2, "both screens bring in two"
            for guest in guests:
                # Sound and picture go both ways between the screen and each guest.
                Guest.sees(page, guest.data("you"), timeout=60_000)
                guest.sees(page.data("you"), timeout=60_000)
                assert "Table" in guest.page.locator(f"[data-peer={page.data('you')}] .tile-name strong").inner_text()
            shown[room] = guests
        for page in phones:
            words = page.hook("company").inner_text()
            assert "(on the screen)" in words and re.fullmatch(r"Table [12]", page.hook("table").inner_text())
            assert page.page.evaluate("() => window.asked") == 0, "a phone in the venue has no camera"
            assert not tiles(page), "a phone in the venue shows no video"
            for guest in shown[page.data("room")]:
                met[guest.data("you")].add(page.data("you"))
    # Four phones in the venue, two a round: after three rounds everybody at home has met at least three of them.
    assert all(len(others) >= 3 for others in met.values()), met


def test_a_phone_shows_the_next_table_before_the_round_and_shakes(venue):
    ana, luis = phone(venue, "Ana"), phone(venue, "Luis")
    venue.gathering.start(people=2, inSeconds=8)
    ana.hook("next-table").wait_for()
    assert re.fullmatch(r"Table [12]", ana.hook("next-table").inner_text())
    assert "Luis" in ana.page.locator("table-view").inner_text()
    assert ana.page.evaluate("() => window.shaken") == 1
    ana.wait_data(phase="round", round=1, timeout=15_000)
    assert ana.hook("company").inner_text() == "With Luis"
    assert not ana.hook("mute").is_visible() and not ana.hook("camera").is_visible()
    for page, other in ((ana, "Luis"), (luis, "Ana")):
        page.page.locator("table-view").get_by_role("button", name=f"Another coffee with {other}").click()
    ana.page.locator("table-view [aria-pressed=true]").wait_for()
    ana.page.locator("notice-bar").get_by_text("Luis").wait_for()


def test_who_goes_home_gets_a_camera_and_a_room_there(venue):
    ana = phone(venue, "Ana")
    there = [home(venue, name) for name in ("Eva", "Max")]
    phone(venue, "Luis"), phone(venue, "Zoe")
    venue.gathering.start(people=3)
    ana.wait_data(phase="round", round=1)
    ana.press("more")
    ana.press("change-place")
    ana.page.get_by_test_id("room").wait_for(timeout=20_000)
    ana.sees(there[0].data("you"), timeout=60_000)


def test_a_screen_is_paired_by_its_code_and_survives_a_reload(venue):
    url = venue.link("table", table="1").split("/table/")[0] + "/table"
    page = venue.add(Page(venue.browser, url, script=SMALL_CAMERA))
    code = page.hook("code").inner_text()
    assert re.fullmatch(r"[A-Z]{3} [A-Z]{3}", code)
    venue.gathering.request("screen.pair", code=code, table="2")
    page.page.wait_for_url("**/table/2")
    page.wait_data(connection="open", phase="lobby")
    assert page.hook("screen-table").inner_text() == "Table 2"
    page.page.reload()
    page.wait_data(connection="open", phase="lobby")
    other = screen(venue, "2")
    page.page.get_by_text("on another device").wait_for()
    page.page.get_by_role("button", name="Show it here again").click()
    page.wait_data(connection="open", phase="lobby")
    other.page.get_by_text("on another device").wait_for()


def test_a_screen_comes_back_by_itself_when_its_network_does(venue):
    wire = Wire(venue.server.port)
    link = venue.link("table", table="1", port=wire.port)
    page = venue.add(Page(venue.browser, link, script=SMALL_CAMERA))
    page.wait_data(connection="open", phase="lobby")
    wire.cut()
    page.wait_data(connection="reconnecting")
    wire.mend()
    page.wait_data(connection="open", timeout=20_000)
    assert page.hook("screen-table").inner_text() == "Table 1"


def test_a_screen_that_slept_comes_back_by_itself_with_its_guests_picture(venue):
    """Its whole browser stands still, as on a device that was closed: nothing is said, nothing is answered."""
    with browser_that_sleeps(venue.browser) as (sleeper, sleep, wake):
        page = Page(sleeper, venue.link("table", table="1"), script=SMALL_CAMERA)
        page.wait_data(connection="open", phase="lobby")
        phone(venue, "Ana"), phone(venue, "Luis")
        there = [home(venue, name) for name in ("Eva", "Max")]
        venue.gathering.start(people=4)
        for guest in there:
            guest.sees(page.data("you"), timeout=60_000)
        screen_id, room = page.data("you"), page.data("room")
        sleep()
        for guest in there:
            guest.wait(f"() => document.documentElement.dataset.room !== '{room}'", timeout=8_000, what="another room")
        there[0].sees(there[1].data("you"), timeout=30_000)
        wake()
        page.wait_data(connection="open", timeout=20_000)
        venue.gathering.rotate()
        for guest in there:
            guest.wait_data(round=2, timeout=20_000)
            guest.sees(screen_id, timeout=60_000)
            Guest.sees(page, guest.data("you"), timeout=60_000)
        assert not page.troubles
        page.close()


def test_a_screen_asks_the_device_to_stay_awake_and_asks_again_once_it_has_slept(venue):
    link = venue.link("table", table="1")
    # Chromium without a window would refuse otherwise.
    allowed = ["camera", "microphone", "screen-wake-lock"]
    page = venue.add(Page(venue.browser, link, script=KEEPS_LOCKS, permissions=allowed))
    page.wait_data(connection="open", phase="lobby")
    held = "count => window.locks.length === count && window.locks.at(-1).released === false"
    page.wait(held, 1, what="a wake lock")
    # A browser takes the lock away whenever its page is hidden.
    page.page.evaluate("async () => await locks[0].release()")
    page.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    page.wait(held, 2, what="a second wake lock")


def test_the_door_asks_where_one_is(venue):
    guest = venue.add(Guest(venue.browser, venue.link(sub="ana", name="Ana"), **PHONE))
    guest.hook("place").wait_for()
    guest.hook("join").click()
    guest.page.get_by_text("Say whether you are at home or in the venue.").wait_for()
    guest.join(place="venue")
    guest.page.reload()
    guest.wait_data(phase="lobby", connection="open")
    assert not guest.hook("mute").is_visible()
