"""Firefox with a fake camera, driven by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/"""

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from server import die_with_parent
from websockets.sync.client import connect

START_SECONDS = 60
ANSWER_SECONDS = 60
LOOK_SECONDS = 0.1
PREFERENCES = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.autoplay.default": 0,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    "media.peerconnection.ice.default_address_only": False,
    "media.peerconnection.ice.loopback": True,
    "network.manage-offline-status": False,
    "media.gmp-manager.updateEnabled": False,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "intl.accept_languages": "en-GB",
}


class Firefox:
    """One window of a browser that is started for it."""

    def __init__(self):
        self.profile = Path(tempfile.mkdtemp(prefix="tertulia-firefox-"))
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (self.profile / "user.js").write_text("\n".join(lines))
        self.log = (self.profile / "log").open("w+b")
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--no-remote", "--profile", self.profile, "--remote-debugging-port", "0"],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent,
        )
        self.numbers = itertools.count(1)
        self.exits = ExitStack()
        self.socket = self.exits.enter_context(connect(f"{self.address()}/session", max_size=None))
        self.ask("session.new", capabilities={})
        self.window = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def address(self):
        """Where it says that it listens."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if found := re.search(rb"WebDriver BiDi listening on (ws://\S+)", (self.profile / "log").read_bytes()):
                return found[1].decode()
            time.sleep(LOOK_SECONDS)
        raise AssertionError(f"Firefox did not start: {(self.profile / 'log').read_text()[-2000:]}")

    def ask(self, method, **parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=ANSWER_SECONDS))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, link):
        self.ask("browsingContext.navigate", context=self.window, url=link, wait="interactive")

    def evaluate(self, expression):
        """The value of an expression, as JSON carries it; a promise is awaited."""
        result = self.ask(
            "script.evaluate", target={"context": self.window}, awaitPromise=True,
            expression=f"(async () => JSON.stringify(await ({expression})))()",
        )
        assert result["type"] == "success", result
        return json.loads(result["result"].get("value", "null"))

    def wait(self, expression, what, seconds=30):
        """Until the expression is true: BiDi has no event for what a page thinks."""
        deadline = time.monotonic() + seconds
        while not (value := self.evaluate(expression)):
            if time.monotonic() > deadline:
                data = self.evaluate("({...document.documentElement.dataset})")
                raise AssertionError(f"no {what} within {seconds} s in Firefox; the page has {data}")
            time.sleep(LOOK_SECONDS)
        return value

    def close(self):
        self.exits.close()
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()
        shutil.rmtree(self.profile, ignore_errors=True)
