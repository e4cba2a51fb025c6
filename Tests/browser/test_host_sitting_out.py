"""A host takes somebody out of the round for now: by the menu, by hand, and back; and what that person sees."""

import pytest
from browser import DESKTOP
from test_for_all import PHONE, fits, is_accessible
from test_host_hands import Table


def passing(table, name):
    people = {person["name"]: person for person in table.gathering.request("roster")["people"]}
    return people[name]["passing"]


def waits(table, name):
    """Sits out, in the list of those who do."""
    chip = table.host.page.locator(f'waiting-list person-chip[data-person="{table.people[name].id}"]')
    chip.get_by_text("sits out").wait_for()
    return chip


def test_somebody_is_let_sit_out_by_keyboard_and_back_in_the_room_by_undo(evening):
    table = Table(evening)
    keyboard, before = table.host.page.keyboard, table.room("Ana")
    table.chip("Ana").get_by_role("button").focus()
    keyboard.press("Enter")
    table.host.hook("let-sit-out").focus()
    keyboard.press("Enter")
    table.host.page.get_by_text("Ana sits out for now.").wait_for()
    waits(table, "Ana")
    table.host.hook("notice-act").wait_for()
    keyboard.press("u")
    table.sits("Ana", before)
    assert not passing(table, "Ana")


def test_somebody_is_carried_out_and_carried_back_in(evening):
    table = Table(evening)
    page, mouse, before = table.host.page, table.host.page.mouse, table.room("Ana")
    mouse.move(*table.middle(table.chip("Ana")))
    mouse.down()
    mouse.move(300, 300, steps=3)
    mouse.move(*table.middle(table.host.hook("sitting-out")), steps=3)
    assert table.host.hook("sitting-out").get_attribute("data-drop") == "yes"
    mouse.up()
    chip = waits(table, "Ana")
    assert table.host.hook("sitting-out").count() == 0, "the place is there while somebody is carried"
    mouse.move(*table.middle(chip))
    mouse.down()
    mouse.move(*table.middle(table.card(before)), steps=5)
    assert table.host.hook("sitting-out").count() == 0, "nobody sits out twice"
    mouse.up()
    table.sits("Ana", before)
    assert not passing(table, "Ana"), "whoever a host moves into a room is in again"
    page.get_by_text("Ana moved to room").wait_for()
    table.host.hook("notice-act").last.click()
    waits(table, "Ana")
    # And onto the list itself.
    mouse.move(*table.middle(table.chip("Luis")))
    mouse.down()
    mouse.move(*table.middle(page.locator("waiting-list")), steps=5)
    assert page.locator("waiting-list").get_attribute("data-drop") == "yes"
    mouse.up()
    waits(table, "Luis")


def test_letting_one_of_two_sit_out_asks_first_and_undo_brings_them_back_in(evening):
    table = Table(evening, names=("Ana", "Luis", "Zoe", "Teo"), people=2)
    table.chip("Ana").get_by_role("button").click()
    table.host.press("let-sit-out")
    table.host.page.get_by_text("Whoever is left alone joins others at once").wait_for()
    table.host.press("confirm")
    waits(table, "Ana")
    table.host.hook("notice-act").last.click()
    table.host.page.locator(f'room-card person-chip[data-person="{table.people["Ana"].id}"]').wait_for()
    assert not passing(table, "Ana")


def test_a_host_brings_back_who_sits_out(evening):
    table = Table(evening)
    table.gathering.request("person.pass", person=table.people["Ana"].id)
    waits(table, "Ana").get_by_role("button").click()
    table.host.press("bring-back")
    table.host.page.get_by_text("Ana is in again.").wait_for()
    table.host.page.locator(f'room-card person-chip[data-person="{table.people["Ana"].id}"]').wait_for()


@pytest.mark.parametrize(
    ("locale", "said", "size"),
    [
        ("en-GB", "A host has taken you out of the round for now. You are welcome back", DESKTOP),
        ("es-ES", "Por ahora, un anfitrión te ha sacado de la ronda. Vuelve cuando quieras", PHONE),
    ],
    ids=["english", "spanish"],
)
def test_whoever_is_taken_out_reads_why_and_is_back_by_one_press(evening, locale, said, size):
    host = evening.host(locale=locale, viewport=size)
    ana = evening.guest("Ana", locale=locale, viewport=size)
    evening.gathering.people("Luis", "Zoe", "Teo", "Eva", "Max")
    evening.gathering.start(people=3)
    ana.in_round(1)
    chip = host.page.locator(f'room-card person-chip[data-person="{ana.id}"]')
    chip.get_by_role("button").click()
    host.press("let-sit-out")
    ana.hook("waiting").get_by_text(said).wait_for()
    ana.page.locator("[data-testid=pass][data-on]").wait_for()
    host.hook("notice-act").wait_for()
    for page in (ana, host):
        is_accessible(page)
        fits(page)
    ana.page.reload()
    ana.hook("waiting").get_by_text(said).wait_for()
    ana.press("come-back")
    ana.in_round(1)
    ana.page.locator("[data-testid=pass]:not([data-on])").wait_for()
    chip.wait_for()


def test_in_the_lobby_too_one_sits_out_until_one_comes_back(evening):
    host = evening.host()
    ana = evening.guest("Ana")
    host.page.locator(f'[data-testid=roster-person][data-person="{ana.id}"] .roster-name').click()
    host.press("let-sit-out")
    ana.hook("lobby").get_by_text("A host has taken you out of the round for now.").wait_for()
    evening.gathering.people("Luis", "Zoe")
    evening.gathering.start(people=2)
    ana.hook("come-back").wait_for()
    ana.press("pass")
    ana.in_round(1)
    evening.gathering.press("rotate")
    ana.in_round(2)


def test_an_own_wish_to_sit_out_is_kept_through_a_reload(evening):
    ana = evening.guest("Ana")
    evening.gathering.people("Luis", "Zoe")
    ana.press("pass")
    ana.hook("lobby").get_by_text("You sit out until you come back in.").wait_for()
    ana.page.reload()
    ana.wait_data(connection="open", phase="lobby")
    ana.page.locator("[data-testid=pass][data-on]").wait_for()
