/** The participant's page: puts session, camera, mesh and views together. */
import { Camera } from "./media/camera.js";
import { Mesh } from "./media/mesh.js";
import { openDevice, openKeepsake, openPlace, openSession } from "./pages.js";
import { Evening } from "./participant/evening.js";
import { readClaims } from "./protocol/place.js";

const place = openPlace("participant");
const device = openDevice();
const session = openSession(place);
const camera = new Camera(device);
const mesh = new Mesh({
  camera,
  iceServers: () => session.iceServers,
  send: (signal) => session.connection.send(signal),
  relink: (link) => session.request({ type: "relink", ...link }).catch(() => {}),
});

new Evening({ place, session, camera, mesh, tab: place.tab, device,
  keepsake: openKeepsake(place.gathering), claims: readClaims(place.tab.token) }).begin();
