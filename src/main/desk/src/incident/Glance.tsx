import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {GradeBadge} from "../parts/GradeBadge";
import {ClaimCard} from "./ClaimCard";
import {useFew} from "./Few";
import {inOrder, useFile} from "./file";
import {Grading} from "./Grading";
import type {Place} from "./place";
import {TollTable} from "./Toll";

/** Who says what, and what holds: in ten seconds. */
export function Glance(props: {place: Place; chosen: string | undefined; graded: () => void}) {
  const {place, chosen, graded} = props;
  const words = useWords(incident);
  const file = useFile();
  const all = inOrder(file);
  const [shown, more] = useFew(all, 6);
  const gone = [...file.overrides].filter(([claim]) => !file.judged.has(claim));
  const [shownGone, moreGone] = useFew(gone, 6);
  return (
    <section aria-labelledby="glance">
      <h2 id="glance" tabIndex={-1}>
        {words.glance}
      </h2>
      <p class="muted">{words.glanceAbout}</p>
      <section aria-labelledby="toll" class="tollbox">
        <h3 id="toll">{words.toll}</h3>
        <TollTable />
        <p>
          <small class="muted">{words.tollAbout}</small>
        </p>
      </section>
      {all.length === 0 && <p>{words.noClaims}</p>}
      <ul class="claims" aria-label={words.claims}>
        {shown.map((judged) => (
          <ClaimCard
            key={judged.claim}
            judged={judged}
            place={place}
            chosen={judged.claim === chosen}
          />
        ))}
      </ul>
      {more}
      {gone.length > 0 && (
        <>
          <p>{words.gone}</p>
          {shownGone.map(([claim, override]) => (
            <details key={claim}>
              <summary>
                <code>{claim}</code> <GradeBadge grade={override.grade} />{" "}
                <small>{words.person(override.by)}</small>
              </summary>
              <Grading claim={claim} changed={graded} />
            </details>
          ))}
          {moreGone}
        </>
      )}
    </section>
  );
}
