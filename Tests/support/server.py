"""A real server in a process of its own, and the command line that talks to it."""

import ctypes
import json
import os
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("TERTULIA_BIN") or ROOT / ".build/debug/tertulia").absolute()
START_SECONDS = 20
COMMAND_SECONDS = 30

PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


def die_with_parent():
    """Runs in the child: a killed test run leaves no server behind, and a file that may not grow is an error to it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Outcome:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        assert self.status == 0, self.err
        return json.loads(self.out)


@dataclass
class Response:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()


def lower(headers):
    return {name.lower(): value for name, value in headers.items()}


def toml_value(value):
    # TOML writes strings, numbers, booleans and lists of strings as JSON does.
    return json.dumps(value, ensure_ascii=False)


class Server:
    """Starts `tertulia serve` on a free port with its data in `directory`; `settings` are {table: {key: value}}."""

    def __init__(self, directory, settings=None, secret=None):
        self.directory = Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.data = self.directory / "data"
        self.log = self.directory / "server.log"
        self.secret = secret or secrets.token_hex(32)
        self.port = free_port()
        self.settings = settings or {}
        self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self):
        return f"ws://127.0.0.1:{self.port}/ws"

    @property
    def environment(self):
        return os.environ | {"TERTULIA_SECRET": self.secret, "TERTULIA_SERVER": self.url}

    def write_settings(self):
        tables = {"server": {"web": str(ROOT / "web")}}
        for table, values in self.settings.items():
            tables[table] = tables.get(table, {}) | values
        lines = []
        for table, values in tables.items():
            lines.append(f"[{table}]")
            lines += [f"{key} = {toml_value(value)}" for key, value in values.items()]
        path = self.directory / "settings.toml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def start(self):
        arguments = [
            BINARY, "serve", "--config", self.write_settings(), "--host", "127.0.0.1",
            "--port", str(self.port), "--data", self.data,
        ]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment,
                cwd=self.directory, preexec_fn=die_with_parent,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self.is_healthy():
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text()}"
            assert time.monotonic() < deadline, f"no /healthz within {START_SECONDS} s:\n{self.log.read_text()}"
            time.sleep(0.02)
        return self

    def is_healthy(self):
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def get(self, path, method="GET", headers=None):
        request = urllib.request.Request(self.url + path, method=method, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return Response(answer.status, lower(answer.headers), answer.read())
        except urllib.error.HTTPError as error:
            return Response(error.code, lower(error.headers), error.read())

    def stop(self):
        """Asks the server to go, and returns its exit status."""
        if self.process is None:
            return None
        self.process.terminate()
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the server was still there 10 s after SIGTERM") from None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def command(self, *arguments, **environment):
        """Runs `tertulia ARGUMENTS…` against this server."""
        return command(*arguments, cwd=self.directory, env=self.environment | environment)


def command(*arguments, cwd, env):
    done = subprocess.run(
        [BINARY, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
        cwd=cwd, env=env, timeout=COMMAND_SECONDS, check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
