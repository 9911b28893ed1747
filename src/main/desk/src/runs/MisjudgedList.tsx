import type {Misjudged} from "../api/evaluations";
import {RuleLink} from "../movement/RulesMoved";
import {Cut, Said} from "../parts/Said";
import {Sentence} from "../parts/Sentence";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {evaluation as texts} from "../words/evaluation";
import {terms} from "../words/terms";
import {useWords} from "../words/words";

/** Claims on which people and machine differ most, and why the machine says so. */
export function MisjudgedList({misjudged}: {misjudged: Misjudged[]}) {
  const words = useWords(texts);
  const {grade, proposition} = useWords(terms);
  const {signed, one: isOne} = useFormat();
  const differing = misjudged.filter(({people, machine}) => people !== machine);
  if (differing.length === 0) {
    return <p>{words.misjudgedNone}</p>;
  }
  return (
    <ol class="misjudged">
      {differing.map((one) => (
        <li>
          <a href={address(["incidents", one.incident])}>
            <Cut text={one.incident} most={80} />
          </a>{" "}
          <Said text={one.claim} most={80} />{" "}
          <strong>{words.misjudgedIs(grade[one.people], grade[one.machine])}</strong>{" "}
          <span class="muted">
            {words.standing(one.score, signed(one.evidence), isOne(one.evidence))}
          </span>
          <details>
            <summary>{words.why(one.findings.length)}</summary>
            <ul>
              {one.findings.map((finding) => (
                <li>
                  <RuleLink rule={finding.rule} />{" "}
                  <span class="muted">({proposition[finding.proposition]})</span>{" "}
                  <span class="number">{signed(finding.weight)}</span>{" "}
                  <Sentence text={finding.because} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}
