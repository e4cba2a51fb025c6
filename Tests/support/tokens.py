"""Tokens as any registration system would mint them: plain JWT, by a library that the server doesn't use."""

import time

import jwt

HOUR = 3600


def token(secret, gathering, role="participant", *, algorithm="HS256", **claims):
    """A token that holds for an hour unless the claims say otherwise; a claim of None is left out."""
    everything = {"gathering": gathering, "role": role, "exp": int(time.time()) + HOUR} | claims
    present = {name: value for name, value in everything.items() if value is not None}
    return jwt.encode(present, secret, algorithm=algorithm)
