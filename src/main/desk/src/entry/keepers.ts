import {whose} from "../api/api";
import {gone, Refused} from "../api/refused";
import {removeDraft} from "../api/drafts";
import {onOut} from "../api/people";
import {onSaveAll} from "../shell/unsaved";
import {Keeper} from "./keeper";
import {read} from "./stored";

/** Those of this page, by person and draft. */
const keepers = new Map<string, Keeper>();

/** Drafts that this page has deleted; the service gives no id twice. */
const discarded = new Set<string>();

const key = (person: string, id: string) => `${person}\n${id}`;

/** What the service has does not stay in a page that is no more this person's. */
function release(person?: string): void {
  keepers.forEach((keeper, name) => {
    if (
      !keeper.unsaved &&
      keeper.files.unsent === 0 &&
      (person === undefined || name !== key(person, keeper.id))
    ) {
      keepers.delete(name);
    }
  });
}

onOut(() => release());

/** Those of this person. */
function own(person: string | undefined): Keeper[] {
  return [...keepers.values()].filter((keeper) => keeper.person === person);
}

onSaveAll(async (person) => {
  release(person);
  const saved = await Promise.all(own(person).map((keeper) => keeper.saveAll()));
  // Files are not waited for: however long they take, one can leave.
  return saved.every(Boolean) && !own(person).some(({files}) => files.unsent > 0);
});

addEventListener("online", () =>
  keepers.forEach((keeper) => keeper.saving.state === "failed" && keeper.save()),
);

addEventListener("beforeunload", (event) => {
  if (own(whose()).some(({unsaved, files}) => unsaved || files.unsent > 0)) {
    event.preventDefault();
  }
});

/**
 * Makes a new draft of one that another page has deleted. The keeper goes on with it: with what is typed meanwhile, and
 * its files.
 */
export async function remake(keeper: Keeper): Promise<void> {
  const before = key(keeper.person, keeper.id);
  await keeper.remake();
  keepers.delete(before);
  keepers.set(key(keeper.person, keeper.id), keeper);
}

/** Removes a draft, which may be gone already; nothing of it is saved, nor of its files sent, any more. */
export async function discard(id: number | string): Promise<void> {
  const those = () => [...keepers].filter(([, keeper]) => keeper.id === String(id));
  const leaving = new Set(those().flatMap(([, keeper]) => [...keeper.listeners]));
  try {
    await removeDraft(id);
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.status !== 404) {
      throw failure;
    }
  }
  discarded.add(String(id));
  those().forEach(([name, keeper]) => {
    keeper.forget(leaving);
    keepers.delete(name);
  });
}

/** Whether something of a draft is here that the service does not have, or may not have. */
export function hasUnsaved(person: string, id: string): boolean {
  const keeper = keepers.get(key(person, id));
  return (
    keeper !== undefined && (keeper.unsaved || keeper.files.unsent > 0 || keeper.files.lost > 0)
  );
}

/** It may have been, when it was read, and be deleted since. */
function stillThere(id: string): void {
  if (discarded.has(id)) {
    throw gone();
  }
}

/**
 * The draft as this person has it: with what was typed before and is not saved yet, else as the service has it. There
 * is one keeper of each: what still runs from before edits what is in sight.
 */
export async function keeperOf(person: string, id: string): Promise<Keeper> {
  const open = keepers.get(key(person, id));
  if (open?.unsaved) {
    open.save();
    return open;
  }
  if (open !== undefined) {
    await open.reload();
    stillThere(id);
    return open;
  }
  const {document, tag} = await read(person, id);
  stillThere(id);
  const keeper = keepers.get(key(person, id)) ?? new Keeper(person, id, document, tag);
  keepers.set(key(person, id), keeper);
  return keeper;
}
