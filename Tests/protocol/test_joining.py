"""Who may speak, and how somebody comes in and comes back."""

import time

import jwt
import pytest
from client import Refused
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from gathering import partners
from tokens import token
from websockets.exceptions import InvalidHandshake


@pytest.mark.parametrize("offered", [None, ["chat"]], ids=["none", "another"])
def test_a_client_without_the_subprotocol_is_refused_at_the_upgrade(gathering, offered):
    with pytest.raises((InvalidHandshake, EOFError)):
        gathering.connect(subprotocols=offered)


def test_the_subprotocol_is_chosen_among_several(gathering):
    client = gathering.connect(subprotocols=["other", "tertulia.v1"])
    assert client.socket.subprotocol == "tertulia.v1"


def test_a_token_opens_the_gathering(gathering):
    client = gathering.person("Ana", profile={"headline": "Roasts coffee", "topics": ["coffee"], "company": "Aurora"})
    welcome = client.welcome
    assert welcome["type"] == "welcome"
    you = welcome["you"]
    assert {key: you[key] for key in ("name", "role", "mode")} == {
        "name": "Ana", "role": "participant", "mode": "online",
    }
    assert isinstance(you["id"], str) and you["id"]
    assert welcome["gathering"] | {"open": None} == {
        "id": gathering.id, "title": "A test", "locale": "en", "open": None,
    }
    phase = welcome["phase"]
    assert (phase["name"], phase["round"], phase["startsAt"], phase["endsAt"], phase["paused"]) == (
        "lobby", 0, None, None, False,
    )
    assert isinstance(welcome["resume"], str) and len(welcome["resume"]) >= 16
    assert abs(welcome["now"] - time.time() * 1000) < 2000
    assert isinstance(welcome["iceServers"], list)
    assert welcome["limits"]["messageBytes"] == 65536


def test_a_name_in_the_token_cannot_be_changed(gathering):
    client = gathering.enter(token=gathering.token(sub="ana", name="Ana"), name="Somebody", mode="online")
    assert client.name == "Ana"


def test_a_token_without_a_name_takes_the_name_of_the_join(gathering):
    client = gathering.enter(token=gathering.token(sub="x1"), name="Ñandú 🦤", mode="venue")
    assert client.welcome["you"] | {"id": 0, "profile": 0} == {
        "id": 0, "name": "Ñandú 🦤", "role": "participant", "mode": "venue", "profile": 0,
    }


def test_the_same_subject_is_the_same_person_and_the_first_connection_is_closed(gathering):
    first = gathering.person("Ana")
    second = gathering.person("Ana")
    assert second.id == first.id
    assert first.closed() == 4501
    second.fence()


def test_tokens_without_a_subject_are_different_people(gathering):
    link = gathering.token()
    ids = {gathering.enter(token=link, name="Guest", mode="online").id for _ in range(3)}
    assert len(ids) == 3


def test_an_open_gathering_takes_whoever_gives_a_name(gathering):
    client = gathering.enter(gathering=gathering.id, name="Luis", mode="online")
    assert client.welcome["you"]["role"] == "participant"
    assert client.name == "Luis"


def test_a_gathering_that_is_not_open_wants_a_token(server, gather):
    gathering = gather(server, open=False)
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(gathering=gathering.id, name="Luis", mode="online")
    assert refused.value.error["code"] == "unauthorized"
    assert client.closed(12) == 1008


def bad_tokens(server, gathering):
    good = {"gathering": gathering.id, "role": "participant", "exp": int(time.time()) + 3600}
    yield "another secret", jwt.encode(good, "not the server's secret, but long enough", algorithm="HS256")
    yield "expired", jwt.encode(good | {"exp": int(time.time()) - 120}, server.secret, algorithm="HS256")
    yield "not yet valid", jwt.encode(good | {"nbf": int(time.time()) + 3600}, server.secret, algorithm="HS256")
    yield "no expiry", token(server.secret, gathering.id, exp=None)
    yield "no algorithm", jwt.encode(good, None, algorithm="none")
    yield "another algorithm", jwt.encode(good, server.secret, algorithm="HS512")
    yield "no such role", token(server.secret, gathering.id, "emperor")
    yield "no gathering", token(server.secret, None)
    yield "every gathering, for a participant", token(server.secret, "*")
    yield "no token at all", "abc"
    whole = token(server.secret, gathering.id)
    yield "cut short", whole[:-4]
    head, body, signature = whole.split(".")
    yield "another body", ".".join([head, body[:-2] + ("AA" if body[-2:] != "AA" else "BB"), signature])


@pytest.mark.parametrize("kind", range(12))
def test_a_bad_token_gets_an_error_and_is_shown_out(server, gathering, kind):
    name, bad = list(bad_tokens(server, gathering))[kind]
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(token=bad, name="Luis", mode="online")
    assert refused.value.error["code"] == "unauthorized", name
    assert bad not in refused.value.error["message"], "no token is repeated"
    assert client.closed() == 1008, name


def test_a_token_for_a_gathering_that_is_not_there_is_not_found(server, gathering):
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(token=token(server.secret, "nowhere"), name="Luis", mode="online")
    assert refused.value.error["code"] == "not-found"


def test_a_registration_system_signs_with_its_own_key(servers, gather, tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    other = ec.generate_private_key(ec.SECP256R1())
    public = tmp_path / "public.pem"
    public.write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    gathering = gather(servers(access={"es256_public_key_file": str(public)}), open=False)
    minted = token(key, gathering.id, sub="ana", name="Ana", algorithm="ES256")
    assert gathering.enter(token=minted, mode="online").name == "Ana"
    client = gathering.connect()
    with pytest.raises(Refused):
        client.join(token=token(other, gathering.id, algorithm="ES256"), name="Luis", mode="online")
    assert client.closed() == 1008


def test_whoever_does_not_join_within_ten_seconds_is_shown_out(gathering):
    start = time.monotonic()
    client = gathering.connect()
    assert client.closed(13) == 1008
    assert 9 < time.monotonic() - start < 12


def test_before_the_join_nothing_else_is_answered(gathering):
    client = gathering.connect()
    client.fails("roster", "unauthorized")


@pytest.mark.parametrize(
    ("names_gathering", "fields"),
    [
        (False, {}),
        (False, {"token": 5, "name": "Luis"}),
        (False, {"token": "", "name": "Luis"}),
        (False, {"name": "Luis"}),
        (True, {}),
        (True, {"name": 7}),
        (True, {"name": ""}),
        (True, {"name": "Luis", "mode": "by boat"}),
        (True, {"name": "Luis", "profile": "a baker"}),
        (True, {"name": "Luis", "links": [1]}),
    ],
)
def test_a_join_that_is_not_one_is_malformed(gathering, names_gathering, fields):
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(**fields | ({"gathering": gathering.id} if names_gathering else {}))
    assert refused.value.error["code"] == "malformed"


def test_a_name_has_an_end(gathering):
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(gathering=gathering.id, name="x" * 5000, mode="online")
    assert refused.value.error["code"] == "too-large"


def test_resuming_brings_the_same_person_back_into_the_same_room(gathering):
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    before = ana.assignment(1)
    luis.assignment(1)
    back = gathering.enter(token=gathering.token(sub="ana", name="Ana"), resume=ana.welcome["resume"])
    assert back.id == ana.id
    assert ana.closed() == 4501
    assert back.welcome["phase"]["name"] == "round"
    again = back.assignment(1)
    assert again["room"] == before["room"]
    assert partners(again) == {luis.id}
    assert (again["startsAt"], again["endsAt"]) == (before["startsAt"], before["endsAt"])


def test_resuming_needs_nothing_filled_in_again(gathering):
    ana = gathering.enter(gathering=gathering.id, name="Ana", mode="venue", profile={"headline": "Here", "topics": []})
    resume = ana.welcome["resume"]
    ana.close()
    back = gathering.enter(gathering=gathering.id, resume=resume)
    assert (back.id, back.name, back.welcome["you"]["mode"]) == (ana.id, "Ana", "venue")


def test_a_resume_that_nobody_was_given_makes_nobody_else(gathering):
    ana = gathering.enter(gathering=gathering.id, name="Ana", mode="online")
    client = gathering.connect()
    try:
        client.join(gathering=gathering.id, name="Eve", mode="online", resume="x" * len(ana.welcome["resume"]))
        assert client.id != ana.id
    except Refused as refused:
        assert refused.error["code"] in ("unauthorized", "not-found")
    ana.fence()


def test_a_server_that_is_full_says_so(servers, gather):
    gathering = gather(servers(limits={"people": 3}))
    gathering.people("Ana", "Luis", "Zoe")
    client = gathering.connect()
    with pytest.raises(Refused) as refused:
        client.join(gathering=gathering.id, name="Teo", mode="online")
    assert refused.value.error["code"] == "unavailable"
