"""How the server starts, what it refuses to start with, and how it goes."""

import os
import signal
import socket
import stat
import time

import pytest
from client import Client
from server import ROOT, Server, command
from tokens import token


def serve(directory, *arguments, **environment):
    """Runs `tertulia serve` where it must not come up."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("TERTULIA_S")} | environment
    return command("serve", *arguments, cwd=directory, env=env)


def is_one_sentence(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) == 1 and "Fatal" not in text


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_going_down_tells_everybody_to_come_back(servers, gather, how):
    server = servers()
    gathering = gather(server)
    people = [*gathering.people("Ana", "Luis"), gathering.host()]
    started = time.monotonic()
    server.process.send_signal(how)
    assert [person.closed() for person in people] == [1001] * 3
    assert server.process.wait(5) == 0
    assert time.monotonic() - started < 5


def test_a_secret_is_made_once_and_kept_to_the_owner(tmp_path, monkeypatch):
    monkeypatch.delenv("TERTULIA_SECRET", raising=False)
    server = Server(tmp_path)
    environment = {k: v for k, v in server.environment.items() if k != "TERTULIA_SECRET"}
    monkeypatch.setattr(Server, "environment", environment)
    server.start()
    kept = server.data / "secret"
    secret = kept.read_text().strip()
    assert len(secret) >= 32
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    client = Client(server.socket_url)
    client.join(token=token(secret, "*", "organizer"))
    # The command line finds it in ./data as well.
    assert server.command("gathering", "list").status == 0
    client.close()
    server.stop()
    server.start()
    assert kept.read_text().strip() == secret
    assert secret not in server.log.read_text()
    server.stop()


def settings_file(directory, text):
    path = directory / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[server]\nport = "eighty"\n', "port"),
        ("[server]\nport = 70000\n", "port"),
        ("[server]\ncolour = 1\n", "colour"),
        ("[sever]\nport = 8080\n", "sever"),
        ("[server]\nport = 8080\nport = 8081\n", "3"),
        ("[server\n", "1"),
        ("[rounds]\nhandover_seconds = -1\n", "handover_seconds"),
        ("[ice]\nstun = [1]\n", "stun"),
        ('[server]\nsecret = "short"\n', "secret"),
        ('[access]\nes256_public_key_file = "/nowhere.pem"\n', "/nowhere.pem"),
        ('[log]\nlevel = "loud"\n', "level"),
    ],
)
def test_settings_that_are_wrong_are_named(tmp_path, text, named):
    (tmp_path / "web").mkdir()
    done = serve(tmp_path, "--config", settings_file(tmp_path, text))
    assert done.status != 0
    assert is_one_sentence(done.err), done.err
    assert named in done.err


def test_a_settings_file_that_is_not_there_is_named(tmp_path):
    done = serve(tmp_path, "--config", "nowhere.toml")
    assert done.status != 0 and "nowhere.toml" in done.err and is_one_sentence(done.err)


def test_the_example_settings_hold(tmp_path):
    example = (ROOT / "config/tertulia.toml").read_text()
    server = Server(tmp_path)
    path = settings_file(tmp_path, example.replace('web = "web"', f'web = "{ROOT}/web"'))
    server.write_settings = lambda: path
    server.start()
    assert server.get("/").status == 200
    assert server.stop() == 0


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = settings_file(tmp_path, f'[server]\nweb = "{ROOT}/web"\n')
        done = serve(tmp_path, "--config", settings, "--port", port)
    assert done.status != 0
    assert str(port) in done.err.strip().splitlines()[-1]


def test_a_page_from_elsewhere_may_not_connect_unless_it_is_allowed(servers, gather):
    server = servers(server={"allowed_origins": ["https://www.example.org"]})
    gathering = gather(server)
    for origin in ("https://www.example.org", server.url, None):
        gathering.connect(origin=origin)
    with pytest.raises(Exception, match="HTTP|handshake|connection|stream"):
        gathering.connect(origin="https://evil.example.net")


def test_no_token_contact_or_secret_reaches_the_log(servers, gather):
    server = servers(log={"level": "trace"})
    gathering = gather(server)
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    room = ana.assignment(1)["room"]["id"]
    ana.send("chat", room=room, text="nobody else hears this", **{"from": ana.id})
    luis.expect("chat")
    description = {"type": "offer", "sdp": "v=0 private"}
    ana.send("signal", room=room, to=luis.id, link=1, description=description, **{"from": ana.id})
    luis.expect("signal")
    bad = gathering.connect()
    bad.send("join", token="a.bad.token")
    bad.closed()
    log = server.log.read_text()
    said = ("ana@example.org", "nobody else", "v=0 private")
    for private in (*said, "a.bad.token", "eyJ", server.secret, ana.welcome["resume"]):
        assert private not in log
