/** A document that is not a dossier yet: whatever JSON it is, nothing of it is lost by editing. */
export type Json = null | boolean | number | string | Json[] | Item;
export interface Item {
  [key: string]: Json;
}
export type Step = string | number;

export function isItem(value: Json | undefined): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function itemOf(value: Json | undefined): Item {
  return isItem(value) ? value : {};
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What stands at a place; undefined: nothing. */
export function at(document: Json | undefined, steps: readonly Step[]): Json | undefined {
  let value = document;
  for (const step of steps) {
    value =
      typeof step === "number"
        ? listOf(value)[step]
        : isItem(value) && Object.hasOwn(value, step)
          ? value[step]
          : undefined;
  }
  return value;
}

/**
 * The document with another value at a place. Objects and lists on the way there are made; an object that an editor has
 * emptied goes too, since an absent field is what is unknown.
 *
 * @param value undefined: nothing shall stand there, and a list closes up
 */
export function put(document: Json | undefined, steps: readonly Step[], value: Json | undefined) {
  return putIn(document, steps, value) ?? {};
}

function putIn(
  document: Json | undefined,
  steps: readonly Step[],
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return value;
  }
  if (typeof step === "number") {
    const list = [...listOf(document)];
    const inner = putIn(list[step], rest, value);
    // An entry of a list stays when it is emptied, unless it is the entry that was to go.
    if (inner === undefined && rest.length === 0) {
      list.splice(step, 1);
    } else {
      list[step] = inner ?? {};
    }
    return list;
  }
  const item = {...itemOf(document)};
  const inner = putIn(own(item, step), rest, value);
  if (inner === undefined || emptied(inner, value)) {
    delete item[step];
  } else {
    // Not by assignment, which a field named __proto__ would escape.
    Object.defineProperty(item, step, {
      value: inner,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return item;
}

function own(item: Item, key: string): Json | undefined {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

function emptied(inner: Json, value: Json | undefined): boolean {
  return value === undefined && isItem(inner) && Object.keys(inner).length === 0;
}

/** As in RFC 6901, as the service names the places of problems. */
export function pointer(steps: readonly Step[]): string {
  return steps.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** The places that a pattern names, "*" standing for each entry of a list, with the texts there. */
export function texts(
  document: Json | undefined,
  pattern: readonly string[],
): {steps: Step[]; text: string}[] {
  const [step, ...rest] = pattern;
  if (step === undefined) {
    return typeof document === "string" ? [{steps: [], text: document}] : [];
  }
  const inner: [Step, Json | undefined][] =
    step === "*" ? listOf(document).map((entry, i) => [i, entry]) : [[step, at(document, [step])]];
  return inner.flatMap(([first, value]) =>
    texts(value, rest).map((found) => ({...found, steps: [first, ...found.steps]})),
  );
}
