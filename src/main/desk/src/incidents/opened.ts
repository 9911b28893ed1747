import type {RefObject} from "preact";
import {useEffect} from "preact/hooks";

/** The incident that somebody went to from the list. */
let opened: string | undefined;

/** Notes it, for when one comes back. */
export function open(incident: string): void {
  opened = incident;
}

/** Takes the keyboard, and what is in sight, back to the link that one went away by. */
export function useComingBack(incident: string, link: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (opened === incident) {
      opened = undefined;
      link.current?.focus({preventScroll: true});
      link.current?.scrollIntoView({block: "center"});
    }
  }, [incident, link]);
}

/** Once a list is drawn: another that holds it too, as somebody types, takes the keyboard from nobody. */
export function useForgetting(list: unknown): void {
  useEffect(() => {
    if (list !== undefined) {
      opened = undefined;
    }
  }, [list]);
}
