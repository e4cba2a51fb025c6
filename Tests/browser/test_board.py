"""The board, as a room reads it from the projector."""

import re

import pytest
from browser import Page
from codes import codes
from test_for_all import PHONE, fits, is_accessible

PROJECTOR = {"width": 1280, "height": 800}
DRAW = """async ([text, mask]) => {
  const { encode, MARGIN, path } = await import("/protocol/qr/encode.js");
  const grid = encode(text, mask ?? undefined);
  const side = grid.size + 2 * MARGIN;
  document.body.innerHTML = `<svg viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="#fff"/>`
    + `<path d="${path(grid)}"/></svg>`;
  document.body.firstChild.style.width = `${side * 6}px`;
  return grid.version.number;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PROJECTOR, PHONE], ids=["projector", "telephone"])
def test_the_code_on_the_board_leads_to_the_gathering(evening, tmp_path, size, scheme):
    board = evening.board(viewport=size, color_scheme=scheme)
    link = f"{evening.server.url}/g/{evening.gathering.id}"
    board.page.get_by_role("img", name="QR code").wait_for()
    assert codes(board.page.screenshot(), tmp_path) == [link]
    assert board.hook("board-join").inner_text() == link.removeprefix("http://")
    is_accessible(board)
    fits(board)
    evening.guests("Ana", "Luis")
    evening.gathering.start(people=2, seconds=300)
    evening.gathering.request("announce", text="The wine is poured: see you at the bar in ten minutes")
    board.hook("board-announcement").get_by_text("The wine").wait_for()
    board.wait_data(phase="round")
    assert codes(board.page.screenshot(), tmp_path) == [link], "smaller, and still read"
    is_accessible(board)
    fits(board)


def test_a_gathering_by_invitation_shows_no_link(browser, quick_server, gather, tmp_path):
    gathering = gather(quick_server, open=False)
    board = Page(browser, f"{quick_server.url}/g/{gathering.id}/board#t={gathering.token('board')}")
    board.hook("board-title").get_by_text("A test").wait_for()
    board.page.get_by_text("Welcome. We start soon.").wait_for()
    assert not board.hook("board-join").is_visible()
    assert codes(board.page.screenshot(), tmp_path) == []
    board.close()
    assert board.troubles == []


def test_the_board_tells_the_round_a_pause_and_the_end(evening):
    board = evening.board(locale="es-ES")
    evening.guests("Ana", "Luis")
    evening.gathering.start(people=2, seconds=300)
    board.page.get_by_text("Ronda 1").wait_for()
    board.hook("board-countdown").get_by_text(re.compile(r"[45]:\d\d")).wait_for()
    evening.gathering.request("round.pause")
    board.page.locator("[data-testid=board-countdown][data-paused]").wait_for()
    evening.gathering.request("gathering.close")
    board.page.get_by_text("Gracias por venir").wait_for()
    assert not board.hook("board-join").is_visible(), "nobody can join any more"


def test_the_board_takes_the_whole_screen_by_key(evening):
    board = evening.board()
    board.hook("board-title").get_by_text("A test").wait_for()
    board.page.keyboard.press("f")
    board.wait("() => document.fullscreenElement !== null", what="full screen")
    board.page.keyboard.press("f")
    board.wait("() => document.fullscreenElement === null", what="way back")


@pytest.mark.parametrize("length", [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
def test_codes_of_every_size_are_read_by_another_decoder(evening, tmp_path, length):
    page = evening.add(Page(evening.browser, evening.server.url + "/")).page
    text = "https://coffee.example.org/g/".ljust(length, "7")[:length]
    sizes = {page.evaluate(DRAW, [text, None])}
    assert codes(page.screenshot(), tmp_path) == [text]
    for mask in range(8):
        sizes.add(page.evaluate(DRAW, [text, mask]))
        assert codes(page.screenshot(), tmp_path) == [text], f"mask {mask}"
    assert len(sizes) == 1
