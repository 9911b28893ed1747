import {path} from "../api/api";
import type {Assessment, JudgedClaim} from "../api/assessments";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {PROPOSITIONS, terms} from "../words/terms";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {ChooseClaim} from "./ChooseClaim";
import {Grading} from "./Grading";
import type {Place} from "./place";
import {Quiet} from "./Quiet";
import {weakest} from "./Standing";
import {UnjudgedRules} from "./Unjudged";
import {Waterfall} from "./Waterfall";
import {WhatIfs} from "./WhatIfs";

/** Why a claim stands as it does, and what would change that. */
export function Why(props: {judged: JudgedClaim; place: Place; graded: () => void}) {
  const {judged, place} = props;
  const words = useWords(reasons);
  const {colon} = useWords(shell);
  const names = useWords(terms).proposition;
  const {number, signed, one} = useFormat();
  const explained = useAnswer<Assessment>(
    path(`/dossiers/${encodeURIComponent(place.id)}/assessment`, {explain: "full"}),
  );
  const explanation = explained.value?.claims.find(
    (claim) => claim.claim === judged.claim,
  )?.explanation;
  const low = weakest(judged);
  return (
    <>
      <ChooseClaim place={place} chosen={judged.claim} />
      <p class="muted">{words.lead}</p>
      {PROPOSITIONS.filter((one) => judged.propositions[one] !== undefined).map((proposition) => {
        const standing = judged.propositions[proposition]!;
        return (
          <details class="proposition" open={place.all || proposition === low}>
            <summary>
              <h3>
                {names[proposition]}
                {colon}{" "}
                {words.summary(
                  number(standing.score),
                  signed(standing.evidence),
                  one(standing.evidence),
                )}
              </h3>
              {proposition === low && <small class="tag">{words.deciding}</small>}
            </summary>
            <Waterfall judged={judged} proposition={proposition} place={place} />
          </details>
        );
      })}
      {explained.refused !== undefined && (
        <Refusal refused={explained.refused} again={explained.again} />
      )}
      <h3>{words.whatIf}</h3>
      {explanation !== undefined ? (
        <WhatIfs explanation={explanation} open={place.all} />
      ) : (
        explained.busy && <Loading />
      )}
      <Grading claim={judged.claim} changed={props.graded} />
      <UnjudgedRules judged={judged} explanation={explanation} place={place} />
      {explanation !== undefined && <Quiet explanation={explanation} place={place} />}
    </>
  );
}
