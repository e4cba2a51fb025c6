"""Another home: a network of its own with a browser in it, whose line to the rest can be cut."""

import subprocess
from contextlib import contextmanager

from browser import ARGUMENTS, CHROMIUM
from server import die_with_parent
from wire import Wire

HERE, THERE = "10.78.0.1", "10.78.0.2"


class Home:
    def __init__(self, awake, server_port, directory):
        """A Chromium like `awake` in a network that reaches this one, and through it the server, by one line."""
        self.holder = subprocess.Popen(
            ["unshare", "-n", "sh", "-c", "echo ready; exec sleep infinity"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, preexec_fn=die_with_parent,
        )
        assert self.holder.stdout.readline() == b"ready\n", "no network of its own to be had"
        self.enter = ["nsenter", "-t", str(self.holder.pid), "-n"]
        run(f"ip link add line0 type veth peer name line1 netns {self.holder.pid}")
        run(f"ip address add {HERE}/24 dev line0")
        run("ip link set line0 up")
        self.inside("ip link set lo up")
        self.inside(f"ip address add {THERE}/24 dev line1")
        self.mend()
        self.wire = Wire(server_port, HERE)
        self.origin = f"http://{HERE}:{self.wire.port}"
        starter = directory / "chromium"
        starter.write_text(f'#!/bin/sh\nexec {" ".join(self.enter)} {CHROMIUM} "$@"\n')
        starter.chmod(0o755)
        # A camera is given to secure pages only, and this one's address is not that of the machine itself.
        arguments = [*ARGUMENTS, f"--unsafely-treat-insecure-origin-as-secure={self.origin}"]
        self.browser = awake.browser_type.launch(executable_path=starter, args=arguments)

    def inside(self, command):
        run(command, *self.enter)

    def cut(self):
        self.inside("ip link set line1 down")

    def mend(self):
        self.inside("ip link set line1 up")
        self.inside(f"ip route add default via {HERE}")

    def close(self):
        self.browser.close()
        self.wire.close()
        self.holder.kill()
        self.holder.wait()
        self.holder.stdout.close()


def run(command, *before):
    subprocess.run([*before, *command.split()], check=True)


@contextmanager
def another_home(*what):
    home = Home(*what)
    yield home
    home.close()
