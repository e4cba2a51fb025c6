import assert from "node:assert/strict";
import { test } from "node:test";
import { familyOf, troubleOf } from "../../web/media/trouble.js";

test("what the browser says is told apart", () => {
  const kinds = ["NotAllowedError", "NotFoundError", "NotReadableError", "NotSupportedError", "OverconstrainedError"];
  assert.deepEqual(kinds.map((name) => troubleOf(new DOMException("", name))), ["denied", "missing", "busy", "unsupported", "missing"]);
  assert.equal(troubleOf(new TypeError("?")), "missing");
});

test("every browser is sent to its own settings", () => {
  const agents = {
    chromium: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
    firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    safari: "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    other: "Lynx/2.8",
  };
  for (const [family, agent] of Object.entries(agents)) assert.equal(familyOf(agent), family);
  assert.equal(familyOf("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/130.0"), "safari");
});
