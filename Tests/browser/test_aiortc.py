"""A third implementation of WebRTC, written from docs/protocol.md alone, in one room with a page."""

import asyncio
import concurrent.futures
import fractions
import json
import threading

import aioice.ice
import pytest
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription, VideoStreamTrack
from aiortc.sdp import candidate_from_sdp
from av import VideoFrame
from websockets.asyncio.client import connect

RATE = 15
FRAMES = 10
PATIENCE = 30


class Colours(VideoStreamTrack):
    """A picture that changes with every frame."""

    def __init__(self):
        super().__init__()
        self.count = 0

    async def recv(self):
        await asyncio.sleep(1 / RATE)
        self.count += 1
        frame = VideoFrame(160, 120, "yuv420p")
        for plane in frame.planes:
            plane.update(bytes([self.count * 16 % 256]) * plane.buffer_size)
        frame.pts, frame.time_base = self.count, fractions.Fraction(1, RATE)
        return frame


class Guest:
    """Takes part in one round: joins, connects to whoever sits in the room, sends colours, counts what comes."""

    def __init__(self, url):
        self.url = url
        self.you = None
        self.frames = 0
        self.seen = asyncio.Event()

    async def run(self, token, ready):
        async with connect(self.url, subprotocols=["tertulia.v1"]) as self.socket:
            await self.send(type="join", token=token, mode="online")
            async for text in self.socket:
                message = json.loads(text)
                match message["type"]:
                    case "welcome":
                        self.you = message["you"]["id"]
                        ready.set_result(self.you)
                    case "assignment" if message["room"]:
                        self.room, [self.peer] = message["room"]["id"], message["peers"]
                        await self.begin()
                    case "signal" if message["link"] == self.peer["link"]:
                        await self.receive(message)

    async def send(self, **message):
        await self.socket.send(json.dumps(message))

    async def begin(self):
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.connection.on("track", lambda track: asyncio.ensure_future(self.watch(track)))
        if self.peer["initiator"]:
            self.connection.addTrack(Colours())
            await self.connection.setLocalDescription(await self.connection.createOffer())
            await self.describe()

    async def receive(self, signal):
        if description := signal.get("description"):
            await self.connection.setRemoteDescription(RTCSessionDescription(**description))
            if description["type"] == "offer":
                self.connection.addTrack(Colours())
                await self.connection.setLocalDescription(await self.connection.createAnswer())
                await self.describe()
        elif (found := signal.get("candidate")) and found["candidate"]:
            candidate = candidate_from_sdp(found["candidate"].removeprefix("candidate:"))
            candidate.sdpMid, candidate.sdpMLineIndex = found["sdpMid"], found["sdpMLineIndex"]
            await self.connection.addIceCandidate(candidate)

    async def describe(self):
        """It gathers before it describes: all candidates are in the description."""
        own = self.connection.localDescription
        await self.send(
            type="signal", **{"from": self.you}, to=self.peer["id"], room=self.room, link=self.peer["link"],
            description={"type": own.type, "sdp": own.sdp},
        )

    async def watch(self, track):
        while track.kind == "video":
            await track.recv()
            self.frames += 1
            if self.frames >= FRAMES:
                self.seen.set()


@pytest.fixture
def loopback(monkeypatch):
    """It leaves loopback out, and a network of our own may have nothing else."""
    monkeypatch.setattr(aioice.ice, "get_host_addresses", lambda use_ipv4, use_ipv6: ["127.0.0.1"])


@pytest.fixture
def beside():
    """An event loop in a thread of its own: Playwright has this one."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def run(step):
        return asyncio.run_coroutine_threadsafe(step, loop)

    yield run
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


@pytest.mark.parametrize("first", ["the page", "aiortc"])
def test_aiortc_and_a_page_see_each_other(evening, loopback, beside, first):
    """Whoever came first makes the offer."""
    guest = Guest(evening.server.socket_url)
    token = evening.gathering.token(sub="eva", name="Eva")
    luis = evening.guest("Luis") if first == "the page" else None
    ready = concurrent.futures.Future()
    evening_of_eva = beside(guest.run(token, ready))
    eva = ready.result(PATIENCE)
    luis = luis or evening.guest("Luis")
    evening.gathering.start()
    luis.in_round(1)
    luis.has_peers(eva)
    luis.sees(eva, timeout=PATIENCE * 1_000)
    beside(guest.seen.wait()).result(PATIENCE)
    evening_of_eva.cancel()
    beside(guest.connection.close()).result(PATIENCE)
