/**
 * What each of the host's keys does where the evening stands, and the list of them.
 *
 * @import {Session} from "../protocol/session.js"
 * @import {Act} from "../protocol/shortcuts.js"
 * @import {NoticeBar} from "../elements/notice-bar.js"
 * @import {Commands} from "./commands.js"
 */
import { possible } from "../protocol/roster.js";
import { text } from "../languages/text.js";
import { find, icon, listen } from "../elements/build.js";
import { HostControls } from "../elements/host-controls.js";
import { ShortcutList } from "../elements/shortcut-list.js";
import { Keys } from "./keys.js";

export class KeyActs {
  #controls = find(HostControls, "host-controls");
  #list = find(ShortcutList, "shortcut-list");

  /** @param {{session: Session, commands: Commands, notices: NoticeBar, device: {keys: boolean}}} parts */
  constructor({ session, commands, notices, device }) {
    this.session = session;
    this.commands = commands;
    this.notices = notices;
    const button = find(HTMLButtonElement, "[data-act=keys]");
    button.append(icon("keyboard"));
    button.ariaLabel = text("host.keys");
    this.keys = new Keys(device, (act) => this.#do(act));
    listen(button, "click", () => this.#do("keys"));
    listen(this.#list, "switch", (on) => (this.keys.on = on));
  }

  /** @param {Act} act */
  #do(act) {
    const { commands, notices } = this;
    const { phase } = this.session.seat;
    const can = possible(phase);
    if (act === "keys") return this.#list.open(this.keys.on);
    if (act === "undo") return notices.act() || notices.tell(text("host.keys.nothing"));
    if (act === "start" && can.has("start")) {
      const request = this.#controls.ready;
      return request && commands.ask(request, "start");
    }
    if (act === "rotate" && can.has("rotate")) return commands.ask({ type: "rotate" });
    if (act === "extend" && can.has("extend")) return commands.ask({ type: "round.extend", seconds: 60 });
    if (act === "pause" && can.has("pause")) return commands.ask({ type: "round.pause" });
    if (act === "pause" && can.has("resume")) return commands.ask({ type: "round.resume" });
    notices.tell(text(act === "start" && phase?.name === "round" ? "host.keys.running" : "host.keys.nothing"));
  }
}
