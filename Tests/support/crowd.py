"""Very many people at once, who only come, listen and go: one thread, whatever their number."""

import asyncio
import json
import threading

from websockets.asyncio.client import connect

PATIENCE = 60  # seconds; on two busy cores a thousand take some ten
AT_ONCE = 50


class Crowd:
    def __init__(self, gathering, count):
        self.gathering = gathering
        self.loop = asyncio.new_event_loop()
        self.people = []
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.run(self.come(count))

    def run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    async def come(self, count):
        door = asyncio.Semaphore(AT_ONCE)

        async def enter(number):
            async with door:
                socket = await connect(
                    self.gathering.server.socket_url, subprotocols=["tertulia.v1"], max_size=None,
                    ping_interval=None, compression=None,
                )
                name = f"Guest {number:04}"
                await socket.send(json.dumps({"type": "join", "gathering": self.gathering.id, "name": name}))
                welcome = json.loads(await socket.recv())
                assert welcome["type"] == "welcome", welcome
                person = Member(welcome["you"]["id"], name, socket)
                person.ear = asyncio.create_task(person.listen())
                return person

        self.people = await asyncio.gather(*(enter(number) for number in range(count)))

    def cut(self, person):
        """One of them loses the connection, as a dead network does."""
        self.loop.call_soon_threadsafe(person.socket.transport.abort)

    def close(self):
        async def leave():
            for person in self.people:
                person.ear.cancel()
                person.socket.transport.abort()
            await asyncio.sleep(0)

        self.run(leave())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()


class Member:
    """One of a crowd."""

    def __init__(self, id, name, socket):
        self.id = id
        self.name = name
        self.socket = socket
        self.ear = None

    async def listen(self):
        """What comes is read, or the server would think of a slow reader."""
        try:
            async for _ in self.socket:
                pass
        except OSError:
            pass
