"""A wire between a page and the server that can be cut, held still and mended: a network that goes away.

Chromium's own switch for being offline leaves open WebSockets as they are.
"""

import contextlib
import socket
import threading

CHUNK = 65536


class Wire:
    def __init__(self, server_port, host="127.0.0.1"):
        self.server_port = server_port
        self.listener = socket.create_server((host, 0))
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Lock()
        self.ends = []
        self.whole = True
        self.flows = threading.Event()
        self.flows.set()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                page, _ = self.listener.accept()
                with self.lock:
                    if not self.whole:
                        page.close()
                        continue
                    server = socket.create_connection(("127.0.0.1", self.server_port))
                    self.ends += [page, server]
                for source, target in ((page, server), (server, page)):
                    threading.Thread(target=self.carry, args=(source, target), daemon=True).start()

    def carry(self, source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                self.flows.wait()
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self):
        """Ends what is open and refuses what is new."""
        with self.lock:
            self.whole = False
            for end in self.ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self.ends.clear()

    def hold(self):
        """Lets nothing through and closes nothing, as a device does that lost its power."""
        self.flows.clear()

    def mend(self):
        with self.lock:
            self.whole = True
        self.flows.set()

    def close(self):
        self.cut()
        self.flows.set()
        self.listener.close()
