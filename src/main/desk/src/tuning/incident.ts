import {useEffect, useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import type {Page} from "../api/pages";
import {address, go, type Route} from "../shell/route";
import {useSettings} from "../shell/settings";

/** What a new installation is shown with; absent from most archives. */
const EXAMPLE = "ml-2024-03-17-amasrakad";

/** The incident at hand goes along with links from card to card. */
export function linkQuery(route: Route): URLSearchParams {
  const query = new URLSearchParams();
  const incident = route.query.get("incident");
  if (incident !== null) {
    query.set("incident", incident);
  }
  return query;
}

/** The incident that numbers are tried on. */
export interface AtHand {
  /** Undefined while it is asked; null when the archive is empty. */
  incident: string | null | undefined;
  choose: (id: string) => void;
  refused: Refused | undefined;
  /** Looks for it once more. */
  again: () => void;
}

/**
 * The incident that the address names, else the one of before, else an example, else the one that was changed last.
 */
export function useIncident(route: Route): AtHand {
  const {me} = useSettings();
  const named = route.query.get("incident");
  // One's own: another person in the same page begins anew.
  const key = `bilan.incident.${me.name}`;
  const [found, setFound] = useState<string | null | undefined>(
    () => sessionStorage.getItem(key) ?? undefined,
  );
  const [refused, setRefused] = useState<Refused>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setRefused(undefined);
    if (named !== null) {
      sessionStorage.setItem(key, named);
      setFound(named);
      return undefined;
    }
    let here = true;
    firstOf(found ?? EXAMPLE, EXAMPLE).then(
      (first) => {
        if (here) {
          setFound(first);
        }
      },
      (failure: unknown) => {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        if (here && found === undefined) {
          setRefused(failure);
        }
      },
    );
    return () => {
      here = false;
    };
  }, [named, me, turn]);
  const choose = (id: string) => {
    const query = new URLSearchParams(route.query);
    query.set("incident", id);
    go(address(route.parts, query), true);
  };
  return {
    incident: named ?? found,
    choose,
    refused,
    again: () => setTurn((last) => last + 1),
  };
}

/** The first of these that is there by now: the one of before may have been deleted. */
async function firstOf(...ids: string[]): Promise<string | null> {
  for (const id of new Set(ids)) {
    try {
      await ask(`/dossiers/${encodeURIComponent(id)}`);
      return id;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 404) {
        throw failure;
      }
    }
  }
  const {body} = await ask<Page<{incident: string}>>("/dossiers?sort=-updated&size=1");
  return body.items[0]?.incident ?? null;
}
