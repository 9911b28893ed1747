import {ask, useWord} from "./api";

export type Role =
  "reader" | "reporter" | "editor" | "approver" | "operator" | "admin" | "confidant";

/** Who is logged in. */
export interface Me {
  name: string;
  roles: Role[];
  means: string;
  csrfToken?: string;
}

/** Who is logged in here; throws Refused with status 401 when nobody is. */
export async function me(): Promise<Me> {
  return known((await ask<Me>("/me")).body);
}

export async function logIn(name: string, password: string): Promise<Me> {
  return known((await ask<Me>("/session", {method: "POST", body: {name, password}})).body);
}

export async function logOut(): Promise<void> {
  await ask("/session", {method: "DELETE"});
  useWord(undefined);
}

function known(who: Me): Me {
  useWord(who.csrfToken);
  return who;
}
