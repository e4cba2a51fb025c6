"""What the host sees and does, and what people see of it."""

import re


def seconds(text):
    """A countdown as seconds: 9:59 is 599."""
    result = 0
    for part in text.split(":"):
        result = result * 60 + int(part)
    return result


def countdown(page, name="countdown"):
    page.wait(
        "name => /\\d+:\\d\\d/.test(document.querySelector(`[data-testid=${name}]`)?.textContent ?? '')",
        name, what="countdown",
    )
    return seconds(re.search(r"(\d+:)+\d\d", page.hook(name).inner_text())[0])


def test_the_roster_follows_everybody(evening):
    host = evening.host()
    ana, luis = evening.guests("Ana", "Luis")
    shown = """want => {
      const rows = [...document.querySelectorAll("[data-testid=roster-person]")];
      return want.every(([id, presence, room]) => rows.some(row => row.dataset.person === id
        && row.dataset.presence === presence && (room === null || row.dataset.room === room)));
    }"""
    host.wait(shown, [[ana.id, "present", ""], [luis.id, "present", ""]], what="both in the roster")
    host.start(people=2)
    ana.in_round(1)
    host.wait(shown, [[ana.id, "present", ana.room], [luis.id, "present", ana.room]], what="both in their room")
    id = luis.id
    luis.kill()
    host.wait(shown, [[id, "lost", ana.room]], what="the lost one")


def test_the_clock_is_extended_paused_and_goes_on(evening):
    host = evening.host()
    ana, _ = evening.guests("Ana", "Luis")
    host.start(people=2, minutes=5)
    ana.in_round(1)
    assert 290 < countdown(ana) <= 300
    assert abs(countdown(ana) - countdown(host, "host-countdown")) <= 1
    host.press("extend")
    longer = """least => {
      const [minutes, rest] = document.querySelector("[data-testid=countdown]").textContent.match(/\\d+/g).map(Number);
      return minutes * 60 + rest > least;
    }"""
    ana.wait(longer, 305, what="more time")
    host.press("pause")
    host.hook("resume").wait_for()
    phase = evening.gathering.request("status")["phase"]
    assert phase["paused"]
    host.press("resume")
    host.hook("pause").wait_for()
    assert not evening.gathering.request("status")["phase"]["paused"]


def test_announcements_reach_every_page(evening):
    host = evening.host()
    board = evening.board()
    ana, luis = evening.guests("Ana", "Luis")
    host.wait("() => document.querySelectorAll('[data-testid=roster-person]').length === 2", what="two people")
    host.hook("announce-text").fill("El vino está servido")
    host.press("announce")
    host.page.get_by_text("2 people will read: “El vino está servido”").wait_for()
    host.page.get_by_role("button", name="Not yet").click()
    for person in (ana, luis):
        assert not person.hook("announcement").is_visible()
    assert host.hook("announce-text").input_value() == "El vino está servido", "the words are still there"
    host.hook("announce-text").press("Enter")
    host.hook("confirm").wait_for()
    host.page.keyboard.press("Enter")
    host.page.get_by_text("Announced.").wait_for()
    assert host.hook("announce-text").input_value() == ""
    for page, name in ((ana, "announcement"), (luis, "announcement"), (board, "board-announcement")):
        page.hook(name).get_by_text("El vino está servido").wait_for()


def test_closing_says_goodbye(evening):
    host = evening.host()
    ana = evening.guest("Ana")
    host.confirm("close")
    ana.wait_data(phase="ended")
    ana.hook("ended").wait_for()


def test_a_call_for_help_reaches_the_host(evening):
    host = evening.host()
    ana, luis = evening.guests("Ana", "Luis")
    host.start(people=2)
    ana.in_round(1)
    ana.press("help")
    called = "room => document.body.innerText.includes(room) || document.querySelector('[data-help]')"
    host.wait(called, ana.room, what="call for help")


def test_another_coffee_is_told_to_both(evening):
    ana, luis = evening.guests("Ana", "Luis")
    evening.gathering.start(people=2)
    for guest in (ana, luis):
        guest.in_round(1)
        guest.press("wish")
    for guest, other in ((ana, "Luis"), (luis, "Ana")):
        guest.wait("name => document.body.innerText.includes(name)", other, what=f"match with {other}")


def test_the_board_shows_the_evening(evening):
    board = evening.board()
    board.hook("board-title").get_by_text("A test").wait_for()
    evening.guests("Ana", "Luis")
    board.hook("board-present").get_by_text("2").wait_for()
    evening.gathering.start(people=2, seconds=300)
    assert 280 < countdown(board, "board-countdown") <= 300


def test_a_host_looks_in_on_a_room_and_is_seen_there(evening):
    host = evening.host()
    ana, luis = evening.guests("Ana", "Luis")
    host.start(people=2)
    ana.in_round(1)
    with host.context.expect_page() as opened:
        host.press("visit")
    page = opened.value
    page.get_by_test_id("join").click()
    ana.page.get_by_text("Marisol is here.").wait_for()
    ana.page.get_by_text("Host, on a visit").wait_for()
    visitor = page.evaluate("() => document.documentElement.dataset.you")
    ana.has_peers(luis.id, visitor)
    ana.sees(visitor)
    page.close()
    ana.page.get_by_text("Marisol lost the connection").first.wait_for()
    host.press("rotate")
    host.press("confirm")
    ana.in_round(2)
    ana.has_peers(luis.id)
