import {useEffect, useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import type {Page} from "../api/pages";
import {address, go, type Route} from "../shell/route";
import {useSettings} from "../shell/settings";

const KEY = "bilan.incident";

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
}

/**
 * The incident that the address names, else the one of before, else an example, else the one that was changed last.
 */
export function useIncident(route: Route): AtHand {
  const {me} = useSettings();
  const named = route.query.get("incident");
  const [found, setFound] = useState<string | null | undefined>(
    () => sessionStorage.getItem(KEY) ?? undefined,
  );
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (named !== null) {
      sessionStorage.setItem(KEY, named);
      setFound(named);
    } else if (found === undefined) {
      setRefused(undefined);
      firstOne().then(setFound, (failure: unknown) => {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        setRefused(failure);
      });
    }
  }, [named, me]);
  const choose = (id: string) => {
    const query = new URLSearchParams(route.query);
    query.set("incident", id);
    go(address(route.parts, query), true);
  };
  return {incident: named ?? found, choose, refused};
}

async function firstOne(): Promise<string | null> {
  try {
    await ask(`/dossiers/${EXAMPLE}`);
    return EXAMPLE;
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.status !== 404) {
      throw failure;
    }
  }
  const {body} = await ask<Page<{incident: string}>>("/dossiers?sort=-updated&size=1");
  return body.items[0]?.incident ?? null;
}
