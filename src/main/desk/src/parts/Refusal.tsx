import type {Refused} from "../api/api";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** What is said to programs, which have the API before them. */
const OF_REQUESTS = /\b(GET|POST|PUT|DELETE)\b| \/[a-z]/;

/**
 * Why the service refused something, and all that is wrong with it: in the desk's words where it knows them, with what
 * the service says of it where that is for people.
 */
export function Refusal({refused, again}: {refused: Refused; again?: () => void}) {
  const words = useWords(shell);
  const {type, status, detail, problems, fault} = refused.problem;
  const known: Record<string, string> = words.known;
  const own =
    status === 0
      ? words.away
      : status === 403
        ? words.forbidden
        : known[type.replace("urn:bilan:problem:", "")];
  const told = detail !== "" && !OF_REQUESTS.test(detail);
  return (
    <div class="refused" role="alert">
      <p>{own ?? detail}</p>
      {own !== undefined && told && (
        <p class="muted" lang="en">
          {detail}
        </p>
      )}
      {problems !== undefined && problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li>
              {problem.pointer !== undefined && problem.pointer !== "" && (
                <code>{problem.pointer}</code>
              )}{" "}
              {problem.found !== undefined && (
                <>
                  <bdi>{problem.found}</bdi>:{" "}
                </>
              )}
              {problem.expected} {problem.advice}
            </li>
          ))}
        </ul>
      )}
      {fault !== undefined && <p>{words.fault(fault)}</p>}
      {again !== undefined && <button onClick={again}>{words.again}</button>}
    </div>
  );
}
