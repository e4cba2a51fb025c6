/** The page of a table's screen: with a link it is that table's, without one it shows a code. */
import { Camera } from "./media/camera.js";
import { Mesh } from "./media/mesh.js";
import { find, show } from "./elements/build.js";
import { ScreenView } from "./elements/screen-view.js";
import { openDevice, openPlace, openScreen, openSession } from "./pages.js";
import { pairScreen } from "./protocol/pairing.js";
import { socketAddress } from "./protocol/place.js";
import { Screen } from "./table/screen.js";
import { publish } from "./participant/hooks.js";

const place = openPlace("table");
const screen = openScreen(place.gathering);
// The device is the table's for the evening, whatever becomes of the tab.
if (place.tab.token) screen.token = place.tab.token;
place.tab.token = screen.token;
const session = openSession(place);
if (screen.token) begin();
else pair();

function begin() {
  const camera = new Camera(openDevice());
  const mesh = new Mesh({
    camera,
    iceServers: () => session.iceServers,
    send: (signal) => session.connection.send(signal),
    relink: (link) => session.request({ type: "relink", ...link }).catch(() => {}),
  });
  const forget = () => (screen.token = place.tab.token = null);
  new Screen({ session, camera, mesh, forget }).begin();
}

async function pair() {
  const view = find(ScreenView, "screen-view");
  view.start(session);
  show(view, true);
  publish({ phase: "joining", seat: null });
  const { token, table } = await pairScreen({
    url: socketAddress(location), gathering: place.gathering, show: (code) => view.askForTable(code), refused: (words) => view.say(words),
  });
  screen.token = token;
  location.replace(`/g/${place.gathering}/table/${encodeURIComponent(table)}`);
}
