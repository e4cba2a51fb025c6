"""How two pages find each other: through a relay where nothing else leads, and anew where a link does not stand."""

import time

import pytest
from browser import Guest
from evening import Evening
from home import HERE, another_home
from relay import Relay

# Keeps the page's connections, those that `refused` names with no way but a relay.
CONNECTIONS = """() => {
  const refused = %s;
  const Real = RTCPeerConnection;
  window.connections = [];
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) {
      const isRefused = refused(connections.length);
      super(isRefused ? { ...configuration, iceTransportPolicy: "relay" } : configuration);
      connections.push(this);
    }
  };
  window.asked = 0;
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) => { window.asked += 1; return ask(wanted); };
}"""
RELAY_ONLY = CONNECTIONS % "() => true"
FIRST_FAILS = CONNECTIONS % "(number) => number === 0"
NONE_FAILS = CONNECTIONS % "() => false"
# The kinds of candidates over which the page's connections run.
WAYS = """async () => {
  const ways = [];
  for (const connection of connections.filter(({ connectionState }) => connectionState === "connected")) {
    const stats = await connection.getStats();
    const pair = [...stats.values()].find(({ nominated, state }) => nominated && state === "succeeded");
    ways.push(stats.get(pair.localCandidateId).candidateType);
  }
  return ways;
}"""
STANDS_STILL = """peer => {
  const video = document.querySelector(`[data-testid=tile][data-peer="${peer}"] video`);
  const frames = video.getVideoPlaybackQuality().totalVideoFrames;
  if (video.still?.frames !== frames) video.still = { frames, since: performance.now() };
  return performance.now() - video.still.since > 1000;
}"""
OWN_TRACK = "() => document.querySelector('room-view self-view video').srcObject.getVideoTracks()[0].id"


@pytest.fixture(scope="module")
def relay(tmp_path_factory):
    relay = Relay(tmp_path_factory.mktemp("relay"), "the secret of both")
    yield relay
    relay.close()


@pytest.fixture
def relayed(browser, servers, relay):
    """Makes an evening on a server that names the relay, with whatever secret."""
    evenings = []

    def make(secret):
        evening = Evening(browser, servers(ice={"turn": [relay.url], "turn_secret": secret}))
        evenings.append(evening)
        return evening

    yield make
    for evening in evenings:
        assert evening.end() == {}, "no page may report an error"


def test_where_nothing_else_leads_pictures_go_through_the_relay(relayed):
    evening = relayed("the secret of both")
    ana, luis = [evening.guest(name, script=RELAY_ONLY) for name in ("Ana", "Luis")]
    evening.gathering.start()
    for guest, other in ((ana, luis), (luis, ana)):
        guest.in_round(1)
        guest.sees(other.id, timeout=30_000)
        guest.hears(other.id)
        assert guest.page.evaluate(WAYS) == ["relay"]


def test_a_relay_that_refuses_is_told_in_plain_words_and_tried_again(relayed):
    evening = relayed("another secret")
    ana, luis = [evening.guest(name, script=RELAY_ONLY) for name in ("Ana", "Luis")]
    evening.gathering.start()
    ana.in_round(1)
    ana.page.locator(f"[data-peer={luis.id}]").get_by_text("Connecting…").wait_for()
    ana.wait("() => connections.length >= 2", timeout=20_000, what="a second attempt")
    assert ana.page.evaluate(WAYS) == []
    ana.say("I can't see you yet")
    luis.reads("I can't see you yet")


def test_a_link_that_does_not_connect_is_rebuilt_and_the_camera_is_asked_for_once(evening):
    ana, luis = evening.guest("Ana", script=FIRST_FAILS), evening.guest("Luis", script=NONE_FAILS)
    evening.gathering.start()
    ana.in_round(1)
    ana.page.locator(f"[data-peer={luis.id}]").get_by_text("Connecting…").wait_for()
    for guest, other in ((ana, luis), (luis, ana)):
        guest.sees(other.id, timeout=20_000)
    assert ana.page.evaluate("() => connections.length") == 2
    own = ana.page.evaluate(OWN_TRACK)
    for round in (2, 3):
        evening.gathering.rotate()
        ana.in_round(round)
        ana.sees(luis.id)
    assert ana.page.evaluate(OWN_TRACK) == own, "the camera's track lives through every change of room"
    assert [guest.page.evaluate("() => asked") for guest in (ana, luis)] == [1, 1]


def test_a_network_that_is_cut_for_five_seconds_brings_back_room_and_video(evening, tmp_path):
    """Nothing goes through, neither words nor pictures, and nothing is closed: as when the Wi-Fi goes."""
    with another_home(evening.browser, evening.server.port, tmp_path) as home:
        link = evening.link(sub="ana", name="Ana", port=home.wire.port).replace("127.0.0.1", HERE)
        ana = Guest(home.browser, link)
        # A browser that has just started, over a line that carries every module of the page by itself.
        ana.wait("() => document.querySelector('[data-testid=join]')?.checkVisibility()", timeout=30_000, what="door")
        ana.join()
        luis = evening.guest("Luis")
        evening.gathering.start()
        for guest, other in ((ana, luis), (luis, ana)):
            guest.in_round(1)
            guest.sees(other.id, timeout=30_000)
        room = ana.room
        cut_at = time.monotonic()
        home.cut()
        for guest, other in ((ana, luis), (luis, ana)):
            guest.wait(STANDS_STILL, other.id, what="picture that stands still")
        luis.page.wait_for_timeout(max(0, cut_at + 5 - time.monotonic()) * 1000)
        home.mend()
        ana.sees(luis.id, frames=1, timeout=3_000)
        luis.sees(ana.id, frames=1, timeout=3_000)
        ana.wait_data(connection="open", phase="round", room=room)
        assert ana.troubles == []
