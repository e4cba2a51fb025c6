"""Chromium with fake cameras, and the pages of a gathering as people use them.

What a page shows is read from its test hooks (data-testid, and the data of the document's element); nothing here knows
how a page is built.
"""

import itertools
import os
import shutil
import signal
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--use-fake-device-for-media-stream=device-count=2",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    # Candidates on loopback, by address: a network namespace has nothing else.
    "--disable-features=WebRtcHideLocalIpsWithMdns",
    "--allow-loopback-in-peer-connection",
]
PATIENCE = 10_000  # milliseconds; two busy cores decode a first frame late
DESKTOP = {"width": 1280, "height": 800}
calls = itertools.count()

DATA_IS = "want => Object.entries(want).every(([name, value]) => document.documentElement.dataset[name] === value)"
PEERS_ARE = """want => {
  const shown = [...document.querySelectorAll("[data-testid=tile][data-peer]")].filter(tile => tile.checkVisibility());
  return shown.map(tile => tile.dataset.peer).sort().join() === want;
}"""
DECODES = """([peer, frames, call]) => {
  const video = document.querySelector(`[data-testid=tile][data-peer="${peer}"] video`);
  if (!video || video.videoWidth === 0 || !video.checkVisibility()) return false;
  const decoded = video.getVideoPlaybackQuality().totalVideoFrames;
  const { counted } = video;
  // Counted anew for each wait, and whenever the video starts over with another stream.
  if (counted?.call !== call || decoded < counted.base) video.counted = { call, base: decoded };
  return decoded - video.counted.base >= frames;
}"""
SOUNDS = """peer => {
  const video = document.querySelector(`[data-testid=tile][data-peer="${peer}"] video`);
  const [track] = video?.srcObject?.getAudioTracks() ?? [];
  if (!track || track.muted) return false;
  video.ear ??= (() => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context);
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    return analyser;
  })();
  const samples = new Float32Array(video.ear.fftSize);
  video.ear.getFloatTimeDomainData(samples);
  return samples.some(sample => Math.abs(sample) > 0.01);
}"""
MEASURES = """() => performance.getEntriesByName("tertulia:first-frame").map(entry => entry.detail)"""


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def browser_that_sleeps(awake):
    """Another Chromium beside `awake`, with what puts all of its processes to sleep and what wakes them."""
    before = chromium_groups()
    browser = awake.browser_type.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    (group,) = chromium_groups() - before
    yield browser, lambda: os.killpg(group, signal.SIGSTOP), lambda: os.killpg(group, signal.SIGCONT)
    os.killpg(group, signal.SIGCONT)
    browser.close()


def chromium_groups():
    """The process groups of all Chromiums of this test run: each has one of its own."""
    groups = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            is_chromium = (process / "comm").read_text().startswith("chrom")
            if is_chromium and b"playwright" in (process / "cmdline").read_bytes():
                groups.add(os.getpgid(int(process.name)))
    return groups


def context_for(browser, **options):
    defaults = {"locale": "en-GB", "viewport": DESKTOP, "reduced_motion": "reduce"}
    context = browser.new_context(**defaults | {"permissions": ["camera", "microphone"]} | options)
    context.set_default_timeout(PATIENCE)
    return context


class Page:
    """A page in a browser context of its own: another person's browser."""

    def __init__(self, browser, link, *, script=None, **options):
        """With a script, the browser behaves as it says from the first moment on."""
        self.context = context_for(browser, **options)
        if script:
            self.context.add_init_script(f"({script})()")
        self.page = self.context.new_page()
        self.troubles = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self.listen)
        # A video without a stream holds `load` for ever.
        self.page.goto(link, wait_until="domcontentloaded")

    def listen(self, message):
        """An error in the console counts when it is the page's own doing: a network that is gone is not."""
        if message.type == "error" and not any(word in message.text for word in ("net::ERR", "WebSocket connection")):
            self.troubles.append(f"{message.text} {message.location.get('url', '')}")

    def hook(self, name):
        return self.page.get_by_test_id(name)

    def data(self, name):
        return self.page.evaluate("name => document.documentElement.dataset[name] ?? ''", name)

    def wait_data(self, timeout=PATIENCE, **want):
        """Waits until the document's element carries these data."""
        self.wait(DATA_IS, {name: str(value) for name, value in want.items()}, timeout, f"data {want}")

    def wait(self, function, argument=None, timeout=PATIENCE, what="something"):
        try:
            self.page.wait_for_function(function, arg=argument, timeout=timeout)
        except Error as error:
            data = self.page.evaluate("() => JSON.stringify({...document.documentElement.dataset})")
            raise AssertionError(f"no {what} within {timeout} ms; the page has {data}; {self.troubles}") from error

    def press(self, name):
        self.hook(name).first.click()

    def confirm(self, name):
        """Presses a button that asks whether one is sure, and says yes."""
        self.press(name)
        self.press("confirm")

    def close(self):
        self.context.close()


class Guest(Page):
    """A participant's page."""

    def join(self, name=None, *, place=None):
        self.hook("join").wait_for()
        if place:
            self.hook(f"place-{place}").check()
        field = self.hook("name")
        if name is not None and field.is_editable():
            field.fill(name)
        self.press("join")
        self.wait(
            "() => ['lobby', 'round'].includes(document.documentElement.dataset.phase)"
            " && document.documentElement.dataset.you"
            " && document.documentElement.dataset.connection === 'open'",
            what="way in",
        )
        return self

    def choose_devices(self, way):
        """`all`, `sound` or `none`."""
        self.page.get_by_test_id(f"devices-{way}").check()

    @property
    def id(self):
        return self.data("you")

    @property
    def room(self):
        return self.data("room")

    def in_round(self, round, timeout=PATIENCE):
        self.wait_data(phase="round", round=round, timeout=timeout)
        self.wait("() => document.documentElement.dataset.room", timeout=timeout, what=f"room in round {round}")

    def peers(self):
        return set(self.page.eval_on_selector_all(
            "[data-testid=tile][data-peer]",
            "tiles => tiles.filter(tile => tile.checkVisibility()).map(tile => tile.dataset.peer)",
        ))

    def has_peers(self, *ids, timeout=PATIENCE):
        """Waits until exactly these people's tiles are shown."""
        self.wait(PEERS_ARE, ",".join(sorted(ids)), timeout, f"tiles of {sorted(ids)}")

    def sees(self, peer, frames=5, timeout=PATIENCE):
        """Waits until so many more frames of that person's video are decoded, on a tile that is shown."""
        self.wait(DECODES, [peer, frames, next(calls)], timeout, f"video of {peer}")

    def sees_everybody(self):
        for peer in self.peers():
            self.sees(peer)

    def hears(self, peer, timeout=PATIENCE):
        """Waits until sound of that person arrives."""
        self.wait(SOUNDS, peer, timeout, f"sound of {peer}")

    def measures(self):
        """For each conversation: its round, the peer, and the time from its start to the first decoded frame."""
        return self.page.evaluate(MEASURES)

    def open_chat(self):
        if not self.hook("chat-text").is_visible():
            self.press("chat-toggle")
        self.hook("chat-text").wait_for()

    def say(self, text):
        self.open_chat()
        self.hook("chat-text").fill(text)
        self.press("chat-send")

    def reads(self, text):
        self.open_chat()
        self.hook("chat-log").get_by_text(text).first.wait_for()

    def kill(self):
        """Ends the page's process, as a crash does."""
        with suppress(Error):
            self.page.goto("chrome://crash", timeout=2000)

    def reload(self):
        self.page.reload(wait_until="domcontentloaded")


class HostPage(Page):
    def opened(self):
        self.hook("start").wait_for()
        return self

    def start(self, people=2, minutes=10, rounds=None):
        self.hook("people").fill(str(people))
        self.hook("minutes").fill(str(minutes))
        if rounds:
            self.hook("rounds").fill(str(rounds))
        self.press("start")
