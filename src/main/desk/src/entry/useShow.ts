import {useCallback, useLayoutEffect, useState} from "preact/hooks";
import type {Form} from "./form";
import {LISTS, type ListName} from "./lists";
import {stepsOf} from "./problems";

const FOCUSABLE = "input:not(:disabled), select:not(:disabled), textarea, button:not(:disabled)";

/** Brings a place of the draft into sight and the keyboard to it: opens what is folded around it. */
export function useShow(setOpen: Form["setOpen"]): (pointer: string) => void {
  const [target, setTarget] = useState<{pointer: string}>();
  useLayoutEffect(() => {
    if (target === undefined) {
      return;
    }
    let {pointer} = target;
    let found = element(pointer);
    while (found === null && pointer !== "") {
      pointer = pointer.slice(0, pointer.lastIndexOf("/"));
      found = element(pointer);
    }
    if (found === null) {
      return;
    }
    for (let fold = found.closest("details"); fold !== null;) {
      fold.open = true;
      fold = fold.parentElement?.closest("details") ?? null;
    }
    const field =
      found.querySelector<HTMLElement>(`.body :is(${FOCUSABLE})`) ??
      found.querySelector<HTMLElement>(`:is(${FOCUSABLE})`);
    (field ?? found).focus();
    (field ?? found).scrollIntoView({block: "center"});
  }, [target]);
  return useCallback(
    (pointer: string) => {
      const steps = stepsOf(pointer);
      const [first, second] = steps[0] === "incident" ? steps.slice(1) : steps;
      if (LISTS.some((list) => list === first) && typeof second === "number") {
        setOpen(first as ListName, second);
      }
      setTarget({pointer});
    },
    [setOpen],
  );
}

function element(pointer: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-at="${CSS.escape(pointer)}"]`);
}
