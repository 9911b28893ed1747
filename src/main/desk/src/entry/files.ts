import {whose} from "../api/api";
import {Refused} from "../api/refused";
import {sendFile} from "../api/media";
import {added} from "./ids";
import {at, type Json} from "./json";
import {entries} from "./lists";

/** A file to be sent, and how it was given: what is ticked later is for later files. */
export interface Given {
  file: File;
  confidential: boolean;
}

/** A file that is not kept, and why. */
export interface Failed extends Given {
  refused: Refused;
}

/** What became of files that were sent one after the other. */
export interface Sent {
  taken: number;
  failed: number;
  /** Where in the draft's list the last one stands that is kept. */
  last: number | undefined;
}

/** Refusals that come again however often it is sent. */
const LASTING = new Set([400, 403, 413, 415, 422]);

/** Whether it may help to send it again. */
export function mayHelp({refused}: Failed): boolean {
  return !LASTING.has(refused.status);
}

/** Where in its list the dossier tells of this file; -1: not yet. */
function told(document: Json, sha256: string): number {
  return entries(document, "media").findIndex((one) => at(one, ["sha256"]) === sha256);
}

/**
 * Sends the files of one person's draft, each after the one before it, and tells of them in the draft. It outlives the
 * page's parts, so that whoever goes elsewhere in the desk finds what was not kept; it sends nothing for another person.
 */
export class Files {
  sending: {at: number; of: number; name: string} | undefined;
  failed: readonly Failed[] = [];
  /** Those that the service had before, and keeps otherwise than they were given now. */
  otherwise: readonly Given[] = [];
  readonly #person: string;
  readonly #edit: (change: (document: Json) => Json) => void;
  readonly #changed: () => void;
  #queue: Given[] = [];
  #ending = new AbortController();

  constructor(
    person: string,
    edit: (change: (document: Json) => Json) => void,
    changed: () => void,
  ) {
    this.#person = person;
    this.#edit = edit;
    this.#changed = changed;
  }

  /** How many are under way, or may still be sent again. */
  get unsent(): number {
    const {sending} = this;
    return (
      (sending === undefined ? 0 : sending.of - sending.at) + this.failed.filter(mayHelp).length
    );
  }

  /** How many were refused for good. */
  get lost(): number {
    return this.failed.length - this.failed.filter(mayHelp).length;
  }

  /** Nothing that was given is sent any more: no draft is there to tell of it. */
  stop(): void {
    this.#queue = [];
    this.failed = [];
    this.otherwise = [];
    this.sending = undefined;
    this.#ending.abort();
    this.#ending = new AbortController();
  }

  /** Sends what could not be sent before once more. */
  again(one: Failed): Promise<Sent | undefined> {
    this.failed = this.failed.filter((other) => other !== one);
    return this.take([one]);
  }

  /**
   * Sends these files, after those that are under way; what became of all is told once, to whoever gave the first, and
   * to nobody when another person has come meanwhile, or they were stopped.
   */
  async take(given: readonly Given[]): Promise<Sent | undefined> {
    const ended = this.#ending.signal;
    const all = this.#queue;
    const before = all.length;
    all.push(...given.map(({file, confidential}) => ({file, confidential})));
    if (this.sending !== undefined) {
      this.#tell({...this.sending, of: all.length});
    }
    if (before > 0 || given.length === 0) {
      return undefined;
    }
    const sent: Sent = {taken: 0, failed: 0, last: undefined};
    try {
      for (let i = 0; i < all.length && !ended.aborted; i++) {
        const one = all[i]!;
        this.#tell({at: i, of: all.length, name: one.file.name});
        try {
          sent.last = await this.#send(one, ended);
          sent.taken++;
        } catch (failure) {
          if (ended.aborted) {
            break;
          }
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          sent.failed++;
          this.failed = [...this.failed, {...one, refused: failure}];
        }
      }
    } finally {
      if (!ended.aborted) {
        this.#queue = [];
        this.#tell(undefined);
      }
    }
    return whose() === this.#person && !ended.aborted ? sent : undefined;
  }

  async #send(one: Given, ended: AbortSignal): Promise<number> {
    const {sha256, confidential} = await sendFile(one.file, one.confidential, this.#person, ended);
    // What came through just before its draft was deleted is told of nowhere.
    ended.throwIfAborted();
    let place = -1;
    this.#edit((before) => {
      const after =
        told(before, sha256) < 0 ? added(before, "media", {kind: "photo", sha256}) : before;
      place = told(after, sha256);
      return after;
    });
    if (confidential !== one.confidential) {
      this.otherwise = [...this.otherwise, one];
    }
    return place;
  }

  #tell(sending: Files["sending"]): void {
    this.sending = sending;
    this.#changed();
  }
}
