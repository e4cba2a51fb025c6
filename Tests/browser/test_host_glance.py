"""What a host sees at a glance: who waits and why, who calls, how well people are connected, what comes next."""

import json
import re

import pytest
from browser import DESKTOP, HostPage
from test_for_all import PHONE, fits, is_accessible

STEPS = [
    {"kind": "welcome", "title": "Hello", "lengthSeconds": 600},
    {"kind": "rounds", "rounds": 2, "people": 2, "lengthSeconds": 300},
    {"kind": "break", "title": "Wine", "lengthSeconds": 600},
    {"kind": "farewell"},
]


def test_who_waits_is_told_apart_from_who_sits_out(evening):
    host = evening.host()
    ana, _, zoe = evening.gathering.people("Ana", "Luis", "Zoe")
    zoe.request("pass", on=True)
    host.page.locator(f'[data-testid=roster-person][data-person="{zoe.id}"]').get_by_text("sits out").wait_for()
    waiting = host.page.locator("waiting-list")
    assert not waiting.is_visible(), "in the lobby nobody waits for a room"
    evening.gathering.start(people=2)
    waiting.get_by_role("list", name="Sitting out").get_by_text("Zoe").wait_for()
    zoe.request("pass", on=False)
    host.page.locator(f'room-card [data-person="{zoe.id}"]').wait_for()
    waiting.wait_for(state="hidden")
    # Nobody whom the rules let sit with Ana is left: she waits.
    for person in evening.gathering.clients[-2:]:
        ana.request("block", person=person.id, on=True)
    seat = waiting.get_by_role("list", name="Waiting for a seat")
    seat.get_by_text("Ana").wait_for()
    seat.get_by_text("waits for a seat").wait_for()
    waiting.get_by_text("One person waits for a room").wait_for()
    evening.gathering.press("round.end")
    waiting.wait_for(state="hidden")


def test_rooms_that_call_come_first_the_longest_waiting_before_the_others(evening):
    host = evening.host()
    people = evening.gathering.people("Ana", "Luis", "Zoe", "Teo", "Eva", "Max")
    evening.gathering.start(people=2)
    rooms = {person.assignment(1)["room"]["id"]: person for person in people}
    first, second, third = sorted(rooms)
    order = "want => [...document.querySelectorAll('room-card')].map(card => card.dataset.room).join() === want.join()"
    host.wait(order, [first, second, third], what="rooms by number")
    rooms[third].request("help", on=True)
    host.wait(order, [third, first, second], what="the call first")
    rooms[second].request("help", on=True)
    host.wait(order, [third, second, first], what="the longer waiting before")
    rooms[third].request("help", on=False)
    host.wait(order, [second, first, third], what="the one that is left")
    host.press("seen")
    host.wait("() => document.querySelector('[data-testid=seen]:not([hidden] *)') === null", what="no call")
    host.wait(order, [first, second, third], what="rooms by number")


def test_a_weak_connection_is_seen_on_the_card(evening):
    """The field is optional in the roster: here a wire in between adds it."""
    link = evening.link("host", name="Marisol")
    host = evening.add(HostPage(evening.browser, "about:blank"))
    qualities = {"Ana": "weak", "Luis": "good"}

    def add(socket):
        server = socket.connect_to_server()

        def receive(text):
            message = json.loads(text)
            for person in message.get("people", []):
                if person["name"] in qualities:
                    person["quality"] = qualities[person["name"]]
            socket.send(json.dumps(message))

        server.on_message(receive)

    host.page.route_web_socket(re.compile("/ws$"), add)
    host.page.goto(link, wait_until="domcontentloaded")
    ana, luis, zoe = evening.gathering.people("Ana", "Luis", "Zoe")
    evening.gathering.start(people=3)
    card = host.page.locator("room-card")
    card.locator(f'[data-person="{ana.id}"]').get_by_text("weak connection").wait_for()
    card.locator(f'[data-person="{luis.id}"]').get_by_text("good connection").wait_for()
    assert card.locator(f'[data-person="{zoe.id}"][data-quality]').count() == 0, "unknown: nothing is claimed"
    del qualities["Ana"]
    ana.cut()
    card.locator(f'[data-person="{ana.id}"]').get_by_text("connection lost").wait_for()
    assert card.locator(f'[data-person="{ana.id}"][data-quality]').count() == 0


def test_the_line_shows_where_the_evening_is_and_what_comes_next(evening):
    host = evening.host()
    evening.gathering.people("Ana", "Luis", "Zoe", "Teo")
    assert not host.hook("next-step").is_visible()
    evening.gathering.request("agenda.set", agenda={"steps": STEPS})
    following = host.hook("next-step")
    following.get_by_text("Next: Hello").wait_for()
    host.confirm("agenda-start")
    following.get_by_text(re.compile(r"Next: Rounds, \d\d:\d\d")).wait_for()
    bar = host.page.locator("[data-testid=timeline] > [data-state]")
    states = "pieces => pieces.map(piece => piece.dataset.state)"
    assert bar.evaluate_all(states) == ["present", "ahead", "ahead", "ahead"]
    widths = bar.evaluate_all("pieces => pieces.map(piece => piece.getBoundingClientRect().width)")
    assert widths[0] == pytest.approx(widths[1], rel=0.05), "ten minutes are as wide as two rounds of five"
    evening.gathering.press("agenda.next")
    following.get_by_text("Next: Round 2").wait_for()
    assert bar.evaluate_all(states)[:2] == ["over", "present"]
    evening.gathering.press("rotate")
    following.get_by_text("Next: Wine").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "telephone"])
def test_every_state_of_the_hosts_page_is_accessible_and_fits(evening, size, scheme):
    host = evening.host(viewport=size, color_scheme=scheme, locale="es-ES")

    def look():
        is_accessible(host)
        fits(host)

    people = evening.gathering.people("Ana García Ñúñez", "Luis", "Zoe", "Teo", "João Conceição da Silva Pereira")
    people[1].request("pass", on=True)
    evening.gathering.request("agenda.set", agenda={"steps": STEPS})
    host.hook("next-step").wait_for()
    look()
    evening.gathering.start(people=2, seconds=300)
    host.page.locator("waiting-list").get_by_text("Luis").wait_for()
    people[0].request("help", on=True)
    host.page.locator("room-card[data-help]").wait_for()
    look()
    host.hook("chip").first.click()
    host.hook("person-menu").wait_for()
    look()
    host.page.keyboard.press("Escape")
    host.press("extend")
    host.hook("notice-act").wait_for()
    look()
    host.page.keyboard.press("?")
    host.hook("shortcuts").wait_for()
    look()
    host.page.keyboard.press("Escape")
    people[2].cut()
    host.page.locator("person-chip[data-presence=lost]").wait_for()
    host.press("rotate")
    host.hook("confirm").wait_for()
    look()


def test_two_hosts_stay_in_step(evening):
    one, other = evening.host(), evening.host(locale="es-ES")
    ana, *_ = evening.gathering.people("Ana", "Luis", "Zoe", "Teo", "Eva", "Max")
    one.start(people=3, minutes=5)
    for host in (one, other):
        host.wait_data(phase="round", round=1)
        host.wait("() => document.querySelectorAll('room-card person-chip').length === 6", what="six people in rooms")
    seating = """() => JSON.stringify([...document.querySelectorAll("room-card")].map(card =>
      [card.dataset.room, [...card.querySelectorAll("person-chip")].map(chip => chip.dataset.person).sort()]))"""

    def in_step(what):
        want = one.page.evaluate(seating)
        other.wait(f"want => ({seating})() === want", want, what=what)

    in_step("the same seating")
    one.page.locator(f'[data-person="{ana.id}"] .chip').click()
    one.page.locator("[data-place]:not([data-place=free])").click()
    one.page.get_by_text("Ana moved to room").wait_for()
    moved = "id => document.querySelector(`[data-person=${id}]`).closest('room-card').childElementCount && " \
        "document.querySelector(`[data-person=${id}]`).parentElement.childElementCount === 4"
    for host in (one, other):
        host.wait(moved, ana.id, what="Ana among three others")
    in_step("the move")
    other.press("pause")
    one.hook("resume").wait_for()
    one.hook("resume").click()
    other.hook("pause").wait_for()
    # Both press at once: one rotation, and one of the two reads why there was no second.
    for host in (one, other):
        host.press("rotate")
    for host in (one, other):
        host.press("confirm")
    for host in (one, other):
        host.wait_data(phase="round", round=2)
    other.hook("host-message").wait_for()
    assert evening.gathering.request("status")["phase"]["round"] == 2
    in_step("the next round")
    one.confirm("end")
    other.wait_data(phase="lobby")
    other.page.get_by_text("Las salas aparecen").wait_for()
