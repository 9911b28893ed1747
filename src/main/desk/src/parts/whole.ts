import {createContext} from "preact";

/** Whether all is drawn, as on a page that somebody prints, and little waits to be asked for. */
export const Whole = createContext(false);
