import {useState} from "preact/hooks";
import type {Explanation} from "../api/assessments";
import {address} from "../shell/route";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import type {Place} from "./place";

/** The rules that were judged and found nothing, each with its conditions: drawn only once somebody asks. */
export function Quiet({explanation, place}: {explanation: Explanation; place: Place}) {
  const words = useWords(reasons);
  const {colon} = useWords(shell);
  const names = useWords(terms).proposition;
  const {number, sentence} = useFormat();
  const [open, setOpen] = useState(place.all);
  const quiet = explanation.rules.filter((rule) => rule.outcome === "quiet");
  const query = new URLSearchParams({incident: place.id});
  if (quiet.length === 0) {
    return null;
  }
  return (
    <>
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{words.quiet(number(quiet.length))}</summary>
        {open && (
          <div class="screen">
            <p class="muted">{words.quietAbout}</p>
            <dl class="quiet">
              {quiet.map((rule) => (
                <div>
                  <dt>
                    <a href={address(["tuning", rule.rule], query)}>{sentence(rule.title)}</a>
                  </dt>
                  {(rule.asked ?? []).map((asked) => (
                    <dd>
                      {names[asked.proposition]}
                      {colon}
                      <ul>
                        {asked.conditions.map((condition) => (
                          <li>
                            <span aria-hidden="true">{condition.held ? "✓" : "✗"}</span>{" "}
                            <span class="unseen">
                              {condition.held ? words.held : words.notHeld}
                              {colon}{" "}
                            </span>
                            {sentence(condition.text)}
                          </li>
                        ))}
                      </ul>
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </div>
        )}
      </details>
      <p class="paper">{words.quietNotOnPaper}</p>
    </>
  );
}
