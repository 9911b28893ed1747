import {useEffect, useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import {addDraft, type DraftLine} from "../api/drafts";
import {type Arrive, useSending} from "../api/useSending";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {entry} from "../words/entry";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {withOrigin} from "./draft";
import type {Json} from "./json";
import {tagOf} from "./stored";

/** Makes a draft of a dossier that is kept; where one is begun already, asks which it shall be. */
export function FromIncident({id}: {id: string}) {
  const words = useWords(entry);
  const {moment} = useFormat();
  const [begun, setBegun] = useState<DraftLine[]>();
  const [refused, busy, sending] = useSending();
  const make = async (arrive: Arrive) => {
    const kept = await ask<Json>(`/dossiers/${encodeURIComponent(id)}`);
    const {body} = await addDraft(withOrigin(kept.body, tagOf(kept)));
    arrive(address(["entry", String(body.id)]), words.made, true);
  };
  const look = () => {
    let here = true;
    sending(async (arrive) => {
      try {
        const {body} = await ask<DraftLine[]>("/drafts");
        const own = body.filter((draft) => draft.incident === id);
        if (here) {
          setBegun(own);
          if (own.length === 0) {
            await make(arrive);
          }
        }
      } catch (failure) {
        // Whoever has gone on has asked for nothing that they would miss.
        if (here) {
          throw failure;
        }
      }
    });
    return () => {
      here = false;
    };
  };
  useEffect(look, []);
  return (
    <>
      <h1>{words.editing(id)}</h1>
      {refused instanceof Refused && <Refusal refused={refused} again={look} />}
      {begun !== undefined && begun.length > 0 ? (
        <>
          <p>{words.begun}</p>
          <ul>
            {begun.map((draft) => (
              <li>
                <a href={address(["entry", String(draft.id)])}>
                  {words.draftOf(moment(draft.changedAt))}
                </a>
              </li>
            ))}
          </ul>
          <button type="button" aria-disabled={busy} onClick={() => sending(make)}>
            {words.afresh}
          </button>
        </>
      ) : (
        refused === undefined && <Loading />
      )}
    </>
  );
}
