import type {RulesetStep} from "../api/rulesets";
import {Said} from "../parts/Said";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";

/** What the archive keeps, in English, as the reason of a step that no person gave a reason for. */
const KEPT = {
  "All files are fit, and all cases hold.": "checked",
  "The rules folder has it.": "folder",
} as const;

/** Why a step was taken: as a person wrote it, or, of the service's own reasons, in the desk's words. */
export function StepWhy({step: {why}, ...most}: {step: RulesetStep; most?: number}) {
  const {ownWhy} = useWords(rulesets);
  return Object.hasOwn(KEPT, why) ? (
    <>{ownWhy[KEPT[why as keyof typeof KEPT]]}</>
  ) : (
    <Said text={why} {...most} />
  );
}
