"""A disk that is full, read-only, or holds something else: said in a sentence, and nothing is lost or overwritten."""

import os
import resource
import sqlite3
import subprocess
from contextlib import closing

import pytest
from server import BINARY, ROOT, Server

UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def refuses_to_start(data, *before):
    """Starts a server that must not come up, and returns its one sentence."""
    done = subprocess.run(
        [*before, BINARY, "serve", "--port", "0", "--data", data], capture_output=True, text=True, timeout=30,
        check=False, cwd=ROOT, stdin=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if not name.startswith("TERTULIA_S")},
    )
    assert done.returncode == 1, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_full_disk_stops_no_evening_and_loses_nothing_once_there_is_room(servers, gather):
    server = servers()
    gathering = gather(server)
    host = gathering.host()
    ana, luis = gathering.people("Ana", "Luis")
    limit = (server.data / "journal.sqlite-wal").stat().st_size
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    late = gathering.person("Late")
    host.expect("announcement", where=lambda m: "cannot write its journal" in m["text"])
    assert server.get("/healthz").status == 503
    gathering.start(people=3)
    room = ana.assignment(1)["room"]["id"]
    luis.request("wish", person=ana.id, on=True)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, UNLIMITED)
    host.expect("announcement", where=lambda m: "writes its journal again" in m["text"])
    assert server.get("/healthz").status == 200
    server.kill()
    server.start()
    again = gathering.enter(gathering=gathering.id, resume=ana.welcome["resume"])
    assert again.assignment(1)["room"]["id"] == room
    assert gathering.enter(gathering=gathering.id, resume=late.welcome["resume"]).welcome["you"]["id"] == late.id
    other = gathering.enter(gathering=gathering.id, resume=luis.welcome["resume"])
    again.request("wish", person=other.id, on=True)
    assert again.expect("match")["person"] == other.id


def test_a_read_only_directory_is_named(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    sentence = refuses_to_start(data, "unshare", "-m", "sh", "-c", script, data)
    assert str(data) in sentence
    assert list(data.iterdir()) == []


def test_a_directory_that_cannot_be_made_is_named(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    assert str(file) in refuses_to_start(file / "data")


@pytest.fixture
def journal(tmp_path, gather):
    """The journal of a server that has gone."""
    server = Server(tmp_path).start()
    gather(server).people("Ana", "Luis")
    assert server.stop() == 0
    return server.data / "journal.sqlite"


def change(journal, statement):
    with closing(sqlite3.connect(journal)) as database:
        database.execute(statement)
        database.commit()


def test_something_else_under_the_journals_name_is_left_alone(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "journal.sqlite").write_bytes(b"not a database " * 1000)
    assert "journal.sqlite" in refuses_to_start(data)
    assert (data / "journal.sqlite").read_bytes() == b"not a database " * 1000


def test_a_damaged_journal_is_named_and_left_alone(journal):
    change(journal, "UPDATE change SET change = '{' WHERE number = 2")
    before = journal.read_bytes()
    sentence = refuses_to_start(journal.parent)
    assert "is damaged" in sentence and "--data" in sentence
    assert journal.read_bytes() == before


@pytest.mark.parametrize("version, word", [(99, "newer"), (1, "before its first release")])
def test_a_journal_of_another_format_is_named_and_left_alone(journal, version, word):
    change(journal, f"PRAGMA user_version = {version}")
    before = journal.read_bytes()
    assert word in refuses_to_start(journal.parent)
    assert journal.read_bytes() == before
