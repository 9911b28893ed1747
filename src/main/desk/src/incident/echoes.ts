import {Graph, layout} from "@dagrejs/dagre";
import type {JudgedClaim} from "../api/assessments";
import type {Proposition} from "../words/terms";
import type {File} from "./file";

/** Sizes of what is drawn, in pixels. */
export const BOX = {width: 204, height: 46};
/** The mark from which those hang who speak against the claim. */
export const AGAINST = "against";
const ROUND = {width: 96, height: 40};

/** One origin of a claim, and for which propositions the rules count it as independent. */
export interface Counted {
  number: number;
  reports: string[];
  because: JudgedClaim["origins"][number]["because"];
  counts: Proposition[];
}

/** What the findings on independence rest on: the leading reports of the origins that count. */
function leading(judged: JudgedClaim): Map<string, Set<Proposition>> {
  const leads = new Map<string, Set<Proposition>>();
  for (const {topic, weight, facts, proposition} of judged.findings) {
    if (topic === "independence" && weight > 0) {
      for (const fact of facts) {
        leads.set(fact, (leads.get(fact) ?? new Set()).add(proposition));
      }
    }
  }
  return leads;
}

/** The origins of a claim, and the reports that count for it although they carry another claim. */
export function originsOf(judged: JudgedClaim): {origins: Counted[]; elsewhere: string[]} {
  const leads = leading(judged);
  const origins = judged.origins.map((origin, i) => ({
    number: i + 1,
    ...origin,
    counts: [...new Set(origin.reports.flatMap((report) => [...(leads.get(report) ?? [])]))],
  }));
  const carried = new Set(origins.flatMap((origin) => origin.reports));
  return {origins, elsewhere: [...leads.keys()].filter((report) => !carried.has(report))};
}

export interface Drawn {
  width: number;
  height: number;
  boxes: {
    id: string;
    origin: number | undefined;
    report: string | undefined;
    x: number;
    y: number;
  }[];
  lines: {points: {x: number; y: number}[]; echo: boolean}[];
}

/**
 * Origins at the left, the reports that go back to them to the right of those that they repeat.
 *
 * @param against reports that deny or doubt the claim
 * @param reports those that are drawn
 */
export function drawn(
  file: File,
  origins: readonly Counted[],
  against: readonly string[],
  reports: ReadonlySet<string>,
): Drawn {
  const graph = new Graph();
  graph.setGraph({rankdir: "LR", nodesep: 14, ranksep: 56, marginx: 8, marginy: 8});
  graph.setDefaultEdgeLabel(() => ({}));
  const cited = (id: string) => (file.reports.get(id)?.cites ?? []).filter((c) => reports.has(c));
  for (const id of reports) {
    graph.setNode(`r ${id}`, {...BOX});
    for (const from of cited(id)) {
      if (from !== id) {
        graph.setEdge(`r ${from}`, `r ${id}`);
      }
    }
  }
  for (const origin of origins) {
    const inside = origin.reports.filter((id) => reports.has(id));
    if (inside.length > 0) {
      graph.setNode(`o ${origin.number}`, {...ROUND});
    }
    for (const id of inside) {
      if (!cited(id).some((from) => inside.includes(from))) {
        graph.setEdge(`o ${origin.number}`, `r ${id}`);
      }
    }
  }
  const speaking = against.filter((id) => reports.has(id));
  if (speaking.length > 0) {
    graph.setNode(AGAINST, {...ROUND});
    speaking.forEach((id) => graph.setEdge(AGAINST, `r ${id}`));
  }
  layout(graph);
  const {width = 0, height = 0} = graph.graph() as {width?: number; height?: number};
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: graph.nodes().map((id) => {
      const {x, y} = graph.node(id) as {x: number; y: number};
      const name = id.slice(2);
      return {
        id,
        x,
        y,
        origin: id.startsWith("o ") ? Number(name) : undefined,
        report: id.startsWith("r ") ? name : undefined,
      };
    }),
    lines: graph.edges().map((edge) => ({
      points: (graph.edge(edge) as {points: {x: number; y: number}[]}).points,
      echo: edge.v.startsWith("r "),
    })),
  };
}
