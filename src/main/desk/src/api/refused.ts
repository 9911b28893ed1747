/** One thing that is wrong with what was sent. */
export interface Fault {
  code: string;
  /** Where in the body (JSON Pointer); empty: the whole of it. */
  pointer?: string;
  parameter?: string;
  found?: string;
  expected?: string;
  advice?: string;
}

/** Why a request failed (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  fault?: string;
  problems?: Fault[];
  /** After how many seconds it may be tried again, where the service knows. */
  wait?: number;
}

/** A request that failed. Status 0: the service was not reached. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** What was there, and is there no more. */
export function gone(): Refused {
  return new Refused({type: "urn:bilan:problem:not-found", title: "", status: 404, detail: ""});
}

/** A line that was lost: before an answer, or amid it. */
export function away(): Refused {
  return new Refused({type: "urn:bilan:problem:away", title: "", status: 0, detail: ""});
}

/** Another person has come, whose this is not. */
export function otherPerson(): Refused {
  return new Refused({type: "urn:bilan:problem:other-person", title: "", status: 401, detail: ""});
}

/** What the service says of it; or whoever stands between, who may say anything. */
export async function problem(answer: Response): Promise<Problem> {
  const {status} = answer;
  const said = (await answer.json().catch(() => undefined)) as Partial<Problem> | undefined;
  const text = (told: unknown, otherwise: string) => (typeof told === "string" ? told : otherwise);
  const wait = Number(answer.headers.get("Retry-After"));
  const title = text(said?.title, answer.statusText || String(status));
  return {
    ...said,
    type: text(said?.type, "about:blank"),
    title,
    detail: text(said?.detail, title),
    status,
    ...(wait > 0 && {wait}),
  };
}
