import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Clock } from "../../web/protocol/clock.js";

/** A clock whose local time is set by hand. */
function clockAt(local) {
  const state = { local, sent: [] };
  const clock = new Clock((message) => state.sent.push(message), () => state.local);
  return { state, clock };
}

test("the welcome serves until the first answer", () => {
  const { clock } = clockAt(1_000);
  clock.start(501_000);
  clock.stop();
  assert.equal(clock.now(), 501_000);
  assert.equal(clock.toLocal(501_500), 1_500);
});

test("half of the round trip is taken to be the way back", () => {
  const { state, clock } = clockAt(100);
  state.local = 140;
  clock.receive({ t0: 100, now: 5_000 });
  assert.equal(clock.now(), 5_020);
});

test("the sample with the least round trip is believed, early or late", () => {
  const { state, clock } = clockAt(0);
  state.local = 300;
  clock.receive({ t0: 0, now: 10_000 });
  state.local = 410;
  clock.receive({ t0: 400, now: 10_405 });
  state.local = 900;
  clock.receive({ t0: 500, now: 10_899 });
  assert.equal(clock.offset, 10_000);
});

test("an answer from the future is no sample", () => {
  const { clock } = clockAt(50);
  clock.start(1_050);
  clock.receive({ t0: 90, now: 9_999_999 });
  clock.stop();
  assert.equal(clock.offset, 1_000);
});

test("a measurement is five samples, and is taken again every thirty seconds until it is stopped", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { state, clock } = clockAt(0);
    clock.start(0);
    mock.timers.tick(1_000);
    assert.equal(state.sent.length, 5);
    assert.deepEqual(state.sent[0], { type: "time", t0: 0 });
    mock.timers.tick(29_000);
    mock.timers.tick(1_000);
    assert.equal(state.sent.length, 10);
    clock.stop();
    mock.timers.tick(120_000);
    assert.equal(state.sent.length, 10);
  } finally {
    mock.timers.reset();
  }
});
