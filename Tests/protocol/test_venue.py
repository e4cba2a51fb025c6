"""The venue: tables, screens, the door, and the rounds in which both sides meet."""

import pytest
from client import Client, Refused
from wire import Wire

TABLES = [
    {"name": "1", "seats": 4, "screen": True}, {"name": "2", "seats": 4, "screen": True}, {"name": "3", "seats": 4},
]
STEPS = [{"kind": "welcome"}, {"kind": "rounds"}]


@pytest.fixture
def venue(gathering):
    """Three tables, two of which may have a screen."""
    gathering.request("agenda.set", agenda={"tables": TABLES, "steps": STEPS})
    return gathering


def screen(venue, table):
    return venue.enter(token=venue.token("table", table=table))


def crowd(venue, prefix, count, mode):
    return [venue.person(f"{prefix}{number}", mode=mode) for number in range(count)]


def at(person):
    """A person's first place in the first round, however often one asks."""
    if not hasattr(person, "place"):
        person.place = person.assignment(1)
    return person.place


def rooms(people):
    return {person.id: at(person)["room"] for person in people}


def seated(venue, around=6, home=4):
    """Two screens, people on both sides, and a round that has begun."""
    screens = [screen(venue, "1"), screen(venue, "2")]
    here, there = crowd(venue, "V", around, "venue"), crowd(venue, "H", home, "online")
    venue.start(people=4)
    return screens, here, there


def test_both_sides_meet_where_a_table_has_a_screen(venue):
    screens, here, there = seated(venue)
    for person in there:
        assignment = at(person)
        assert assignment["room"]["kind"] == "bridge"
        shown = next(s for s in screens if s.id in {peer["id"] for peer in assignment["peers"]})
        assert {peer["id"] for peer in assignment["peers"]} <= {shown.id} | {other.id for other in there}
        assert {other["id"] for other in assignment["around"]} <= {other.id for other in here}
        assert assignment["around"], "nobody sits around the table"
        assert at(shown)["room"]["id"] == assignment["room"]["id"]
    for person in here:
        assignment = at(person)
        assert assignment["room"]["kind"] in ("bridge", "table")
        assert not {peer["id"] for peer in assignment["peers"]} & {s.id for s in screens}
        assert assignment["peers"], "somebody sits alone"
        assert "around" not in assignment


def test_without_screens_each_side_has_company_of_its_own(venue):
    here, there = crowd(venue, "V", 4, "venue"), crowd(venue, "H", 3, "online")
    venue.start(people=2)
    assert {room["kind"] for room in rooms(here).values()} == {"table"}
    assert {room["kind"] for room in rooms(there).values()} == {"online"}


def test_signals_and_words_go_between_the_screen_and_those_at_home(venue):
    screens, here, there = seated(venue, around=2, home=1)
    room = at(there[0])["room"]["id"]
    shown = next(s for s in screens if at(s)["room"] and at(s)["room"]["id"] == room)
    for one, other in [(there[0], shown), (shown, there[0])]:
        one.send("signal", to=other.id, room=room, link=1, candidate=None, **{"from": one.id})
        assert other.expect("signal", where=lambda signal, one=one: signal["from"] == one.id)
    there[0].send("chat", room=room, text="Hola", **{"from": there[0].id})
    for listener in [shown, *here]:
        assert listener.expect("chat")["text"] == "Hola"


def test_a_screen_that_fails_gives_its_guests_back_within_five_seconds_and_takes_new_ones_later(venue):
    (first, second), here, there = seated(venue, around=4, home=4)
    first_room = at(first)["room"]["id"]
    guests = [person for person in there if at(person)["room"]["id"] == first_room]
    around = [person for person in here if at(person)["room"]["id"] == first_room]
    assert guests and around
    first.cut()
    lost = guests[0].expect("peer", change="lost")
    assert lost["holdSeconds"] == 3
    for person in guests:
        again = person.assignment(1, timeout=8, where=lambda a: a["room"] and a["room"]["id"] != first_room)
        assert again["peers"], "a guest from home was left alone"
    assert around[0].assignment(1, where=lambda a: a["room"]["kind"] == "table")["room"]["table"] == "1"
    back = screen(venue, "1")
    assert back.id == first.id
    assert at(back)["room"]["kind"] == "bridge"
    assert around[0].assignment(1, where=lambda a: a["room"]["kind"] == "bridge")


def test_a_screen_that_falls_silent_gives_its_guests_back_within_five_seconds(venue):
    """As one whose plug is pulled: its connection is never closed."""
    wire = Wire(venue.server.port)
    silent = Client(f"ws://127.0.0.1:{wire.port}/ws", ping_interval=None)
    venue.clients.append(silent)
    silent.join(token=venue.token("table", table="1"))
    other = screen(venue, "2")
    crowd(venue, "V", 4, "venue")
    there = crowd(venue, "H", 4, "online")
    venue.start(people=4)
    room = at(silent)["room"]["id"]
    guests = [person for person in there if at(person)["room"]["id"] == room]
    assert guests and len(guests) < len(there)
    wire.hold()
    for person in guests:
        assert person.assignment(1, timeout=6, where=lambda a: a["room"] and a["room"]["id"] != room)["peers"]
    wire.close()
    other.fence()


def test_a_screen_that_comes_back_at_once_keeps_its_guests(venue):
    (first, _), _, there = seated(venue, around=4, home=4)
    room = at(first)["room"]["id"]
    guest = next(person for person in there if at(person)["room"]["id"] == room)
    first.cut()
    guest.expect("peer", change="lost")
    screen(venue, "1")
    assert guest.expect("peer", change="back")["peer"]["link"] == 2


def test_a_second_device_takes_a_screen_over_and_hosts_hear_of_it(venue):
    host = venue.host()
    first = screen(venue, "1")
    second = screen(venue, "1")
    assert first.closed() == 4501
    assert second.id == first.id and second.welcome["you"]["role"] == "table"
    assert "table 1" in host.expect("announcement")["text"]


def test_a_screen_shows_a_code_until_a_host_says_whose_it_is(venue):
    device = venue.connect()
    code = device.request("pair", gathering=venue.id)["code"]
    assert len(code) == 6 and code.isalpha() and code.isupper()
    host = venue.host()
    def fails(code, table):
        with pytest.raises(Refused, match=r"no table|No screen"):
            host.request("screen.pair", code=code, table=table)

    fails("AAAAAA", "1")
    fails(code, "99")
    host.request("screen.pair", code=f"{code[:3].lower()} {code[3:]}", table="2")
    paired = device.expect("paired")
    assert paired["table"] == "2"
    device.join(token=paired["token"])
    assert device.welcome["you"]["role"] == "table"
    host.expect("tables", where=lambda m: [t["connected"] for t in m["tables"]] == [False, True, False])
    fails(code, "3")


def test_a_screen_of_no_table_is_told_which_there_are(venue):
    with pytest.raises(Refused, match=r"no table 9.*1, 2, 3"):
        screen(venue, "9")


def test_a_table_closes_opens_and_comes_while_a_round_runs(venue):
    _, here, _ = seated(venue, around=6, home=0)
    closed = at(here[0])["room"]["table"]
    sitting = [person for person in here if at(person)["room"]["table"] == closed]
    venue.request("table.close", table=closed)
    for person in sitting:
        moved = person.assignment(1, where=lambda a: a["room"] and a["room"]["table"] != closed)
        assert moved["peers"]
    for type, fields, code in [
        ("table.close", {"table": closed}, "conflict"), ("table.open", {"table": "77"}, "not-found"),
        ("table.add", {"table": "2", "seats": 4}, "conflict"), ("table.add", {"table": "8", "seats": 1}, "malformed"),
    ]:
        venue.organizer.fails(type, code, gathering=venue.id, **fields)
    venue.request("table.open", table=closed)
    venue.request("table.add", table="Garden", seats=2)
    assert [table["name"] for table in venue.request("status")["tables"]] == ["1", "2", "3", "Garden"]


def test_more_people_than_seats_is_told_to_hosts_and_mended_with_a_table(gathering):
    host = gathering.host()
    gathering.request("table.add", table="1", seats=2)
    here = crowd(gathering, "V", 4, "venue")
    gathering.start(people=2)
    word = host.expect("announcement")["text"]
    assert "2 people in the venue without a seat" in word and "Add or open a table" in word
    waiting = [person for person in here if at(person)["room"] is None]
    assert len(waiting) == 2
    assert all("No table has a free seat" in at(person)["reason"] for person in waiting)
    gathering.request("table.add", table="2", seats=2)
    assert {p.assignment(1, where=lambda a: a["room"])["room"]["table"] for p in waiting} == {"2"}


def test_a_table_named_twice_in_an_agenda_is_refused_and_the_evening_goes_on(venue):
    with pytest.raises(Refused, match="name of its own"):
        venue.request("agenda.set", agenda={"tables": [TABLES[0], TABLES[0]], "steps": STEPS})
    assert len(venue.request("status")["tables"]) == 3


def test_the_door_checks_in_who_has_no_phone_and_whoever_walks_in(venue):
    guests = [{"name": "Ana", "sub": "ana"}, {"name": "Luis", "sub": "luis"}]
    listed = venue.request("guests.add", guests=guests)["guests"]
    host = venue.host()
    ana = listed[0]["id"]
    host.request("person.checkin", person=ana)
    assert "already" in host.fails("person.checkin", "conflict", person=ana)["message"]
    eva = host.request("person.add", name="Eva")["person"]
    venue.start(people=2)
    seats = {entry["id"]: entry for entry in host.request("roster")["people"]}
    assert seats[ana]["presence"] == "checked-in" and seats[ana]["mode"] == "venue"
    assert seats[ana]["table"] == seats[eva]["table"]
    assert seats[listed[1]["id"]]["presence"] == "expected", "who has not come is known"
    host.request("person.checkin", person=eva, on=False)
    host.fails("person.checkin", "conflict", person=eva, on=False)
    phone = venue.enter(token=venue.token(sub="ana", name="Ana"))
    assert phone.id == ana and phone.welcome["you"]["mode"] == "venue"
    host.fails("person.checkin", "conflict", person=ana)


def test_a_check_in_by_mistake_is_taken_back_and_the_person_is_expected_as_before(venue):
    [ana] = venue.request("guests.add", guests=[{"name": "Ana", "sub": "ana"}])["guests"]
    host = venue.host()
    host.request("person.checkin", person=ana["id"])
    host.request("person.checkin", person=ana["id"], on=False, expected=True)
    host.request("person.mode", person=ana["id"], mode="online")
    [entry] = host.request("roster")["people"]
    assert (entry["presence"], entry["mode"]) == ("expected", "online")
    host.fails("person.checkin", "conflict", person=ana["id"], on=False, expected=True)


def test_a_phone_that_sleeps_in_the_venue_keeps_its_person_at_the_table(venue):
    here = crowd(venue, "V", 2, "venue")
    venue.start(people=2)
    room = at(here[0])["room"]["id"]
    here[0].cut()
    venue.press("rotate")
    assert here[1].assignment(2)["peers"][0]["id"] == here[0].id
    assert not here[1].all("peer", change="lost"), "nobody is told of a sleeping phone"
    again = venue.person("V0", mode="venue").assignment(2)["room"]
    assert again["table"] and again["id"] != room


def test_who_goes_home_keeps_whom_they_met_and_gets_a_room_at_home(venue):
    here, there = crowd(venue, "V", 3, "venue"), crowd(venue, "H", 2, "online")
    venue.start(people=3)
    walker = here[0]
    assert at(walker)["room"]["kind"] == "table"
    walker.request("mode", mode="online")
    assert walker.assignment(1, where=lambda a: a["room"] and a["room"]["kind"] == "online")["peers"]
    venue.organizer.request("person.mode", gathering=venue.id, person=there[0].id, mode="venue")
    assert there[0].expect("mode")["mode"] == "venue"
    assert there[0].assignment(1, where=lambda a: a["room"] and a["room"]["kind"] == "table")


def test_tables_are_known_in_time_to_walk_there(gathering):
    gathering.request("agenda.set", agenda={"tables": TABLES, "walkSeconds": 40, "steps": STEPS})
    ana, _ = crowd(gathering, "V", 2, "venue")
    board = gathering.enter(token=gathering.token("board"))
    gathering.start(people=2, inSeconds=35)
    next = at(ana)
    assert next["startsAt"] - ana.welcome["now"] > 30_000
    shown = board.expect("seating", round=1)
    assert shown["startsAt"] == next["startsAt"]
    assert [sorted(table["people"]) for table in shown["tables"]] == [["V0", "V1"]]


def test_hosts_move_people_to_tables_and_hear_why_not(venue):
    screens, here, there = seated(venue, around=6, home=2)
    target = next(p for p in here if at(p)["room"]["table"] != at(here[0])["room"]["table"])
    table = at(target)["room"]["table"]
    venue.request("person.move", person=here[0].id, table=table)
    assert here[0].assignment(1, where=lambda a: a["room"] and a["room"]["table"] == table)
    wrong = [(there[0].id, {"table": "3"}), (screens[0].id, {"table": table}), (here[1].id, {"table": "x"})]
    for person, where in wrong:
        with pytest.raises(Refused):
            venue.request("person.move", person=person, **where)


def test_the_venue_from_the_terminal(server, venue):
    def run(*arguments):
        done = server.command(*arguments)
        assert done.status == 0, done.err
        return done.out

    run("table", "add", venue.id, "Patio", "--seats", "6", "--screen")
    assert "Patio: 6 seats, screen off" in run("table", "list", venue.id)
    link = run("link", venue.id, "--role", "table", "--table", "Patio").strip()
    assert "/table/Patio#t=" in link
    shown = venue.enter(token=link.split("#t=")[1])
    assert "Patio: 6 seats, screen on" in run("table", "list", venue.id)
    run("table", "close", venue.id, "Patio")
    assert "screen on, closed" in run("table", "list", venue.id)
    device = venue.connect()
    run("table", "pair", venue.id, device.request("pair", gathering=venue.id)["code"], "2")
    assert device.expect("paired")["table"] == "2"
    person = run("person", "add", venue.id, "Eva").strip()
    failed = server.command("person", "checkin", venue.id, person)
    assert failed.status != 0 and "already" in failed.err
    run("person", "checkin", venue.id, person, "--undo")
    assert server.command("table", "add", venue.id, "x", "--seats", "1").status != 0
    assert server.command("link", venue.id, "--role", "table").status != 0
    assert shown.welcome["you"]["name"] == "Patio"


def test_the_evening_is_exported_with_how_evenly_both_sides_met_and_holds_before_a_verifier(server, venue, tmp_path):
    _, here, there = seated(venue, around=7, home=3)
    assert at(here[0])["room"]
    venue.press("rotate")
    here[0].assignment(2)
    venue.request("gathering.close")
    exported = server.command("gathering", "export", venue.id, "--data", server.data)
    sides = exported.json["fairness"]["sides"]
    assert (sides["venue"]["people"], sides["online"]["people"]) == (len(here), len(there))
    assert sides["online"]["across"]["most"] >= 1
    assert {person["id"] for person in exported.json["people"]} == {person.id for person in here + there}
    file = tmp_path / "evening.json"
    file.write_text(exported.out)
    assert server.command("plan", "verify", file).status == 0


def test_after_a_restart_tables_screens_and_the_door_are_as_they_were(server, venue):
    shown = screen(venue, "1")
    venue.request("person.add", name="Eva")
    crowd(venue, "V", 1, "venue")
    venue.start(people=2)
    before = venue.host().request("roster")["people"]
    server.kill()
    server.start()
    again = venue.enter(token=venue.token("host"))
    after = again.request("roster")["people"]
    assert [(p["name"], p.get("table")) for p in after] == [(p["name"], p.get("table")) for p in before]
    assert after[0]["presence"] == "checked-in"
    assert screen(venue, "1").id == shown.id
