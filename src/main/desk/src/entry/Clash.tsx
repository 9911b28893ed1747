import {ask} from "../api/api";
import {Refused} from "../api/refused";
import {Dialog} from "../parts/Dialog";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {drafts} from "../words/drafts";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {at, textOf, type Json} from "./json";
import {entries} from "./lists";
import {tagOf} from "./stored";

/** The dossier that is kept where the draft should be. */
export interface Standing {
  document: Json;
  tag: string;
  /** Whether one was asked about an earlier state of it before. */
  again: boolean;
}

/** What is kept at a path by now; undefined: nothing any more. */
export async function standing(path: string): Promise<Omit<Standing, "again"> | undefined> {
  try {
    const answer = await ask<Json>(path);
    return {document: answer.body, tag: tagOf(answer)};
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.status !== 404) {
      throw failure;
    }
    return undefined;
  }
}

/** Asks whether the draft shall be kept as a new dossier, since the one that it was made of is deleted. */
export function Gone(props: {close: () => void; keep: () => void}) {
  const words = useWords(drafts).keep;
  const {cancel} = useWords(shell);
  return (
    <Dialog title={words.notKept} close={props.close}>
      <p>{words.gone}</p>
      <p class="row">
        <button type="button" class="primary" onClick={props.keep}>
          {words.asNew}
        </button>
        <button type="button" onClick={props.close}>
          {cancel}
        </button>
      </p>
    </Dialog>
  );
}

/** Asks whether the draft shall take the place of what is kept, and of no other state of it. */
export function Clash(props: {
  incident: string;
  /** Whether the draft was made of nothing that is kept. */
  isNew: boolean;
  standing: Standing;
  close: () => void;
  replace: () => void;
}) {
  const {incident, standing} = props;
  const words = useWords(drafts).keep;
  const {untitled} = useWords(entry);
  const title = textOf(at(standing.document, ["incident", "title"]));
  const many = (list: "sources" | "claims" | "reports") => entries(standing.document, list).length;
  return (
    <Dialog title={words.notKept} close={props.close}>
      <p>{standing.again ? words.again : props.isNew ? words.exists(incident) : words.changed}</p>
      <p>
        {words.keptNow}{" "}
        <strong>{title === "" ? untitled : <Said text={title} most={160} />}</strong>{" "}
        <span class="muted">{words.holds(many("claims"), many("sources"), many("reports"))}</span>
      </p>
      <p class="row">
        <a class="button" href={address(["incidents", incident])} target="_blank" rel="noopener">
          {words.open}
        </a>
        <button type="button" onClick={props.replace}>
          {words.replace}
        </button>
      </p>
    </Dialog>
  );
}
