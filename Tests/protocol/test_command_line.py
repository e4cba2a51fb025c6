"""The organizer's terminal."""

import base64
import csv
import itertools
import json
import re

import pytest
from gathering import partners
from server import ROOT

GUESTS = ROOT / "config/guests.csv"
numbers = itertools.count(1)
ROLES = {"participant": "", "host": "/host", "board": "/board"}


def claims(link):
    body = link.split("#t=")[1].split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def token_of(link):
    return link.strip().split("#t=")[1]


def failed(done):
    """The one sentence of a command that failed."""
    assert done.status != 0
    assert done.out == ""
    lines = [line for line in done.err.splitlines() if line.strip()]
    assert len(lines) == 1, done.err
    return lines[0]


@pytest.fixture
def create(server):
    def make(*arguments):
        id = f"cli-{next(numbers)}"
        return server.command("gathering", "create", "--title", "Café & más", "--id", id, "--json", *arguments)

    return make


def test_creating_prints_the_three_links(server, create, gathering):
    created = create("--open").json
    id = created["id"]
    assert created["guests"] == []
    assert created["links"].keys() == {"join", "host", "board"}
    for link in created["links"].values():
        assert link.startswith(f"{server.url}/g/{id}")
        assert server.get(link.removeprefix(server.url).split("#")[0]).status == 200
    host = gathering.enter(token=token_of(created["links"]["host"]), mode="online")
    assert host.welcome["you"]["role"] == "host"
    assert host.welcome["gathering"]["title"] == "Café & más"
    board = gathering.enter(token=token_of(created["links"]["board"]))
    assert board.welcome["you"]["role"] == "board"
    assert gathering.enter(gathering=id, name="Ana", mode="online").welcome["gathering"]["id"] == id


def test_creating_for_people_prints_the_links_too(server):
    done = server.command("gathering", "create", "--title", "Plain", "--open")
    assert done.status == 0, done.err
    links = re.findall(rf"{re.escape(server.url)}/g/[a-z0-9-]+\S*", done.out)
    assert any("/host#t=" in link for link in links) and any("/board" in link for link in links)
    assert len(links) >= 3


def test_the_example_guest_list_gives_everybody_a_link(server, create, gathering):
    with GUESTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40
    created = create("--guests", GUESTS).json
    guests = created["guests"]
    assert [guest["name"] for guest in guests] == [row["name"] for row in rows]
    assert len({guest["link"] for guest in guests}) == 40
    for row, guest in list(zip(rows, guests, strict=True))[::6]:
        person = gathering.enter(token=token_of(guest["link"]))
        you = person.welcome["you"]
        assert (you["name"], you["mode"]) == (row["name"], row["mode"])
        topics = [topic for topic in row["topics"].split(";") if topic]
        assert you["profile"] == {"headline": row["headline"], "company": row["company"], "topics": topics}
    # It was not opened: the plain link is not enough.
    client = gathering.connect()
    client.send("join", gathering=created["id"], name="Eve", mode="online")
    assert client.expect("error")["code"] == "unauthorized"


HEADER = "name,mode,company,role,topics,headline,contact"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([HEADER, "Ana,online,,,,,", "Luis,sofa,,,,,"], 3),
        ([HEADER, ",online,,,,,"], 2),
        ([HEADER, "Ana,online", "Luis,venue,,,,,"], 2),
        ([HEADER, "Ana,online,,,,,", "Luis,venue,,,,,,,,"], 3),
        ([HEADER, '"Ana\nMaría",online,,,,,', "Luis,sofa,,,,,"], 4),
        ([HEADER, "Ana,online,,,,,", "x" * 3000 + ",online,,,,,"], 3),
        (["nombre,modo", "Ana,online"], 1),
        ([""], 1),
    ],
    ids=["mode", "no name", "short row", "long row", "after a name of two lines", "endless name", "header", "empty"],
)
def test_a_bad_row_is_named_by_its_line_and_nothing_is_created(server, create, tmp_path, rows, line):
    path = tmp_path / "guests.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    before = server.command("gathering", "list").out
    sentence = failed(create("--guests", path))
    assert re.search(rf"\bline {line}\b", sentence), sentence
    assert server.command("gathering", "list").out == before


def test_a_guest_list_that_cannot_be_read_is_named(create, tmp_path):
    assert "nowhere.csv" in failed(create("--guests", "nowhere.csv"))
    latin = tmp_path / "latin.csv"
    latin.write_bytes(f"{HEADER}\nBegoña,online,,,,,\n".encode("latin-1"))
    assert "UTF-8" in failed(create("--guests", latin))


def test_guest_lists_from_spreadsheets_are_read(create, tmp_path):
    path = tmp_path / "guests.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\nBegoña,venue,,,,,\r\n".encode())
    [guest] = create("--guests", path).json["guests"]
    assert guest["name"] == "Begoña"


@pytest.mark.parametrize("role", ROLES)
def test_links_are_made_for_each_role(server, create, gathering, role):
    id = create("--open").json["id"]
    done = server.command("link", id, "--role", role)
    assert done.status == 0, done.err
    link = done.out.strip()
    assert link.startswith(f"{server.url}/g/{id}{ROLES[role]}")
    if "#t=" in link:
        assert claims(link)["gathering"] == id and claims(link)["role"] == role
        assert gathering.enter(token=token_of(link), name="Ana", mode="online").welcome["you"]["role"] == role
    else:
        assert role == "participant"


def test_a_whole_evening_from_the_terminal(server, gathering):
    everybody = gathering.people("Ana", "Luis", "Zoe", "Teo")
    ana, id = everybody[0], gathering.id

    def run(*arguments):
        done = server.command(*arguments)
        assert done.status == 0, done.err
        return done.out

    assert id in run("gathering", "list")
    run("round", "start", id, "--people", "2", "--seconds", "600", "--prompt", "¿Qué te trae?")
    first = {person.id: person.assignment(1) for person in everybody}
    assert first[ana.id]["prompt"] == "¿Qué te trae?"

    status = json.loads(run("status", id, "--json"))
    assert (status["phase"]["name"], status["phase"]["round"], status["present"]) == ("round", 1, 4)
    assert {frozenset(room["people"]) for room in status["rooms"]} == {
        frozenset({person, *partners(assignment)}) for person, assignment in first.items()
    }
    assert "Ana" in run("status", id) or "4" in run("status", id)

    run("round", "rotate", id)
    second = ana.assignment(2)
    assert partners(second) != partners(first[ana.id])

    run("round", "extend", id, "--seconds", "60")
    assert ana.assignment(2, where=lambda m: m["endsAt"] != second["endsAt"])["endsAt"] == second["endsAt"] + 60_000

    run("round", "pause", id)
    ana.expect("phase", where=lambda m: m["phase"]["paused"])
    run("round", "resume", id)
    ana.expect("phase", where=lambda m: m["phase"]["name"] == "round" and not m["phase"]["paused"])

    run("announce", id, "El vino está servido 🍷")
    assert ana.expect("announcement")["text"] == "El vino está servido 🍷"

    run("round", "end", id)
    ana.expect("phase", where=lambda m: m["phase"]["name"] == "lobby" and m["phase"]["round"] == 2)
    run("gathering", "close", id)
    assert ana.closed() == 4503


def test_what_cannot_be_done_is_one_sentence(server, gathering):
    assert "nowhere" in failed(server.command("status", "nowhere"))
    failed(server.command("round", "rotate", gathering.id))
    failed(server.command("round", "start", "nowhere"))
    failed(server.command("gathering", "create", "--title", "Again", "--id", gathering.id))
    failed(server.command("link", gathering.id, "--role", "emperor"))


def test_a_server_that_is_not_there_is_named(server):
    url = "http://127.0.0.1:1"
    assert "127.0.0.1:1" in failed(server.command("gathering", "list", "--server", url))
    assert "127.0.0.1:1" in failed(server.command("gathering", "list", TERTULIA_SERVER=url))
    failed(server.command("gathering", "list", "--server", "not an address"))


def test_a_wrong_secret_is_one_sentence(server):
    done = server.command("gathering", "list", TERTULIA_SECRET="0" * 64)
    assert "secret" in failed(done).lower() or "token" in failed(done).lower()


@pytest.mark.parametrize(
    "arguments",
    [["dance"], ["round"], ["round", "spin", "x"], ["gathering", "create"], ["round", "start", "x", "--people", "no"]],
    ids=" ".join,
)
def test_a_command_that_is_none_says_what_there_is(server, arguments):
    done = server.command(*arguments)
    # A group without a subcommand shows its help.
    assert done.status != 0 or "SUBCOMMANDS" in done.out
    assert "tertulia" in done.err + done.out


@pytest.mark.parametrize(
    "words",
    [[], ["serve"], ["gathering"], ["gathering", "create"], ["gathering", "list"], ["gathering", "close"], ["link"],
     ["round"], ["round", "start"], ["round", "rotate"], ["round", "extend"], ["round", "pause"], ["round", "resume"],
     ["round", "end"], ["announce"], ["status"]],
    ids=lambda words: " ".join(words) or "tertulia",
)
def test_help_teaches(server, words):
    done = server.command(*words, "--help")
    assert done.status == 0
    assert "OVERVIEW:" in done.out and "USAGE:" in done.out
    overview = done.out.split("OVERVIEW:")[1].split("USAGE:")[0].strip()
    assert len(overview.split()) >= 4
