/** The one way to the service. Everything the desk shows comes through here, as the REST API has it. */
import {away, otherPerson, problem, Refused} from "./refused";
import {save} from "./save";

/** What a request brought back. */
export interface Answer<T> {
  body: T;
  status: number;
  headers: Headers;
}

export interface Asking {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON, but for a Blob or FormData, which are sent as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /**
   * Whose request it is, where it may come after its person has gone; null: anybody's, as the question who one is. Else
   * that of whoever is in.
   */
  by?: string | null | undefined;
}

/** After this many milliseconds without an answer, what is small is taken as not having reached the service. */
export const LONGEST = 30_000;

let word: string | undefined;
let person: string | undefined;
let language = "en";
let ended: () => void = () => {};
let look: () => Promise<unknown> = async () => {};

/** Whose the page is by now, and the word of the session, without which nothing is changed. */
export function takeWord(who: {name: string; csrfToken?: string} | undefined): void {
  word = who?.csrfToken;
  person = who?.name;
}

/** Whose the page is; undefined: nobody's. */
export function whose(): string | undefined {
  return person;
}

/** The language of sentences that the service makes. */
export function speak(code: string): void {
  language = code;
}

/** What to do when the session has ended. */
export function onEnd(todo: () => void): void {
  ended = todo;
}

/** How it is found out whose the session is by now, and its word with it: another page may have begun a new one. */
export function onDoubt(todo: () => Promise<unknown>): void {
  look = todo;
}

/** Finds it out, and what this person may do by now. */
export function lookAgain(): void {
  void look();
}

/**
 * Asks the service; throws {@link Refused}, or AbortError when the signal ended it. A request belongs to whoever began
 * it: for another person who has come meanwhile, into this page or by another one into the session, it is neither sent
 * nor answered, but refused as in a session that ended.
 */
export async function ask<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  const by = whoseIs(asking);
  const answer = await send(path, {...asking, by});
  const type = answer.headers.get("Content-Type") ?? "";
  const body =
    answer.status === 204
      ? undefined
      : type.includes("json")
        ? await whole(answer.json())
        : await whole(answer.text());
  stillBy(by);
  return {body: body as T, status: answer.status, headers: answer.headers};
}

/**
 * Asks for what is told while it is made: each event (WHATWG HTML, 9.2) is given as it comes, with its name and what it
 * says. Returns when the service has told all; throws as {@link ask}, and what `told` throws.
 */
export async function listen(
  path: string,
  asking: Asking,
  told: (name: string, data: unknown) => void,
): Promise<void> {
  const by = whoseIs(asking);
  const headers = {...asking.headers, Accept: "text/event-stream"};
  const answer = await send(path, {...asking, by, headers});
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (lines === undefined) {
    return;
  }
  try {
    let begun = "";
    for (;;) {
      const {done, value} = await whole(lines.read());
      stillBy(by);
      if (done) {
        return;
      }
      const events = (begun + value).split("\n\n");
      begun = events.pop() ?? "";
      for (const event of events) {
        // Others are no news: comments keep a line open.
        const [, name, data] = /^event: (.*)\ndata: (.*)$/s.exec(event) ?? [];
        if (name !== undefined && data !== undefined) {
          told(name, JSON.parse(data));
        }
      }
    }
  } finally {
    // Whoever tells stops when nobody listens any more.
    void lines.cancel().catch(() => {});
  }
}

/**
 * Asks for a file, and has the browser save it under the name that the service gives it.
 *
 * @param accept the form that is wanted, of a path that has several
 */
export async function download(path: string, name: string, accept?: string): Promise<void> {
  const by = person;
  const answer = await send(path, {by, ...(accept !== undefined && {headers: {Accept: accept}})});
  const told = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "");
  const file = await whole(answer.blob());
  stillBy(by);
  save(file, told?.[1] ?? name);
}

async function send(path: string, asking: Asking, once = false): Promise<Response> {
  const method = asking.method ?? "GET";
  stillBy(asking.by);
  const said = word;
  const headers: Record<string, string> = {"Accept-Language": language, ...asking.headers};
  // Dossiers name people: nothing of them stays with the browser when one has logged out.
  const init: RequestInit = {method, headers, credentials: "same-origin", cache: "no-store"};
  // Also with what is only read: then nothing comes of a session that another person has begun meanwhile.
  if (asking.by !== null && said !== undefined) {
    headers["X-CSRF-Token"] = said;
  }
  if (asking.body instanceof Blob || asking.body instanceof FormData) {
    init.body = asking.body;
  } else if (asking.body !== undefined) {
    headers["Content-Type"] ??= "application/json";
    init.body = JSON.stringify(asking.body);
  }
  if (asking.signal !== undefined) {
    init.signal = asking.signal;
  }
  const answer = await whole(fetch(path, init));
  stillBy(asking.by);
  if (answer.ok) {
    return answer;
  }
  if (answer.status === 401 && path !== "/session") {
    ended();
  }
  const refused = new Refused(await problem(answer));
  const another = refused.problem.type === "urn:bilan:problem:other-session";
  if (answer.status === 403 && !once && (another || method !== "GET")) {
    await look();
    if (word !== undefined && word !== said) {
      return send(path, asking, true);
    }
  }
  throw another ? otherPerson() : refused;
}

function whoseIs(asking: Asking): string | null | undefined {
  return asking.by === undefined ? person : asking.by;
}

/** What nobody in particular began, as the way in, is anybody's. */
function stillBy(by: string | null | undefined): void {
  if (by !== undefined && by !== null && by !== person) {
    throw otherPerson();
  }
}

/** What comes from the service; a line that is lost amid an answer is as one that was lost before it. */
async function whole<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming;
  } catch (e) {
    if (e instanceof DOMException && e.name === "AbortError") {
      throw e;
    }
    throw away();
  }
}

/** A path with parameters; those that are undefined or empty are left out, lists are repeated. */
export function path(
  base: string,
  parameters: Record<string, string | number | boolean | readonly string[] | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") {
        query.append(name, String(one));
      }
    }
  }
  const text = query.toString();
  return text === "" ? base : `${base}?${text}`;
}
