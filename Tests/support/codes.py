"""Reads QR codes off a picture, with a decoder that knows nothing of our encoder: Debian's zbar-tools."""

import subprocess


def codes(picture, folder):
    """What the codes of a PNG say."""
    path = folder / "picture.png"
    path.write_bytes(picture)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqr.enable", path], capture_output=True, text=True, timeout=60
    )
    return done.stdout.splitlines()
