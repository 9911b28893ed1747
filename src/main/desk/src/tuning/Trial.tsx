import {useState} from "preact/hooks";
import type {ClaimChange, Standing} from "../api/comparison";
import {useAnswer} from "../api/useAnswer";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {TollChanges} from "../movement/TollChanges";
import {trial} from "../words/trial";
import {useWords} from "../words/words";
import type {Cards} from "./cards";
import {ChooseIncident} from "./ChooseIncident";
import type {AtHand} from "./incident";
import {TrialClaims, type ToldClaim} from "./TrialClaims";
import {useTrial, type Tried} from "./useTrial";

/** Of a dossier, what a trial shows of it. */
interface ToldDossier {
  incident: {title?: string};
  claims: ToldClaim[];
}

interface Stands {
  claims: (Standing & {claim: string})[];
}

/** What changes do to one incident, told at once. */
export function Trial(props: {atHand: AtHand; tried: Tried; cards: Cards}) {
  const {atHand, tried, cards} = props;
  const {incident, choose} = atHand;
  const words = useWords(trial);
  const [choosing, setChoosing] = useState(false);
  const at = typeof incident === "string" ? `/dossiers/${encodeURIComponent(incident)}` : undefined;
  const dossier = useAnswer<ToldDossier>(at);
  const nothing = "changes" in tried && tried.changes.length === 0;
  const stands = useAnswer<Stands>(at === undefined || !nothing ? undefined : `${at}/assessment`);
  const trying = useTrial(incident, tried);
  const {comparison, busy} = trying;
  const failed = [atHand, trying, stands, dossier].filter(({refused}) => refused !== undefined);
  const failure = failed[0]?.refused;
  const claims = nothing ? standing(stands.value) : comparison?.claims;
  return (
    <section class="trial" aria-label={words.title} aria-busy={busy && !nothing}>
      <h2>{words.title}</h2>
      {incident === null ? (
        <p>{words.noIncident}</p>
      ) : (
        <p>
          {words.on}{" "}
          <strong>
            <Said text={dossier.value?.incident.title ?? incident ?? "…"} most={120} />
          </strong>{" "}
          <span class="acts">
            {typeof incident === "string" && (
              <a href={address(["incidents", incident])}>{words.open}</a>
            )}{" "}
            <button class="plain" onClick={() => setChoosing(true)}>
              {words.other}
            </button>
          </span>
        </p>
      )}
      {choosing && (
        <ChooseIncident
          close={() => setChoosing(false)}
          choose={(id) => {
            setChoosing(false);
            choose(id);
          }}
        />
      )}
      {failure !== undefined && (
        <Refusal refused={failure} again={() => failed.forEach(({again}) => again())} />
      )}
      <p role="status" class="verdict">
        {(claims !== undefined || (failure === undefined && incident !== null)) &&
          verdict(words, nothing, comparison?.claims)}
      </p>
      {claims !== undefined && (
        <TrialClaims
          claims={claims}
          told={dossier.value?.claims ?? []}
          cards={cards}
          compared={!nothing}
        />
      )}
      {comparison !== undefined && !nothing && <TollChanges tolls={comparison.toll} />}
    </section>
  );
}

function verdict(
  words: typeof trial.en,
  nothing: boolean,
  claims: ClaimChange[] | undefined,
): string {
  if (nothing) {
    return words.standing;
  }
  if (claims === undefined) {
    return words.pending;
  }
  const moved = claims.filter(
    ({before, after}) => before?.score !== after?.score || before?.grade !== after?.grade,
  ).length;
  return moved > 0
    ? words.moves(moved, claims.length)
    : claims.some((claim) => claim.changed)
      ? words.weighsElse
      : words.nothing;
}

/** How the claims stand now, as a comparison in which nothing differs. */
function standing(stands: Stands | undefined): ClaimChange[] | undefined {
  return stands?.claims.map((now) => ({
    claim: now.claim,
    present: "both",
    changed: false,
    before: now,
    after: now,
    findings: {},
    origins: {},
    unjudged: {},
  }));
}
