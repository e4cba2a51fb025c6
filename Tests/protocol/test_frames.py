"""What a frame may be, and what happens to those that aren't."""

import json
import random
import time
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

SEED = 20261124
FRAMES = 1000


@pytest.fixture
def ana(gathering):
    return gathering.person("Ana")


def test_the_clock_answers_at_once_and_repeats_what_it_was_asked(ana):
    for t0 in (0, 123.4, 1732370000123, -5.25):
        ana.send("time", t0=t0)
        answer = ana.expect("time")
        assert answer["t0"] == t0
        assert isinstance(answer["now"], int)
        assert abs(answer["now"] - time.time() * 1000) < 1000


def test_a_binary_frame_is_unsupported_and_ends_nothing(ana):
    ana.send_text(b'{"type":"time","t0":1}')
    assert ana.expect("error")["code"] == "unsupported"
    assert not ana.all("time")
    ana.fence()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", "}", "null", "true", "7", '"time"', "[]", '[{"type":"time","t0":1}]', '{"type":"time","t0":1',
        '{"type":"time","t0":1}}', '{"type":"time","t0":1}{"type":"time","t0":2}', "{type:'time',t0:1}",
        '{"type":"time","t0":01}', '{"type":"time","t0":NaN}', '{"type":"time","t0":"\n"}', '{"type":"time","t0":1,}',
        '{"t0":1}', '{"type":7}', '{"type":null}', '{"type":["time"]}', '{"type":"time","t0":"\\ud800"}',
        "[" * 30000, '{"a":' * 10000,
    ],
)
def test_what_is_no_message_is_malformed(ana, text):
    ana.send_text(text)
    assert ana.expect("error")["code"] == "malformed"
    ana.fence()


@pytest.mark.parametrize(
    "message",
    [
        {"type": "time"}, {"type": "time", "t0": "now"}, {"type": "wish", "person": "p1"},
        {"type": "wish", "person": 7, "on": True}, {"type": "wish", "person": "p1", "on": "yes"},
        {"type": "help"}, {"type": "pass", "on": 1}, {"type": "chat", "room": "r1-1", "from": "p1"},
        {"type": "signal", "from": "p1", "to": "p2"}, {"type": "signal", "from": 1, "to": 2, "room": 3, "link": 1},
    ],
    ids=lambda message: json.dumps(message)[9:60],
)
def test_a_message_with_a_missing_or_ill_typed_field_is_malformed(ana, message):
    relayed = message["type"] in ("signal", "chat")
    ana.send(**({} if relayed else {"id": "m1"}) | message)
    error = ana.expect("error")
    assert error["code"] == "malformed"
    assert relayed or error["re"] == "m1"
    ana.fence()


def test_an_unknown_type_is_named_so(ana):
    ana.fails("dance", "unknown-type")
    ana.send("dance")
    assert "re" not in ana.expect("error", code="unknown-type")
    ana.fence()


def test_an_id_is_repeated_to_the_letter(ana):
    for id in ("a", "ñ \"quoted\" \\ / \u2028 🦤", "x" * 64):
        assert ana.request("help", on=False, id=id)["re"] == id


@pytest.mark.parametrize(
    ("id", "code"), [("x" * 65, "too-large"), (7, "malformed"), (True, "malformed"), ({}, "malformed")], ids=str
)
def test_an_id_that_is_none_is_an_error(ana, id, code):
    ana.send("help", on=False, id=id)
    assert ana.expect("error")["code"] == code
    assert not ana.all("ok")


def test_unknown_fields_are_ignored(ana):
    assert ana.request("help", on=False, colour="blue", nested={"type": "leave", "a": [1, {"b": None}]})
    ana.fence()


def frame_of(size):
    start, end = '{"type":"time","t0":4.5,"pad":"', '"}'
    return start + "x" * (size - len(start) - len(end)) + end


def test_a_frame_may_be_as_long_as_the_limit_and_no_longer(ana):
    limit = ana.welcome["limits"]["messageBytes"]
    ana.send_text(frame_of(limit))
    ana.expect("time", t0=4.5)
    ana.send_text(frame_of(limit + 1))
    assert ana.closed() == 1009


def test_the_limit_holds_for_all_fragments_together(ana):
    text = frame_of(60000)
    ana.send_text([text[:10], text[10:30000], text[30000:]])
    ana.expect("time", t0=4.5)
    text = frame_of(70000)
    # The server may close before all was said.
    with suppress(ConnectionClosed):
        ana.send_text([text[:30000], text[30000:60000], text[60000:]])
    assert ana.closed() == 1009


def test_text_that_is_not_unicode_is_refused(gathering, ana):
    ana.socket.send(b'{"type":"time","t0":1,"x":"\xff\xfe"}', text=True)
    try:
        assert ana.expect("error")["code"] == "malformed"
    except ConnectionClosed as end:
        assert end.rcvd.code == 1007
    gathering.person("Luis").fence()


def test_too_many_messages_are_rate_limited_and_who_goes_on_is_shown_out(gathering):
    flooder, other = gathering.people("Ana", "Luis")
    with suppress(ConnectionClosed):
        for number in range(20000):
            flooder.send("help", on=number % 2 == 0)
    assert flooder.closed(10) == 1008
    assert flooder.all("error", code="rate-limited")
    other.fence()


def random_frames(generator):
    """Noise, cut and bent messages, and what looks right but isn't."""
    whole = [
        '{"type":"join","token":"x","name":"Ana","mode":"online","profile":{"headline":"h","topics":["a"]}}',
        '{"type":"signal","from":"p1","to":"p2","room":"r1-1","link":1,"description":{"type":"offer","sdp":"v=0"}}',
        '{"type":"chat","room":"r1-1","from":"p1","text":"hello \\u00f1 \\ud83e\\udda4"}',
        '{"type":"wish","id":"1","person":"p2","on":true}',
        '{"type":"round.start","id":"2","people":2,"lengthSeconds":60,"pairing":{"avoidSame":"company"}}',
        '{"type":"person.move","person":"p1","room":"r1-1"}',
        '{"type":"gathering.close"}',
        '{"type":"relink","room":"r1-1","person":"p1","link":-1}',
    ]
    tokens = ['"', "{", "}", "[", "]", ":", ",", "\\", "\\u", "\x00", "1e999", "-", "null", "ñ", "🦤", "\ufeff", "type"]
    while True:
        text = generator.choice(whole)
        match generator.randrange(5):
            case 0:
                yield generator.randbytes(generator.randrange(200))
            case 1:
                yield text[: generator.randrange(len(text))]
            case 2:
                at = generator.randrange(len(text))
                yield text[:at] + generator.choice(tokens) + text[at + generator.randrange(3) :]
            case 3:
                yield "".join(generator.choice(tokens) for _ in range(generator.randrange(60)))
            case 4:
                value = generator.choice([None, -1, 2**70, 1e300, "", "x" * 3000, [], {}, [[[]]], True])
                message = json.loads(text)
                message[generator.choice(list(message))] = value
                yield json.dumps(message)


def test_a_thousand_random_frames_trouble_nobody(gathering):
    print(f"seed {SEED}")
    generator = random.Random(SEED)
    ana, luis = gathering.people("Ana", "Luis")
    gathering.start()
    room = ana.assignment(1)["room"]["id"]
    luis.assignment(1)
    for person in (ana, luis):
        person.forget()
    frames = random_frames(generator)
    sent, noise = 0, gathering.connect()
    while sent < FRAMES:
        with suppress(ConnectionClosed):
            # Forty a connection: the limit of messages a second is for another test, and half come before any join.
            for _ in range(40):
                noise.send_text(next(frames))
                sent += 1
            # Whether joined or not, this has an answer once all before it were read.
            noise.ask("dance")
        noise.close()
        noise = gathering.connect()
        if generator.random() < 0.5:
            noise.join(token=gathering.token("board"))
    ana.send("chat", room=room, **{"from": ana.id}, text="Still here?")
    assert luis.expect("chat")["text"] == "Still here?"
    for person in (ana, luis):
        person.fence()
        assert [message for message in person.seen if message["type"] not in ("lobby",)] == []
    assert gathering.server.get("/healthz").status == 200
    gathering.person("Zoe").fence()
