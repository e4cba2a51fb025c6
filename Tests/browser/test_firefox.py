"""Firefox and Chromium in one room."""

import subprocess

import pytest
from firefox import Firefox

# Firefox counts no frames of a live stream, so the picture itself is looked at twice.
MOVES = """(async () => {
  const tile = document.querySelector('[data-testid=tile][data-peer="%s"]');
  const video = tile?.querySelector("video");
  if (!tile?.hasAttribute("data-picture") || !video.checkVisibility()) return false;
  const context = Object.assign(document.createElement("canvas"), { width: 64, height: 48 }).getContext("2d");
  const look = () => (context.drawImage(video, 0, 0, 64, 48), context.getImageData(0, 0, 64, 48).data);
  const before = look();
  await new Promise(done => video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(done)));
  return look().some((value, index) => Math.abs(value - before[index]) > 8);
})()"""


def give_an_address():
    """Firefox gathers no candidates on loopback: a network of our own gets a second interface that leads nowhere."""
    shown = subprocess.run(["ip", "-o", "-4", "address"], capture_output=True, text=True, check=True).stdout
    if any(" lo " not in line for line in shown.splitlines()):
        return
    for command in (
        "ip link add home0 type veth peer name away0", "ip address add 10.77.0.1/24 dev home0",
        "ip link set home0 up", "ip link set away0 up", "ip route add default via 10.77.0.2 dev home0",
    ):
        subprocess.run(command.split(), check=True)


@pytest.fixture
def firefox():
    give_an_address()
    firefox = Firefox()
    yield firefox
    firefox.close()


@pytest.mark.timeout(240)
def test_firefox_and_chromium_see_and_hear_each_other_round_after_round(evening, firefox):
    luis = evening.guest("Luis")
    firefox.open(evening.link(sub="ana", name="Ana"))
    firefox.wait("document.querySelector('[data-testid=join]')?.checkVisibility()", "door")
    firefox.evaluate("document.querySelector('[data-testid=join]').click()")
    ana = firefox.wait("document.documentElement.dataset.you", "way in")
    for round in (1, 2):
        if round == 1:
            evening.gathering.start()
        else:
            evening.gathering.rotate()
        luis.in_round(round, timeout=30_000)
        luis.has_peers(ana, timeout=30_000)
        firefox.wait(MOVES % luis.id, f"video of Luis in round {round}", 60)
        luis.sees(ana, timeout=60_000)
        luis.hears(ana, timeout=30_000)
    firefox.wait("""(async () => {
      const [track] = document.querySelector("[data-testid=tile] video").srcObject.getAudioTracks();
      return track.readyState === "live" && !track.muted;
    })()""", "sound of Luis")
    luis.say("Hello, Firefox")
    firefox.wait("document.querySelector('[data-testid=chat-log]').textContent.includes('Hello, Firefox')", "chat")
