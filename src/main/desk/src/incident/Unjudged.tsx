import type {Explanation, JudgedClaim} from "../api/assessments";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {reasons} from "../words/reasons";
import {useWords} from "../words/words";
import type {Place} from "./place";

/** Which rules could not be judged, by what the dossier lacks. */
export function UnjudgedRules(props: {
  judged: JudgedClaim;
  explanation: Explanation | undefined;
  place: Place;
}) {
  const {judged, explanation, place} = props;
  const words = useWords(reasons);
  const {sentence} = useFormat();
  const titles = new Map(
    (explanation?.rules ?? []).map((rule) => [rule.rule, sentence(rule.title)]),
  );
  const waiting = new Map<string, string[]>();
  for (const {rule, missing} of judged.unjudged) {
    for (const field of missing) {
      waiting.set(field, [...(waiting.get(field) ?? []), rule]);
    }
  }
  const query = new URLSearchParams({incident: place.id});
  return (
    <section aria-labelledby="unjudged">
      <h3 id="unjudged">{words.unjudged}</h3>
      {waiting.size === 0 ? (
        <p>{words.unjudgedNone}</p>
      ) : (
        <>
          <p class="muted">{words.unjudgedAbout}</p>
          <table class="unjudged">
            <caption class="unseen">{words.unjudged}</caption>
            <thead>
              <tr>
                <th scope="col">{words.missing}</th>
                <th scope="col">{words.rules}</th>
              </tr>
            </thead>
            <tbody>
              {[...waiting].map(([field, rules]) => (
                <tr>
                  <th scope="row">{words.field[field as keyof typeof words.field] ?? field}</th>
                  <td>
                    <details open={place.all || rules.length <= 3}>
                      <summary>{rules.length}</summary>
                      <ul>
                        {rules.map((rule) => (
                          <li>
                            <a href={address(["tuning", rule], query)}>
                              {titles.get(rule) ?? rule}
                            </a>
                          </li>
                        ))}
                      </ul>
                    </details>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
