"""People moved by hand on the host's page: by mouse, by finger and by keyboard, taken back, or asked about first."""

import pytest
from browser import DESKTOP
from test_for_all import PHONE

SIX = ("Ana", "Luis", "Zoe", "Teo", "Eva", "Max")
IN_ROOM = """([id, room]) => document.querySelector(`room-card person-chip[data-person="${id}"]`)
  ?.closest("room-card").dataset.room === room"""


class Table:
    """A host's page beside people without one, in a running round."""

    def __init__(self, evening, names=SIX, people=3, **options):
        self.gathering = evening.gathering
        self.host = evening.host(**options)
        self.people = {name: self.gathering.person(name) for name in names}
        self.gathering.start(people=people)
        self.host.wait("all => document.querySelectorAll('person-chip').length === all", len(names), what="everybody")

    def rooms(self):
        return {room["room"]: room["people"] for room in self.gathering.request("status")["rooms"]}

    def room(self, name):
        return next(room for room, people in self.rooms().items() if self.people[name].id in people)

    def other(self, name):
        return next(room for room in self.rooms() if room != self.room(name))

    def sits(self, name, room):
        self.host.wait(IN_ROOM, [self.people[name].id, room], what=f"{name} in {room}")
        assert self.room(name) == room

    def chip(self, name):
        return self.host.page.locator(f'room-card person-chip[data-person="{self.people[name].id}"]')

    def card(self, room):
        return self.host.page.locator(f'room-card[data-room="{room}"]')

    def middle(self, locator):
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def drag(self, name, room):
        """Takes somebody up over a room, without letting go."""
        mouse = self.host.page.mouse
        mouse.move(*self.middle(self.chip(name)))
        mouse.down()
        mouse.move(*self.middle(self.card(room)), steps=5)


def test_somebody_is_carried_to_another_room_and_back(evening):
    table = Table(evening)
    host, before, other = table.host, table.room("Ana"), table.other("Ana")
    table.drag("Ana", other)
    assert table.card(other).get_attribute("data-drop") == "yes"
    host.page.mouse.up()
    table.sits("Ana", other)
    host.page.get_by_text(f"Ana moved to room {other.split('-')[1]}.").wait_for()
    assert host.page.locator("dialog[open]").count() == 0, "the release is no press"
    host.press("notice-act")
    table.sits("Ana", before)


def test_escape_and_a_drop_beside_leave_everybody_where_they_are(evening):
    table = Table(evening)
    before = table.rooms()
    table.drag("Ana", table.other("Ana"))
    table.host.page.keyboard.press("Escape")
    table.host.page.mouse.up()
    table.drag("Luis", table.other("Luis"))
    table.host.page.mouse.move(5, 5)
    table.host.page.mouse.up()
    table.drag("Zoe", table.room("Zoe"))
    assert table.card(table.room("Zoe")).get_attribute("data-drop") == "no"
    table.host.page.mouse.up()
    assert table.host.page.locator(".carried, [data-drop]").count() == 0
    assert table.rooms() == before


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["tablet", "telephone"])
def test_a_finger_carries_by_the_portrait(evening, size):
    table = Table(evening, has_touch=True, viewport=size)
    page, other = table.host.page, table.other("Ana")
    x, y = table.middle(table.chip("Ana").locator(".portrait"))
    touch = page.context.new_cdp_session(page)

    def point(kind, *places):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in places]})

    point("touchStart", (x, y))
    point("touchMove", (x + 10, y))
    if not table.card(other).evaluate("card => card.getBoundingClientRect().bottom < innerHeight - 90"):
        # The room lies below: held at the lower edge, the page comes along.
        point("touchMove", (x, size["height"] - 20))
        table.host.wait(
            "room => document.querySelector(`room-card[data-room=${room}]`).getBoundingClientRect().bottom"
            " < innerHeight - 90", other, what="room scrolled into view",
        )
    box = table.card(other).bounding_box()
    point("touchMove", (box["x"] + 40, box["y"] + box["height"] / 2))
    point("touchEnd")
    table.sits("Ana", other)


def test_somebody_is_moved_by_keyboard_and_stays_in_focus(evening):
    table = Table(evening)
    keyboard, before, other = table.host.page.keyboard, table.room("Ana"), table.other("Ana")
    table.chip("Ana").get_by_role("button").focus()
    keyboard.press("Enter")
    table.host.hook("person-menu").get_by_role("heading", name="Ana").wait_for()
    for _ in range(8):
        keyboard.press("Tab")
        if table.host.page.evaluate("() => document.activeElement.dataset.place") == other:
            break
    keyboard.press("Enter")
    table.sits("Ana", other)
    focused = "() => document.activeElement.closest('person-chip')?.dataset.person"
    assert table.host.page.evaluate(focused) == table.people["Ana"].id
    table.host.hook("notice-act").wait_for()
    keyboard.press("u")
    table.sits("Ana", before)
    table.host.page.get_by_text("Taken back.").wait_for()


def test_a_move_that_leaves_somebody_alone_asks_first(evening):
    table = Table(evening, names=("Ana", "Luis", "Zoe", "Teo"), people=2)
    other = table.other("Ana")
    table.drag("Ana", other)
    table.host.page.mouse.up()
    table.host.hook("confirm").wait_for()
    table.host.page.keyboard.press("Escape")
    assert table.room("Ana") != other
    table.drag("Ana", other)
    table.host.page.mouse.up()
    table.host.press("confirm")
    table.sits("Ana", other)
    assert table.host.hook("notice-act").count() == 0, "there is no room to go back to"


def test_two_get_a_room_of_their_own_after_a_question(evening):
    table = Table(evening)
    other = next(name for name in SIX if table.room(name) != table.room("Ana"))
    table.chip("Ana").get_by_role("button").click()
    table.host.page.get_by_text("A new room with…").click()
    table.host.page.locator(f'[data-companion="{table.people[other].id}"]').click()
    table.host.page.get_by_text(f"A new room for Ana and {other}?").wait_for()
    table.host.press("confirm")
    table.sits("Ana", "r1-3")
    table.sits(other, "r1-3")
    assert len(table.rooms()["r1-3"]) == 2
    assert table.host.hook("notice-act").count() == 0


def test_a_full_room_is_not_offered(evening):
    table = Table(evening, names=(*SIX, "Ida", "Ole", "Uwe"), people=6)
    rooms = table.rooms()
    small, large = sorted(rooms, key=lambda room: len(rooms[room]))
    who = next(name for name, person in table.people.items() if person.id in rooms[small])
    for mover in [name for name, person in table.people.items() if person.id in rooms[small] and name != who]:
        if len(table.rooms()[large]) == 6:
            break
        table.gathering.request("person.move", person=table.people[mover].id, room=large)
    table.host.wait(
        "room => document.querySelectorAll(`room-card[data-room=${room}] person-chip`).length === 6", large,
        what="full room",
    )
    table.chip(who).get_by_role("button").click()
    assert table.host.page.locator(f'[data-place="{large}"]').is_disabled()
    table.host.page.keyboard.press("Escape")
    table.drag(who, large)
    assert table.card(large).get_attribute("data-drop") == "no"
    table.host.page.mouse.up()


def test_removing_and_keeping_apart_ask_first(evening):
    table = Table(evening)
    host = table.host
    table.chip("Ana").get_by_role("button").click()
    host.press("apart")
    host.page.get_by_text("Keep Ana and").wait_for()
    host.press("confirm")
    host.press("notice-act")
    host.page.get_by_text("Taken back.").wait_for()
    table.chip("Ana").get_by_role("button").click()
    host.press("remove-person")
    host.page.get_by_role("button", name="Not yet").click()
    table.people["Ana"].fence()
    table.chip("Ana").get_by_role("button").click()
    host.confirm("remove-person")
    assert table.people["Ana"].closed() == 4502
    host.page.locator(f'[data-testid=roster-person][data-person="{table.people["Ana"].id}"]').get_by_text("removed").wait_for()


def test_from_many_rooms_one_is_found_by_a_name(evening):
    names = [f"Guest {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    table = Table(evening, names=names, people=2)
    table.chip("Guest A").get_by_role("button").click()
    sought = next(name for name in names if table.room(name) != table.room("Guest A"))
    table.host.hook("place-search").fill(f" {sought.upper()}")
    found = table.host.hook("place")
    table.host.wait("() => document.querySelectorAll('[data-testid=place]').length === 1", what="that room alone")
    assert found.get_attribute("data-place") == table.room(sought)
