/** The host's page. */
import { Desk } from "./host/desk.js";
import { openHostDevice, openPlace, openSession } from "./pages.js";

const place = openPlace("host");
new Desk(openSession(place), place.link, openHostDevice()).begin(place.tab.token !== null);
