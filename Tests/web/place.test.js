import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims, readLink, readPlace, socketAddress } from "../../web/protocol/place.js";

const token = (claims) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;

test("the address names the gathering, the fragment holds the token", () => {
  assert.deepEqual(readPlace({ pathname: "/g/cafe-1", hash: "#t=a.b.c" }), { gathering: "cafe-1", token: "a.b.c" });
  assert.deepEqual(readPlace({ pathname: "/g/cafe/host", hash: "" }), { gathering: "cafe", token: null });
  assert.deepEqual(readPlace({ pathname: "/", hash: "#t=" }), { gathering: "", token: null });
  assert.deepEqual(readPlace({ pathname: "/g/Café", hash: "" }).gathering, "");
});

test("a token's claims are read with their accents, and rubbish is no claim", () => {
  assert.deepEqual(readClaims(token({ name: "Íñigo Núñez" })), { name: "Íñigo Núñez" });
  assert.deepEqual(["", "a.b.c", "a", null, token(null), token(3)].map(readClaims), [{}, {}, {}, {}, {}, {}]);
});

test("the WebSocket is as secure as its page", () => {
  assert.equal(socketAddress({ protocol: "http:", host: "127.0.0.1:8080" }), "ws://127.0.0.1:8080/ws");
  assert.equal(socketAddress({ protocol: "https:", host: "coffee.example.org" }), "wss://coffee.example.org/ws");
});

test("a pasted link leads to its page, a bare name too, anything else nowhere", () => {
  const origin = "https://coffee.example.org";
  assert.equal(readLink(" https://coffee.example.org/g/cafe#t=a.b.c\n", origin), "/g/cafe#t=a.b.c");
  assert.equal(readLink("https://elsewhere.example.org/g/cafe", origin), "https://elsewhere.example.org/g/cafe");
  assert.equal(readLink("cafe", origin), "/g/cafe");
  for (const text of ["", "Café con leche", "https://coffee.example.org/", "javascript:alert(1)//g/cafe", "ftp://a/g/b"]) {
    assert.equal(readLink(text, origin), null, text);
  }
});
