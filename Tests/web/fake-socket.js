/** A WebSocket that a test plays the server of. */
export class FakeSocket extends EventTarget {
  /** Those made since the last `reset`, latest last. @type {FakeSocket[]} */
  static made = [];

  static get last() {
    return FakeSocket.made.at(-1);
  }

  readyState = 0;
  /** @type {any[]} */
  sent = [];

  constructor(url, protocol) {
    super();
    this.url = url;
    this.protocol = protocol;
    FakeSocket.made.push(this);
  }

  send(frame) {
    this.sent.push(JSON.parse(frame));
  }

  close() {
    this.readyState = 3;
  }

  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  receive(message) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  lose(code) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}
