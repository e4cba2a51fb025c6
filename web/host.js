/** The host's page. */
import { Desk } from "./host/desk.js";
import { openPlace, openSession } from "./pages.js";

const place = openPlace("host");
new Desk(openSession(place), place.link).begin(place.tab.token !== null);
