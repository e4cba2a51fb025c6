/**
 * A screen without a link: shows a code until a host says whose it is, and asks for another whenever the line is lost.
 */
import { delay } from "./backoff.js";
import { SUBPROTOCOL } from "./messages.js";

/**
 * @param {object} options
 * @param {string} options.url of the WebSocket
 * @param {string} options.gathering
 * @param {(code: string) => void} options.show
 * @param {(message: string) => void} options.refused what the server says where there can be no code
 * @returns {Promise<{token: string, table: string}>}
 */
export function pairScreen({ url, gathering, show, refused }) {
  return new Promise((resolve) => {
    let attempt = 0;
    const connect = () => {
      const socket = new WebSocket(url, SUBPROTOCOL);
      let isPaired = false;
      socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "pair", id: "pair", gathering })));
      socket.addEventListener("message", ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === "error") refused(message.message);
        if (message.type === "ok") {
          attempt = 0;
          show(message.code);
        }
        if (message.type !== "paired") return;
        isPaired = true;
        socket.close();
        resolve({ token: message.token, table: message.table });
      });
      socket.addEventListener("close", () => {
        if (isPaired) return;
        setTimeout(connect, delay(attempt, Math.random()));
        attempt += 1;
      });
    };
    connect();
  });
}
