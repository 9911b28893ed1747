import type {Finding, JudgedClaim} from "../api/assessments";
import type {Stance} from "../api/dossiers";
import {Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {Sentence} from "../parts/Sentence";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {useFew} from "./Few";
import {useFile, useNames} from "./file";
import {hrefOf, lead, type Place} from "./place";
import {AdmiraltyPair, Grades, Propositions, weakest} from "./Standing";
import {Party, ReportLink} from "./Who";

/** Who takes one stance on a claim, each source once. */
function Speakers({claim, stance, place}: {claim: string; stance: Stance["stance"]; place: Place}) {
  const words = useWords(incident);
  const all = useFile().stances.get(claim) ?? [];
  const seen = new Set<string>();
  const speakers = all.filter(
    (one) =>
      one.stance.stance === stance && !seen.has(one.report.source) && seen.add(one.report.source),
  );
  const [shown, more] = useFew(speakers, 4);
  if (speakers.length === 0) {
    return null;
  }
  return (
    <p class={`speakers ${stance}`}>
      <span class="label">{words.said[stance]}</span>{" "}
      {shown.map(({report}, i) => (
        <>
          {i > 0 && ", "}
          <ReportLink report={report} place={place} />
        </>
      ))}{" "}
      {more}
    </p>
  );
}

/** The finding that weighs most for or against what decides the score. */
function Strongest({findings, label}: {findings: Finding[]; label: string}) {
  const {signed} = useFormat();
  const [first] = [...findings].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return first === undefined ? null : (
    <p class="strongest">
      <span class="label">{label}</span> <Sentence text={first.because.text} most={160} />{" "}
      <span class="weight">({signed(first.weight)})</span>
    </p>
  );
}

/** One claim, for the eye: what it says, how it stands, who says so and who does not. */
export function ClaimCard({
  judged,
  place,
  chosen,
}: {
  judged: JudgedClaim;
  place: Place;
  chosen: boolean;
}) {
  const words = useWords(incident);
  const names = useNames();
  const {number} = useFormat();
  const file = useFile();
  const claim = file.claims.get(judged.claim);
  const revisedBy = file.dossier.claims.find((other) => other.supersedes === judged.claim);
  const deciding = judged.findings.filter((finding) => finding.proposition === weakest(judged));
  const title = names.title(judged.claim);
  return (
    <li class={chosen ? "card claim chosen" : "card claim"}>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <div class="muted">
        {claim?.responsible !== undefined && (
          <div>
            {words.byParty} <Party id={claim.responsible} />
          </div>
        )}
        {claim?.victimsParty !== undefined && (
          <div>
            {words.ofParty} <Party id={claim.victimsParty} />
          </div>
        )}
        {claim?.namedVictims !== undefined && (
          <div>{words.named(claim.namedVictims, number(claim.namedVictims))}</div>
        )}
      </div>
      <Grades judged={judged} />
      <ScoreBar score={judged.score} label={words.score} />
      <AdmiraltyPair judged={judged} />
      <Propositions judged={judged} />
      {(["asserts", "relays", "denies", "doubts"] as const).map((stance) => (
        <Speakers claim={judged.claim} stance={stance} place={place} />
      ))}
      {file.stances.get(judged.claim) === undefined && <p>{words.saidByNone}</p>}
      <Strongest findings={deciding.filter((f) => f.weight > 0)} label={words.strongestFor} />
      <Strongest findings={deciding.filter((f) => f.weight < 0)} label={words.strongestAgainst} />
      {revisedBy !== undefined && (
        <p>
          <span class="label">{words.superseded}</span> <bdi>{names.claim(revisedBy.id)}</bdi>
        </p>
      )}
      {claim?.text !== undefined && (
        <p class="muted">
          <Said text={claim.text} most={200} quoted />
        </p>
      )}
      <p class="foot">
        <a
          class="whylink"
          href={hrefOf({...place, claim: judged.claim, part: "why", report: undefined})}
          aria-label={words.whyOf(title)}
          aria-current={chosen ? "true" : undefined}
          onClick={() => lead("part-why")}
        >
          {words.why}
        </a>{" "}
        <code>{judged.claim}</code> {chosen && <small class="muted">{words.chosen}</small>}
      </p>
    </li>
  );
}
