"""Pages that are reloaded, killed or cut off, and those who sit with them."""

from browser import Guest
from wire import Wire


def pair_off(evening, four):
    """Starts a round of pairs and returns them once everybody sees the other."""
    evening.gathering.start(people=2)
    for guest in four:
        guest.in_round(1)
    by_room = {}
    for guest in four:
        by_room.setdefault(guest.room, []).append(guest)
    for one, other in by_room.values():
        one.sees(other.id)
        other.sees(one.id)
    return list(by_room.values())


def test_a_page_that_is_reloaded_comes_back_to_its_room_with_video(evening, four):
    (ana, luis), _ = pair_off(evening, four)
    id, room = ana.id, ana.room
    ana.reload()
    ana.wait_data(phase="round", room=room, you=id, connection="open")
    ana.sees(luis.id)
    luis.has_peers(id)
    luis.sees(id)


def test_the_partner_of_a_killed_page_is_looked_after(evening, four):
    (killed, alone), (one, other) = pair_off(evening, four)
    gone, room = killed.id, one.room
    killed.kill()
    # Three seconds of waiting for the lost one, then at most five.
    alone.wait_data(room=room, timeout=8000)
    alone.has_peers(one.id, other.id)
    for guest in (one, other):
        guest.has_peers(alone.id, *({one.id, other.id} - {guest.id}))
        guest.sees(alone.id)
        alone.sees(guest.id)
    assert gone not in alone.peers()


def test_who_leaves_is_gone_and_the_other_is_looked_after(evening, four):
    (leaver, alone), (one, other) = pair_off(evening, four)
    leaver.press("leave")
    if leaver.hook("confirm").is_visible():
        leaver.press("confirm")
    alone.wait_data(room=one.room, timeout=5000)
    alone.has_peers(one.id, other.id)
    alone.sees(one.id)


def test_somebody_who_comes_late_sits_down_in_the_running_round(evening):
    ana, luis = evening.guests("Ana", "Luis")
    evening.gathering.start(people=3)
    ana.in_round(1)
    zoe = evening.guest("Zoe")
    zoe.in_round(1)
    for guest in (ana, luis, zoe):
        guest.has_peers(*({ana.id, luis.id, zoe.id} - {guest.id}))
        guest.sees_everybody()


def test_a_lost_network_loses_neither_seat_nor_conversation(evening):
    wire = Wire(evening.server.port)
    ana, luis = evening.guest("Ana", wire=wire), evening.guest("Luis")
    evening.gathering.start(people=2)
    for guest, other in ((ana, luis), (luis, ana)):
        guest.in_round(1)
        guest.sees(other.id)
    room = ana.room
    wire.cut()
    ana.wait_data(connection="reconnecting")
    # Pictures go from browser to browser: the conversation doesn't end meanwhile.
    ana.sees(luis.id)
    luis.sees(ana.id)
    wire.mend()
    ana.wait_data(connection="open", phase="round", room=room)
    ana.sees(luis.id)
    luis.sees(ana.id)
    wire.close()


def test_a_second_page_of_the_same_person_takes_over(evening):
    first = evening.guest("Ana")
    second = evening.guest("Ana")
    first.wait_data(connection="closed")
    assert second.id == first.id or first.id == ""
    second.wait_data(connection="open")


def test_without_a_camera_one_takes_part_all_the_same(evening):
    luis = evening.guest("Luis")
    ana = evening.add(Guest(evening.browser, evening.link(sub="ana", name="Ana")))
    ana.choose_devices("sound")
    if not ana.data("you"):
        ana.join("Ana")
    evening.gathering.start(people=2)
    ana.in_round(1)
    ana.sees(luis.id)
    luis.has_peers(ana.id)
    ana.say("I have no camera today")
    luis.reads("I have no camera today")
