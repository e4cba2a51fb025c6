"""coturn, the TURN server that Tertulia is made for, on loopback."""

import socket
import subprocess
import time

from server import die_with_parent, free_port

START_SECONDS = 10


class Relay:
    """Serves until it is closed, with a secret that it shares with whoever signs credentials."""

    def __init__(self, directory, secret):
        self.port = free_port()
        self.log = (directory / "turnserver.log").open("wb")
        arguments = [
            "turnserver", "-n", "--use-auth-secret", f"--static-auth-secret={secret}", "--realm=test",
            f"--listening-port={self.port}", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1",
            "--allow-loopback-peers", "--no-cli", "--no-tls", "--no-dtls", "--log-file=stdout",
            f"--userdb={directory / 'turndb'}", f"--pidfile={directory / 'turnserver.pid'}",
        ]
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, preexec_fn=die_with_parent
        )
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < deadline, "coturn did not start"
            time.sleep(0.05)

    @property
    def url(self):
        return f"turn:127.0.0.1:{self.port}"

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.log.close()
