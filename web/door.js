/** The page of the venue's door, for whoever welcomes people: who is there, with a phone or without. */
import { ConfirmDialog } from "./elements/confirm-dialog.js";
import { DoorList } from "./elements/door-list.js";
import { find, h, listen, show, write } from "./elements/build.js";
import { NoticeBar } from "./elements/notice-bar.js";
import { QrCode } from "./elements/qr-code.js";
import { Commands } from "./host/commands.js";
import { text } from "./languages/text.js";
import { openPlace, openSession } from "./pages.js";
import { Roster } from "./protocol/roster.js";

const place = openPlace("door");
const session = openSession(place);
const list = find(DoorList, "door-list");
const notices = find(NoticeBar, "notice-bar");
const code = find(QrCode, "qr-code");
const title = find(HTMLElement, "h1");
const hint = find(HTMLElement, ".door-hint");
const roster = new Roster();
const commands = new Commands({ session, roster, dialog: find(ConfirmDialog, "confirm-dialog"), notices });

code.update(place.link);
write(hint, text("door.code"));
listen(session, "seat", ({ gathering }) => {
  write(title, text("page.door", { title: gathering?.title ?? "" }));
  document.title = title.textContent ?? "";
  // Where everybody has a link of their own, the plain one opens nothing.
  for (const element of [code, hint]) show(element, gathering?.open === true);
});
listen(session, "message", async (message) => {
  if (message.type === "roster.change") roster.merge(message.people);
  if (message.type === "welcome") roster.reset((await session.request({ type: "roster" })).people);
  if (message.type === "roster.change" || message.type === "welcome") list.update([...roster.people.values()]);
});
listen(session, "connection", ({ state }) => {
  document.documentElement.dataset.connection = state === "open" || state === "closed" ? state : "reconnecting";
  if (state === "reconnecting") notices.hold("connection", text("notice.reconnecting"));
  if (state === "open") notices.withdraw("connection");
});
listen(session, "refused", ({ message }) => notices.hold("refused", `${message} ${text("closed.refused")}`));
listen(list, "request", ask);
document.body.prepend(h("a", { class: "unseen", href: "#door-search" }, text("door.search")));

if (place.tab.token === null) notices.hold("refused", text("error.no-token"));
else session.join();

/** @param {import("./protocol/undo.js").Request} request */
async function ask(request) {
  // Whoever only goes home or comes is looked at once more; after all else the next guest is looked for.
  if (await commands.ask(request) && request.type !== "person.mode") list.clear();
}
