"""The door: whatever devices a person has or gives, and whenever they come."""

import time

import pytest
from browser import ARGUMENTS, CHROMIUM, Guest

FAILS = "() => navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'KIND') }"
ONLY_SOUND = """() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) =>
    wanted.video ? Promise.reject(new DOMException("", "NotReadableError")) : ask(wanted);
}"""


def with_script(evening, script):
    """Ana at the door, with a browser that behaves as the script says."""
    return evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana"), script=script))


@pytest.fixture
def luis(evening):
    return evening.guest("Luis")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("NotAllowedError", "to the left of the address"),
        ("NotFoundError", "plug it in"),
        ("NotReadableError", "Another program"),
    ],
)
def test_whoever_gets_no_device_is_told_what_to_do_and_takes_part_all_the_same(evening, luis, error, words):
    ana = with_script(evening, FAILS.replace("KIND", error))
    ana.hook("advice").get_by_text(words).wait_for()
    ana.hook("retry").wait_for()
    ana.join()
    evening.gathering.start()
    ana.in_round(1)
    ana.sees(luis.id)
    luis.has_peers(ana.id)


def test_a_real_refusal_of_the_browser_is_understood(evening):
    arguments = [argument for argument in ARGUMENTS if "fake-ui" not in argument]
    browser = evening.browser.browser_type.launch(executable_path=CHROMIUM, args=arguments)
    guest = Guest(browser, evening.link(sub="ana", name="Ana"), permissions=[])
    guest.hook("advice").get_by_text("are blocked").wait_for()
    assert guest.page.evaluate("async () => (await navigator.permissions.query({ name: 'camera' })).state") == "denied"
    browser.close()


def test_a_camera_that_is_taken_leaves_the_microphone(evening, luis):
    ana = with_script(evening, ONLY_SOUND)
    ana.hook("advice").get_by_text("Meanwhile the others hear you").wait_for()
    ana.join()
    evening.gathering.start()
    luis.in_round(1)
    luis.hears(ana.id)


@pytest.mark.parametrize("way", ["sound", "none"])
def test_one_may_come_with_sound_only_or_just_listen(evening, luis, way):
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.hook("join").wait_for()
    ana.choose_devices(way)
    ana.join()
    evening.gathering.start()
    ana.in_round(1)
    ana.sees(luis.id)
    luis.has_peers(ana.id)
    if way == "sound":
        luis.hears(ana.id)
    ana.page.reload(wait_until="domcontentloaded")
    ana.in_round(1)
    assert ana.page.evaluate("() => JSON.parse(localStorage.tertulia).devices") == way, "it is remembered"


def test_the_level_of_the_microphone_moves(evening):
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.wait("() => document.querySelector('meter.level')?.value > 0.01", what="level")


def test_the_link_fills_in_what_the_list_knows_and_the_question_is_asked(evening):
    agenda = {"question": "What made you smile?", "steps": [{"kind": "welcome"}]}
    evening.gathering.request("agenda.set", agenda=agenda)
    guest = {"name": "Ana Ruiz", "sub": "ana", "headline": "Bakes bread", "topics": ["rye", "spelt"], "contact": "@ana"}
    evening.gathering.request("guests.add", guests=[guest])
    luis = evening.guest("Luis")
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana Ruiz")))
    ana.hook("join").wait_for()
    assert [ana.hook(name).input_value() for name in ("headline", "topics", "contact")] == [
        "Bakes bread", "rye, spelt", "@ana",
    ]
    ana.page.get_by_label("What made you smile?").fill("My daughter's first word")
    ana.join()
    evening.gathering.start()
    luis.in_round(1)
    tile = luis.page.locator(f"[data-testid=tile][data-peer='{ana.id}']")
    tile.get_by_text("My daughter's first word").wait_for()
    assert tile.locator("strong").inner_text() == "Ana", "a card shows the first name"


def test_a_gathering_that_is_over_asks_for_nothing(evening):
    evening.gathering.request("gathering.close")
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.hook("ended").wait_for()
    assert not ana.hook("join").is_visible()
    opened = ana.page.evaluate("() => document.querySelector('self-view video').srcObject !== null")
    assert not opened, "nobody is asked for a camera"


def test_who_comes_before_the_beginning_is_told_when_it_is(evening):
    start = evening.gathering.organizer.welcome["now"] + 7_200_000
    evening.gathering.request("agenda.set", agenda={"start": start, "steps": [{"kind": "welcome"}]})
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.hook("when").get_by_text("It begins on").wait_for()
    ana.join()
    assert ana.hook("lobby").is_visible()


def test_a_link_of_later_waits_and_then_lets_in_by_itself(evening):
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana", nbf=int(time.time()) + 4)))
    ana.hook("message").get_by_text("The doors open").wait_for()
    assert ana.data("phase") == "early"
    ana.hook("join").wait_for()


def test_coming_again_after_leaving(evening, luis):
    ana = evening.guest("Ana")
    ana.confirm("leave")
    ana.hook("ended").wait_for()
    ana.page.get_by_role("button", name="Come in again").click()
    ana.join()
    evening.gathering.start()
    ana.in_round(1)
    luis.has_peers(ana.id)
