import {gone, Refused} from "../api/refused";
import {addDraft} from "../api/drafts";
import {Files} from "./files";
import type {Json} from "./json";
import {read, tagOf, write, type Saving, type Stored} from "./stored";

/** How long one pauses in typing before a draft is saved, in milliseconds. */
const PAUSE = 800;
/** When a failed saving is tried again: after the first wait, then twice as long each time up to the last. */
const [FIRST_WAIT, LAST_WAIT] = [2_000, 30_000];

/** Is told that something of a draft has changed. */
export type Listener = () => void;

/**
 * Keeps what is typed into one draft until the service has it. It outlives the page's parts: whoever goes elsewhere in
 * the desk, or has to log in again, finds what was typed.
 */
export class Keeper {
  readonly person: string;
  id: string;
  readonly files: Files;
  document: Json;
  saving: Saving;
  #tag: string;
  /** All that was sent without an answer since the tag was learnt: nobody knows which of it the service has. */
  #lost = new Set<Json>();
  #wait = FIRST_WAIT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #forgotten = false;
  #listeners = new Set<Listener>();

  constructor(person: string, id: string, document: Json, tag: string) {
    this.person = person;
    this.id = id;
    this.files = new Files(
      person,
      (change) => this.edit(change),
      () => this.#tell({}),
    );
    this.document = document;
    this.#tag = tag;
    this.saving = {state: "saved", at: undefined, refused: undefined};
  }

  /** Whether something typed is not known to be saved. */
  get unsaved(): boolean {
    return this.saving.state !== "saved";
  }

  /** Whether a person has to say how it goes on: until then nothing is saved by itself. */
  get #asks(): boolean {
    const {state, refused} = this.saving;
    return state === "clash" || (state === "refused" && refused?.status === 404);
  }

  /** Those whom it tells now. */
  get listeners(): ReadonlySet<Listener> {
    return new Set(this.#listeners);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  edit(change: (document: Json) => Json): void {
    const after = change(this.document);
    if (after === this.document) {
      return;
    }
    this.document = after;
    if (this.#forgotten) {
      // Whoever types here all the same.
      this.#missed();
    }
    if (this.#asks) {
      this.#tell({});
    } else {
      // What is being saved is looked at again when it is there.
      this.#tell(this.saving.state === "saving" ? {} : {state: "changed"});
      this.#later(PAUSE);
    }
  }

  /** Now, and not after a pause; not over a question that a person has to answer. */
  save(): void {
    clearTimeout(this.#timer);
    if (this.saving.state !== "saving" && !this.#asks && !this.#forgotten) {
      this.#sending = this.#send().catch((failure: unknown) => {
        // Whatever it is: what is typed later shall be saved, and who waits for it be told.
        this.#tell({state: "failed", refused: undefined});
        reportError(failure);
      });
    }
  }

  /** Saves what is typed by now, and tells whether the service has all of it. */
  async saveAll(): Promise<boolean> {
    // What was typed while it was being saved is saved once more, and what was refused in a session before this one.
    for (let turn = 0; turn < 2 && this.unsaved; turn++) {
      this.save();
      await this.#sending;
      if (this.saving.state !== "changed" && this.saving.refused?.status !== 401) {
        break;
      }
    }
    return !this.unsaved;
  }

  /** Saves over what another page has saved. */
  async overwrite(): Promise<void> {
    const there = await this.#theirs();
    if (there !== undefined) {
      this.#learn(there.tag);
      this.#tell({state: "changed"});
      this.save();
    }
  }

  /** Takes what another page has saved in place of what stands here. */
  async takeTheirs(): Promise<void> {
    const there = await this.#theirs();
    if (there !== undefined) {
      this.#take(there);
    }
  }

  /** What another page has saved; where it has deleted the draft since, that is what this one is told. */
  async #theirs(): Promise<Stored | undefined> {
    try {
      return await read(this.person, this.id);
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 404) {
        throw failure;
      }
      this.#failed(failure);
      return undefined;
    }
  }

  /** Takes what the service has by now, unless something is typed meanwhile. */
  async reload(): Promise<void> {
    const before = this.document;
    const there = await read(this.person, this.id);
    if (this.document === before && !this.unsaved) {
      this.#take(there);
    }
  }

  /** Goes on as a new draft, since another page has deleted this one. */
  async remake(): Promise<void> {
    const sent = this.document;
    const answer = await addDraft(sent);
    this.#learn(tagOf(answer));
    this.id = String(answer.body.id);
    this.#saved(sent, answer.body.changedAt);
  }

  /**
   * The draft is gone: nothing of it shall be saved, and no file be sent for it, any more.
   *
   * @param leaving know it: they are about to go elsewhere; any other has opened it meanwhile
   */
  forget(leaving: ReadonlySet<Listener>): void {
    clearTimeout(this.#timer);
    this.saving = {state: "saved", at: undefined, refused: undefined};
    this.#forgotten = true;
    this.files.stop();
    if ([...this.#listeners].some((listener) => !leaving.has(listener))) {
      this.#missed();
    }
  }

  /** Somebody still has the draft open that is gone: they learn that nothing is saved, and may go on as a new one. */
  #missed(): void {
    this.#forgotten = false;
    this.#failed(gone());
  }

  #take({document, tag}: Stored): void {
    clearTimeout(this.#timer);
    this.document = document;
    this.#learn(tag);
    this.#tell({state: "saved", at: undefined, refused: undefined});
  }

  async #send(): Promise<void> {
    const sent = this.document;
    this.#tell({state: "saving"});
    try {
      const saved = await write(this.person, this.id, {document: sent, tag: this.#tag});
      this.#learn(saved.tag);
      this.#wait = FIRST_WAIT;
      this.#saved(sent, saved.at);
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      if (failure.status === 412 && this.#lost.size > 0) {
        await this.#find(failure);
      } else {
        if (failure.status === 0 || failure.status === 401 || failure.status >= 500) {
          this.#lost.add(sent);
        }
        this.#failed(failure);
      }
    }
  }

  /** Whether it is no other page that saved, but this one, which was not told; then it goes on from there. */
  async #find(clash: Refused): Promise<void> {
    try {
      const there = await read(this.person, this.id);
      const stands = JSON.stringify(there.document);
      if (![...this.#lost].some((lost) => JSON.stringify(lost) === stands)) {
        this.#failed(clash);
        return;
      }
      this.#learn(there.tag);
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      this.#failed(failure);
      return;
    }
    await this.#send();
  }

  /** The service has this; what was typed since is yet to be saved. */
  #saved(sent: Json, at: string): void {
    const done = this.document === sent;
    this.#tell({state: done ? "saved" : "changed", at, refused: undefined});
    if (!done) {
      this.#later(PAUSE);
    }
  }

  /** From here on is saved. */
  #learn(tag: string): void {
    this.#tag = tag;
    this.#lost.clear();
  }

  #failed(refused: Refused): void {
    const {status} = refused;
    if (status === 412) {
      this.#tell({state: "clash", refused});
    } else if (status === 401) {
      // Whoever logs in again comes back to this draft, and saves it by that.
      this.#tell({state: "failed", refused});
    } else if (status === 0 || status === 429 || status >= 500) {
      this.#tell({state: "failed", refused});
      this.#later(this.#wait);
      this.#wait = Math.min(this.#wait * 2, LAST_WAIT);
    } else {
      // As it stands, or of this person by now, it is not taken; the next change is tried again.
      this.#tell({state: "refused", refused});
    }
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  #tell(now: Partial<Saving>): void {
    if (!this.#forgotten) {
      this.saving = {...this.saving, ...now};
    }
    this.#listeners.forEach((listener) => listener());
  }
}
