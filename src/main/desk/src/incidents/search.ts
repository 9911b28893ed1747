import type {Box} from "../api/archive";
import {address} from "../shell/route";
import {GRADES, type Grade} from "../words/terms";

/** In which orders the list can be. */
export const ORDERS = [
  "-updated",
  "updated",
  "-date",
  "date",
  "-score",
  "score",
  "incident",
] as const;
export type Sort = (typeof ORDERS)[number];

export type Answered = "" | "true" | "false";

/** What of the archive is looked for. Empty texts: whatever it is. */
export interface Search {
  q: string;
  country: string;
  from: string;
  to: string;
  grade: readonly Grade[];
  minScore: string;
  maxScore: string;
  contested: Answered;
  look: Answered;
  box: Box | undefined;
  sort: Sort;
}

export const EVERYTHING: Search = {
  q: "",
  country: "",
  from: "",
  to: "",
  grade: [],
  minScore: "",
  maxScore: "",
  contested: "",
  look: "",
  box: undefined,
  sort: "-updated",
};

const SIDES = ["west", "south", "east", "north"] as const;

/** As an address has it: the parameters of GET /dossiers. What cannot be read there is left out. */
export function read(query: URLSearchParams): Search {
  const text = (name: string) => query.get(name) ?? "";
  const answered = (name: string): Answered =>
    text(name) === "true" || text(name) === "false" ? (text(name) as Answered) : "";
  const grade = query.getAll("grade");
  return {
    q: text("q"),
    country: text("country"),
    from: text("from"),
    to: text("to"),
    grade: GRADES.filter((one) => grade.includes(one)),
    minScore: text("minScore"),
    maxScore: text("maxScore"),
    contested: answered("contested"),
    look: answered("look"),
    box: boxOf(query),
    sort: ORDERS.find((known) => known === text("sort")) ?? EVERYTHING.sort,
  };
}

function boxOf(query: URLSearchParams): Box | undefined {
  const [west, south, east, north] = SIDES.map((side) => Number(query.get(side) ?? NaN));
  return [west, south, east, north].every(Number.isFinite)
    ? {west: west!, south: south!, east: east!, north: north!}
    : undefined;
}

/**
 * As parameters that the service knows.
 *
 * @param box whose part of the world, in place of the search's own; null: everywhere
 */
export function parameters(search: Search, box: Box | null | undefined = search.box) {
  const {q, box: _, ...plain} = search;
  return {...plain, q: /[\p{L}\p{N}]/u.test(q) ? q.trim() : "", ...(box ?? {})};
}

/** As it stands in addresses and in saved views: like searches alike, and never empty. */
export function written(search: Search): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({...parameters(search), q: search.q})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== "") {
        query.append(name, String(one));
      }
    }
  }
  return query;
}

/** Filters that no incident can pass, as the one stands above the other: the service refuses them. */
export function crossed({from, to, minScore, maxScore}: Search): {dates: boolean; scores: boolean} {
  return {
    dates: from !== "" && to !== "" && from > to,
    scores: minScore !== "" && maxScore !== "" && Number(minScore) > Number(maxScore),
  };
}

/** How many filters are set beside the words that are searched for. */
export function filters(search: Search): number {
  const {q: _, sort: __, grade, ...rest} = search;
  return (
    Object.values(rest).filter((value) => value !== "" && value !== undefined).length +
    (grade.length > 0 ? 1 : 0)
  );
}

/** Where one is on this page. */
export interface Spot {
  search: Search;
  /** From 0. */
  page: number;
  /** Of list and map, what a narrow window shows. */
  shown: "list" | "map";
}

export function spot(query: URLSearchParams): Spot {
  const page = Number(query.get("page") ?? "0");
  return {
    search: read(query),
    page: Number.isInteger(page) && page >= 0 ? page : 0,
    shown: query.get("shown") === "map" ? "map" : "list",
  };
}

export function hrefOf({search, page, shown}: Spot): string {
  const query = written(search);
  if (search.sort === EVERYTHING.sort) {
    query.delete("sort");
  }
  if (page > 0) {
    query.set("page", String(page));
  }
  if (shown === "map") {
    query.set("shown", shown);
  }
  return address(["incidents"], query);
}
