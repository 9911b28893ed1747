/** Who keeps what a person typed and the service does not have yet; tells whether it has all of it then. */
type Saver = (person: string) => Promise<boolean>;

const savers: Saver[] = [];

/** Part of the desk that saves by itself says here how it is done at once. */
export function onSaveAll(saver: Saver): void {
  savers.push(saver);
}

/** Saves at once all that this person typed; false: not all of it could be. */
export async function saveAll(person: string): Promise<boolean> {
  return (await Promise.all(savers.map((saver) => saver(person)))).every(Boolean);
}
