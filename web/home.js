/** The first page: what this is, and a way in for whoever has a link at hand. */
import "./elements/home-view.js";
