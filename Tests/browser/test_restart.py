"""The server dies in the middle of a conversation, and nobody in it notices more than a line of text."""

import pytest
from evening import Evening

LINKS = "() => [...document.querySelectorAll('[data-testid=video]')].map(video => video.srcObject?.id).join()"


@pytest.fixture
def mortal(browser, servers):
    evening = Evening(browser, servers(rounds={"handover_seconds": 3}))
    yield evening
    assert evening.end() == {}, "no page may report an error"


def test_pictures_go_on_while_the_server_is_dead_and_everybody_keeps_the_room(mortal):
    ana, luis = mortal.guests("Ana", "Luis")
    mortal.gathering.start(people=2)
    for guest in (ana, luis):
        guest.in_round(1)
    ana.sees(luis.id)
    luis.sees(ana.id)
    rooms, streams = (ana.room, luis.room), (ana.page.evaluate(LINKS), luis.page.evaluate(LINKS))
    mortal.server.kill()
    for guest in (ana, luis):
        guest.wait_data(connection="reconnecting")
    # Three seconds and more at ten frames a second.
    ana.sees(luis.id, frames=30)
    luis.sees(ana.id, frames=30)
    mortal.server.start()
    for guest, room in ((ana, rooms[0]), (luis, rooms[1])):
        guest.wait_data(connection="open", phase="round", room=room)
    assert (ana.page.evaluate(LINKS), luis.page.evaluate(LINKS)) == streams, "no picture was begun anew"
    ana.sees(luis.id, frames=10)
    luis.sees(ana.id, frames=10)


def test_the_agenda_goes_on_after_a_restart_with_the_next_partner(mortal):
    guests = mortal.guests("Ana", "Luis", "Zoe", "Teo")
    steps = [{"kind": "rounds", "rounds": 2, "people": 2, "lengthSeconds": 20}, {"kind": "farewell"}]
    mortal.gathering.request("agenda.set", agenda={"steps": steps})
    mortal.gathering.request("agenda.start")
    for guest in guests:
        guest.in_round(1)
    first = guests[0].peers()
    mortal.server.kill()
    mortal.server.start()
    for guest in guests:
        guest.in_round(2, timeout=40_000)
    guests[0].sees_everybody()
    assert guests[0].peers() != first
