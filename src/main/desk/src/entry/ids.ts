import {at, itemOf, put, textOf, type Item, type Json} from "./json";
import {entries, named, PLACES, renamed, type ListName} from "./lists";

/** As the contract has it. */
const MOST = 128;
const PROPOSED = 60;

/** A name as an id: plain letters and digits. Of another script nothing may be left. */
export function slug(name: string): string {
  return name
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, PROPOSED)
    .replace(/^-+|-+$/g, "");
}

function joined(...parts: (string | undefined)[]): string {
  return parts
    .map((part) => slug(part ?? ""))
    .filter((part) => part !== "")
    .join("-")
    .slice(0, MOST - 8)
    .replace(/-+$/, "");
}

/** What an entry would be called by what is known of it. */
function proposal(document: Json, list: ListName, item: Item): string {
  const text = (...steps: string[]) => textOf(at(item, steps));
  const number = (...steps: string[]) => {
    const value = at(item, steps);
    return typeof value === "number" ? String(value) : "";
  };
  switch (list) {
    case "parties":
      return joined(text("name")) || "party";
    case "sources":
      return joined("s", text("name")) === "s" ? "source" : joined("s", text("name"));
    case "claims":
      return (
        joined(
          text("victims") === "unknown" ? "" : text("victims"),
          text("harm"),
          number("count", "min") || number("count", "max") || text("count", "words"),
        ) || "claim"
      );
    case "reports": {
      const source = named(document, "sources").find(({id}) => id === text("source"));
      const name = textOf(at(source?.item, ["name"])) || text("source").replace(/^s-/, "");
      return name === "" ? "report" : joined("r", name, text("publishedAt").slice(0, 10));
    }
    case "media":
      return joined("m", text("kind")) || "m";
  }
}

/** The id, or with the first number that no other entry has. */
function free(document: Json, list: ListName, id: string, but: number): string {
  const taken = new Set(
    entries(document, list)
      .filter((_, i) => i !== but)
      .map((entry) => textOf(at(entry, ["id"]))),
  );
  if (!taken.has(id)) {
    return id;
  }
  let n = 2;
  while (taken.has(`${id}-${n}`)) {
    n++;
  }
  return `${id}-${n}`;
}

/** Adds an entry under an id that nobody has. */
export function added(document: Json, list: ListName, item: Item): Json {
  const index = entries(document, list).length;
  const id = free(document, list, proposal(document, list, item), index);
  return put(document, [...PLACES[list], index], {id, ...item});
}

/**
 * What an entry's id becomes when something else in it has changed: it follows as long as it is the one that was
 * proposed, since nobody else knows it yet.
 */
export function followed(before: Json, after: Json, list: ListName, index: number): Json {
  const place = [...PLACES[list], index];
  const old = itemOf(at(before, place));
  const id = textOf(at(old, ["id"]));
  const was = proposal(before, list, old);
  if (
    id === "" ||
    !(id === was || (id.startsWith(`${was}-`) && /^\d+$/.test(id.slice(was.length + 1))))
  ) {
    return after;
  }
  const now = proposal(after, list, itemOf(at(after, place)));
  return now === was ? after : renamed(after, list, index, free(after, list, now, index));
}

/** The incident's id as its country, date and title propose it; empty: nothing is known of it. */
export function incidentId(incident: Item): string {
  const title = textOf(at(incident, ["title"])) || textOf(at(incident, ["place", "name"]));
  const from = textOf(at(incident, ["date", "from"])).slice(0, 10);
  return joined(textOf(at(incident, ["place", "country"])), from, title.slice(0, 60));
}
