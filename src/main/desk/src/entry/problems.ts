import {group} from "d3-array";
import type {Fault} from "../api/refused";
import {entry} from "../words/entry";
import {fields} from "../words/fields";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {at, isItem, type Json, type Step} from "./json";
import {useCalled} from "./form";
import type {Group} from "./specs";

/** How many problems there are, or that there are more than so many. */
export interface Count {
  n: number;
  over: boolean;
}

/** Of very many problems the service lists the first; the last one stands for all others. */
export function counted(faults: readonly Fault[]): Count {
  const over = faults.at(-1)?.code === "problems.more";
  return {n: over ? faults.length - 1 : faults.length, over};
}

/** Problems by their places. */
export function byPlace(faults: readonly Fault[]): ReadonlyMap<string, readonly Fault[]> {
  return group(faults, ({pointer = ""}) => pointer);
}

/** The steps that a JSON Pointer names. */
export function stepsOf(pointer: string): Step[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** A problem as a sentence that stands at its field. */
export function useSentence(): (fault: Fault) => string {
  const words = useWords(entry);
  const {sentence} = useFormat();
  return ({code, found, expected = "", advice = ""}) =>
    code === "field.missing"
      ? words.missing
      : code === "list.too-short"
        ? words.atLeastOne
        : words.found(found ?? "", sentence(expected), sentence(advice));
}

/** A place in words: "Sources, RFI: Kind". */
export function useWhere(document: Json): (steps: readonly Step[]) => string {
  const words = useWords(entry);
  const {label} = useWords(fields);
  const called = {
    parties: useCalled("parties"),
    sources: useCalled("sources"),
    claims: useCalled("claims"),
    reports: useCalled("reports"),
    media: useCalled("media"),
  };
  return (steps) => {
    const told: string[] = [];
    let group: Group = "incident";
    steps.forEach((step, i) => {
      const before = steps[i - 1];
      if (typeof step === "number") {
        const item = at(document, steps.slice(0, i + 1));
        const name =
          typeof before === "string" && before in called && isItem(item)
            ? called[before as keyof typeof called](item)
            : "";
        told.push(name === "" ? String(step + 1) : name);
        return;
      }
      const own: Record<string, string> = label[group];
      told.push(
        i === 0
          ? (words.section[step as keyof typeof words.section] ?? step)
          : Object.hasOwn(own, step)
            ? own[step]!
            : step,
      );
      if (Object.hasOwn(label, step)) {
        group = step as Group;
      }
    });
    return told.join(" › ");
  };
}
