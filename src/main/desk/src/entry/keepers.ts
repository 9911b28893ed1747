import {Refused} from "../api/api";
import {removeDraft} from "../api/drafts";
import {onOut} from "../api/people";
import {onSaveAll} from "../shell/unsaved";
import {Keeper, read} from "./keeper";

/** Those of this page, by person and draft. */
const keepers = new Map<string, Keeper>();

const key = (person: string, id: string) => `${person}\n${id}`;

/** What the service has does not stay in a page that is no more this person's. */
function release(person?: string): void {
  keepers.forEach((keeper, name) => {
    if (!keeper.unsaved && (person === undefined || name !== key(person, keeper.id))) {
      keepers.delete(name);
    }
  });
}

onOut(() => release());

onSaveAll(async (person) => {
  release(person);
  const own = [...keepers].filter(([name, {id}]) => name === key(person, id));
  return (await Promise.all(own.map(([, keeper]) => keeper.saveAll()))).every(Boolean);
});

addEventListener("online", () =>
  keepers.forEach((keeper) => keeper.saving.state === "failed" && keeper.save()),
);

addEventListener("beforeunload", (event) => {
  if ([...keepers.values()].some((keeper) => keeper.unsaved)) {
    event.preventDefault();
  }
});

/** Removes a draft, which may be gone already; nothing of it is saved any more. */
export async function discard(id: number | string): Promise<void> {
  try {
    await removeDraft(id);
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.status !== 404) {
      throw failure;
    }
  }
  keepers.forEach((keeper, name) => {
    if (keeper.id === String(id)) {
      keeper.forget();
      keepers.delete(name);
    }
  });
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
    return open;
  }
  const {document, tag} = await read(id);
  const keeper = keepers.get(key(person, id)) ?? new Keeper(id, document, tag);
  keepers.set(key(person, id), keeper);
  return keeper;
}
