// What somebody chose for the page itself.
import { byId } from "./dom.js";

/** Buttons are pressed as a client that knows no Action.Execute. */
export const oldClient = () => byId("old-client")?.checked === true;
