"""The pages' HTML, as it is sent and as it stands once the page has built itself."""

import pathlib

import html5lib
import pytest
from browser import Guest

WEB = pathlib.Path(__file__).parents[2] / "web"
PAGES = sorted(WEB.glob("*.html"))
# What axe does not look at: rules of the HTML standard about what may stand where.
FLAWS = """() => {
  const flaws = [];
  const every = selector => [...document.querySelectorAll(selector)];
  const ids = every("[id]").map(element => element.id);
  flaws.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `two elements have the id ${id}`));
  for (const label of every("label[for]"))
    if (!document.getElementById(label.htmlFor)) flaws.push(`a label is for ${label.htmlFor}, which is not there`);
  for (const name of ["aria-describedby", "aria-labelledby", "aria-controls"])
    for (const element of every(`[${name}]`))
      for (const id of element.getAttribute(name).split(" "))
        if (!document.getElementById(id)) flaws.push(`${name} names ${id}, which is not there`);
  for (const list of every("ul, ol"))
    for (const child of list.children) if (child.tagName !== "LI") flaws.push(`${child.tagName} in a list`);
  for (const inner of every("button button, a a, a button, button a, label label"))
    flaws.push(`${inner.tagName} in its like`);
  const block = "p > :is(div, p, ul, ol, section, h1, h2, h3, form), span > :is(div, p, ul, section)";
  flaws.push(...every(block).map(element => `${element.tagName} in ${element.parentElement.tagName}`));
  return flaws;
}"""


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_what_is_sent_parses_without_an_error(path):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(path.read_text())
    assert [error for _, error, _ in parser.errors] == []


def test_what_the_pages_build_is_sound(evening):
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.hook("join").wait_for()

    def look(*pages):
        for page in pages:
            assert page.page.evaluate(FLAWS) == [], page.page.url

    look(ana)
    ana.join()
    luis, host, board = evening.guest("Luis"), evening.host(), evening.board()
    board.hook("board-title").wait_for()
    look(ana, host, board)
    evening.gathering.start()
    ana.in_round(1)
    ana.sees(luis.id)
    ana.open_chat()
    ana.press("more")
    look(ana, host, board)
    ana.press("settings-close")
    evening.gathering.request("round.end")
    ana.hook("met-person").wait_for()
    look(ana, host)
    evening.gathering.request("gathering.close")
    ana.hook("ended").wait_for()
    look(ana, host, board)
