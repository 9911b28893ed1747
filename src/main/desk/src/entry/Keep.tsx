import {useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {drafts} from "../words/drafts";
import {useWords} from "../words/words";
import {Clash, Gone, standing, type Standing} from "./Clash";
import {Done, Without, type Kept} from "./Done";
import {dossierOf, originOf, withOrigin} from "./draft";
import {useForm} from "./form";
import {at, put, textOf} from "./json";
import type {Keeper} from "./keeper";
import type {Count} from "./problems";
import {tagOf} from "./stored";
import {useSending} from "../api/useSending";

/** Keeps the draft as a dossier: a new one, or in place of the one that it was made from. */
export function Keep({keeper, invalid}: {keeper: Keeper; invalid: Count}) {
  const words = useWords(drafts).keep;
  const {announce, may} = useSettings();
  const {show} = useForm();
  const [refused, busy, sending] = useSending();
  /** Another dossier stands there, or another state of it, or none any more. */
  const [clash, setClash] = useState<Standing | "gone">();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Kept>();
  const id = textOf(at(keeper.document, ["incident", "id"]));
  const origin = originOf(keeper.document);
  const own = origin?.incident === id ? origin : undefined;

  const keep = (over?: Standing | "gone", without = false) => {
    setClash(undefined);
    setAsking(false);
    if (invalid.n > 0) {
      announce(words.invalid(invalid.n, invalid.over));
      show("problems");
      return;
    }
    if (id === "") {
      // While it cannot be judged, nothing else tells that it is missing.
      announce(words.noId);
      show("/incident/id");
      return;
    }
    if (keeper.files.unsent > 0 && over === undefined && !without) {
      setAsking(true);
      return;
    }
    const sent = keeper.document;
    const dossier = dossierOf(sent);
    const path = `/dossiers/${encodeURIComponent(id)}`;
    const tag = over === "gone" ? undefined : (over?.tag ?? own?.tag);
    const kept = (now: string) => {
      // Whoever goes on with the draft goes on from here.
      const made = at(withOrigin(sent, now), ["$draft"]);
      keeper.edit((before) => put(before, ["$draft"], made));
      announce(words.kept);
      setDone({incident: id, dossier});
    };
    sending(async () => {
      try {
        const answer = await ask(path, {
          method: "PUT",
          body: dossier,
          headers: tag !== undefined ? {"If-Match": tag} : {"If-None-Match": "*"},
        });
        kept(tagOf(answer));
      } catch (failure) {
        if (!(failure instanceof Refused) || failure.status !== 412) {
          throw failure;
        }
        const there = await standing(path);
        if (there === undefined && over === "gone") {
          throw failure;
        }
        if (there === undefined) {
          setClash("gone");
        } else if (JSON.stringify(there.document) === JSON.stringify(dossier)) {
          // It was kept before, and the answer lost.
          kept(there.tag);
        } else {
          // Only what one was shown is replaced: what is kept later is asked about anew.
          setClash({...there, again: over !== undefined});
        }
      }
    });
  };
  // Why not is said at the draft's head.
  const mayNot = own?.confidential === true && !may("confidant");
  return (
    <>
      {!mayNot && (
        <button type="button" class="primary" aria-disabled={busy} onClick={() => keep()}>
          {own === undefined ? words.asNew : words.inPlace}
        </button>
      )}
      {asking && (
        <Without
          keeper={keeper}
          close={() => setAsking(false)}
          keep={() => keep(undefined, true)}
        />
      )}
      {clash === "gone" && <Gone close={() => setClash(undefined)} keep={() => keep(clash)} />}
      {clash !== undefined && clash !== "gone" && (
        <Clash
          incident={id}
          isNew={own === undefined}
          standing={clash}
          close={() => setClash(undefined)}
          replace={() => keep(clash)}
        />
      )}
      {refused !== undefined && (
        <div>
          <p>
            <strong>{refused.status === 403 ? words.forbidden : words.notKept}</strong>
          </p>
          <Refusal refused={refused} />
        </div>
      )}
      {done !== undefined && <Done keeper={keeper} kept={done} close={() => setDone(undefined)} />}
    </>
  );
}
