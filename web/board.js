/** The board's page, for the projector: only listens. */
import { BoardView } from "./elements/board-view.js";
import { find, listen } from "./elements/build.js";
import { NoticeBar } from "./elements/notice-bar.js";
import { text } from "./languages/text.js";
import { openPlace, openSession } from "./pages.js";

const place = openPlace("board");
const session = openSession(place);
const view = find(BoardView, "board-view");
const notices = find(NoticeBar, "notice-bar");
const { dataset } = document.documentElement;

view.start(session, place.link);
listen(session, "seat", (seat) => {
  dataset.phase = seat.phase?.name ?? "joining";
  document.title = text("page.board", { title: seat.gathering?.title ?? "" });
  view.update(seat);
});
listen(session, "message", (message) => {
  if (message.type === "seating") view.seat(message, session.seat);
});
listen(session, "connection", ({ state }) => {
  dataset.connection = state === "open" || state === "closed" ? state : "reconnecting";
  if (state === "reconnecting") notices.hold("connection", text("error.offline"));
  if (state === "open") notices.withdraw("connection");
});
listen(session, "refused", ({ message }) => notices.hold("refused", `${message} ${text("closed.refused")}`));

if (place.tab.token === null) notices.hold("refused", text("error.no-token"));
else session.join();
