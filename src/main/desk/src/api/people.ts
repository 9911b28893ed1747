import {ask, LONGEST, takeWord, whose} from "./api";
import {Refused} from "./refused";

export type Role =
  "reader" | "reporter" | "editor" | "approver" | "operator" | "admin" | "confidant";

/** Who is logged in. */
export interface Me {
  name: string;
  roles: Role[];
  means: string;
  csrfToken?: string;
}

/** Tells the other pages of this browser that its session is another one by now. */
const pages = new BroadcastChannel("bilan.session");

/** Who is logged in here; throws Refused with status 401 when nobody is. */
export async function me(): Promise<Me> {
  return (await ask<Me>("/me", {by: null})).body;
}

export async function logIn(name: string, password: string): Promise<Me> {
  const {body} = await ask<Me>("/session", {method: "POST", body: {name, password}, by: null});
  pages.postMessage("begun");
  return body;
}

let out: () => void = () => {};

/** What to do when the session was ended here. */
export function onOut(todo: () => void): void {
  out = todo;
}

/** Ends the session; whether it was ended here or had ended before is the same. */
export async function logOut(): Promise<void> {
  const by = whose();
  try {
    await ask("/session", {method: "DELETE", signal: AbortSignal.timeout(LONGEST)});
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.status !== 401 || whose() !== by) {
      throw failure;
    }
  }
  takeWord(undefined);
  out();
  pages.postMessage("ended");
}

/** What to do when another page of this browser has begun a session or ended it. */
export function onOtherPage(todo: () => void): void {
  pages.onmessage = todo;
}
