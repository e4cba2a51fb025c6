"""Whatever people write, however large they read, and however they come in and out of the page."""

import pytest
from browser import Guest, Page
from tokens import token

MARKUP = "<img src=x onerror=document.title='gone'><b>Eve</b> &amp; ☕"
RIGHT_TO_LEFT = "שלום\u202eevil"
ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
IN_VIEW = """name => {
  const { top, left, bottom, right } = document.querySelector(`[data-testid=${name}]`).getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
}"""
NOTHING_STICKS_OUT = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


NAMES = {"markup": MARKUP, "bidi": RIGHT_TO_LEFT, "long": "W" * 80, "emoji": "👩‍👩‍👧‍👦 Familia"}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_shown_as_it_was_written(evening, name):
    luis = evening.guest("Luis")
    host = evening.host()
    eve = evening.add(Guest(evening.browser, f"{evening.server.url}/g/{evening.gathering.id}")).join(name)
    evening.gathering.start()
    luis.in_round(1)
    shown = luis.page.locator(f"[data-testid=tile][data-peer='{eve.id}'] strong")
    shown.wait_for()
    assert name.startswith(shown.inner_text()) and shown.get_attribute("title") == name
    luis.page.get_by_role("button", name=f"Another coffee with {name}").wait_for()
    host.page.locator(f"[data-testid=roster-person][data-person='{eve.id}']").get_by_text(name).first.wait_for()
    for page in (luis, host, eve):
        assert page.page.evaluate(NOTHING_STICKS_OUT)
        assert not page.page.locator("img[src=x]").count()
        assert "gone" not in page.page.title()


def test_chat_is_shown_as_it_was_written(evening):
    ana, luis = evening.guests("Ana", "Luis")
    evening.gathering.start()
    for page in (ana, luis):
        page.in_round(1)
    for words in (MARKUP, RIGHT_TO_LEFT, "x" * 2_000):
        ana.say(words)
        luis.reads(words)
    assert luis.page.locator("[data-testid=chat-log] p[dir=auto]").count() == 3
    assert luis.page.evaluate(NOTHING_STICKS_OUT)


def test_what_is_too_long_does_not_fit_into_the_field(evening):
    ana = evening.guests("Ana", "Luis")[0]
    evening.gathering.start()
    ana.in_round(1)
    ana.open_chat()
    ana.hook("chat-text").focus()
    ana.page.keyboard.insert_text("y" * 10_000)
    assert len(ana.hook("chat-text").input_value()) == 2_000
    eve = evening.add(Guest(evening.browser, f"{evening.server.url}/g/{evening.gathering.id}"))
    eve.hook("name").focus()
    eve.page.keyboard.insert_text("z" * 10_000)
    assert len(eve.hook("name").input_value()) == 80
    eve.page.get_by_text("More about you").click()
    eve.page.get_by_label("Topics you like").fill(", ".join(["a topic that goes on and on " * 4] * 20))
    eve.press("join")
    eve.wait_data(phase="round")


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
def test_at_twice_the_size_nothing_is_out_of_reach(evening, locale):
    options = ZOOMED | {"locale": locale}
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana"), **options))
    ana.hook("join").scroll_into_view_if_needed()
    assert ana.page.evaluate(NOTHING_STICKS_OUT)
    ana.join()
    luis = evening.guest("Luis")
    host = evening.host(**options)
    board = evening.board(**options)
    evening.gathering.start()
    ana.in_round(1)
    ana.sees(luis.id)
    for name in ("mute", "camera", "chat-toggle", "more", "leave", "countdown", "wish"):
        assert ana.page.evaluate(IN_VIEW, name), name
    board.hook("board-title").wait_for()
    host.hook("rotate").scroll_into_view_if_needed()
    for page in (ana, host, board):
        assert page.page.evaluate(NOTHING_STICKS_OUT)


def test_larger_text_leaves_the_room_whole(evening):
    ana, luis = evening.guests("Ana", "Luis")
    evening.gathering.start(prompt="What did you learn this year, and from whom?")
    ana.in_round(1)
    ana.sees(luis.id)
    ana.page.evaluate("() => document.documentElement.style.fontSize = '200%'")
    for name in ("mute", "leave", "countdown", "wish"):
        assert ana.page.evaluate(IN_VIEW, name), name
    assert ana.page.evaluate(NOTHING_STICKS_OUT)


@pytest.mark.parametrize("kind", ["expired", "unknown gathering"])
def test_a_link_that_is_no_good_says_why_and_what_to_do(evening, kind):
    secret, id = evening.server.secret, evening.gathering.id
    words, used = {
        "expired": ("This link has expired", token(secret, id, exp=1_000_000_000)),
        "unknown gathering": ("check the link", token(secret, "nowhere")),
    }[kind]
    page = evening.add(Page(evening.browser, f"{evening.server.url}/g/{id}#t={used}"))
    page.hook("message").get_by_text(words).wait_for()
    page.hook("message").get_by_text("Ask the organizer").wait_for()


def test_a_host_link_that_is_no_good_says_so_too(evening):
    page = evening.add(Page(evening.browser, f"{evening.server.url}/g/{evening.gathering.id}/host"))
    page.page.get_by_text("This page needs the host’s link").first.wait_for()


def test_whoever_was_removed_is_told_so_again_and_again(evening):
    ana = evening.guest("Ana")
    evening.gathering.request("person.remove", person=ana.id)
    ana.hook("message").get_by_text("A host has removed you").wait_for()
    ana.page.reload(wait_until="domcontentloaded")
    ana.hook("message").get_by_text("removed you").wait_for()


def test_the_back_button_leads_out_and_forward_leads_back_into_the_room(evening):
    luis = evening.guest("Luis")
    ana = evening.add(Guest(evening.browser, evening.server.url + "/"))
    ana.page.goto(evening.link(sub="ana", name="Ana"), wait_until="domcontentloaded")
    ana.join()
    evening.gathering.start()
    ana.in_round(1)
    ana.sees(luis.id)
    room = ana.room
    ana.page.go_back(wait_until="domcontentloaded")
    luis.page.get_by_text("Ana lost the connection").first.wait_for()
    ana.page.go_forward(wait_until="domcontentloaded")
    ana.in_round(1)
    assert ana.room == room
    ana.sees(luis.id)
    luis.sees(ana.id)


def test_of_two_tabs_the_older_lets_go_and_can_take_the_evening_back(evening):
    luis = evening.guest("Luis")
    first = evening.guest("Ana")
    evening.gathering.start()
    first.in_round(1)
    second = evening.guest("Ana")
    first.hook("message").get_by_text("another page or device").wait_for()
    second.in_round(1)
    second.sees(luis.id)
    first.page.get_by_role("button", name="Come back here").click()
    first.in_round(1)
    first.sees(luis.id)
    second.hook("message").get_by_text("another page or device").wait_for()
    luis.sees(first.id)
