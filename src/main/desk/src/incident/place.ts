import {isLost} from "../parts/keyboard";
import {address} from "../shell/route";

/** The parts of an incident's page. */
export const PARTS = [
  "why",
  "contradictions",
  "origins",
  "timeline",
  "pictures",
  "reports",
  "history",
] as const;
export type PartKey = (typeof PARTS)[number];

/** Where in the page of an incident one is. */
export interface Place {
  id: string;
  part: PartKey;
  /** The chosen claim. */
  claim?: string | undefined;
  /** The report that is pointed at. */
  report?: string | undefined;
  /** All parts at once, as one prints them. */
  all: boolean;
}

export function placeOf(id: string, query: URLSearchParams): Place {
  const part = query.get("part");
  return {
    id,
    part: PARTS.find((known) => known === part) ?? "why",
    claim: query.get("claim") ?? undefined,
    report: query.get("report") ?? undefined,
    all: query.get("view") === "all",
  };
}

export function hrefOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.claim !== undefined) {
    query.set("claim", place.claim);
  }
  if (place.part !== "why") {
    query.set("part", place.part);
  }
  if (place.report !== undefined) {
    query.set("report", place.report);
  }
  if (place.all) {
    query.set("view", "all");
  }
  return address(["incidents", place.id], query);
}

/** The heading of an incident's page. */
export const HEAD = "head";

/** Leads the keyboard there if what it was at is gone. */
export function leadLost(id: string): void {
  setTimeout(() => {
    if (isLost()) {
      lead(id);
    }
  }, 100);
}

/** Brings what a link within the page leads to into sight, and the keyboard with it, once it is drawn. */
export function lead(id: string): void {
  setTimeout(() => {
    const there = document.getElementById(id);
    there?.focus({preventScroll: true});
    there?.scrollIntoView({block: "start"});
  }, 50);
}
