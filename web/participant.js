/** The participant's page: puts session, camera, mesh and views together. */
import { language } from "./languages/text.js";
import { Camera } from "./media/camera.js";
import { Mesh } from "./media/mesh.js";
import { remember } from "./protocol/memory.js";
import { readClaims, readPlace, socketAddress } from "./protocol/place.js";
import { Session } from "./protocol/session.js";
import { Evening } from "./participant/evening.js";

const place = readPlace(location);
const tab = remember(storage(() => sessionStorage), `tertulia:${place.gathering}`, {
  /** @type {string | null} */ token: null,
  /** @type {string | null} */ resume: null,
  muted: false,
  hidden: false,
  passing: false,
});
const device = remember(storage(() => localStorage), "tertulia", {
  name: "", headline: "", contact: "", camera: "", microphone: "", soundOnly: false,
});

if (place.token) {
  if (place.token !== tab.token) tab.resume = null;
  tab.token = place.token;
  history.replaceState(null, "", location.pathname);
}

const camera = new Camera(device);
const session = new Session({
  url: socketAddress(location),
  gathering: place.gathering,
  token: tab.token,
  locale: language,
  memory: tab,
});
const mesh = new Mesh({
  camera,
  iceServers: () => session.iceServers,
  send: (signal) => session.connection.send(signal),
  relink: (link) => session.request({ type: "relink", ...link }).catch(() => {}),
});

new Evening({ place, session, camera, mesh, tab, device, claims: readClaims(tab.token) }).begin();

/** A browser may forbid its storages altogether. @param {() => Storage} open */
function storage(open) {
  try {
    return open();
  } catch {
    return null;
  }
}
