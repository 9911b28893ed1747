import type {Refused} from "../api/api";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** Why the service refused something, and all that is wrong with it. */
export function Refusal({refused, again}: {refused: Refused; again?: () => void}) {
  const words = useWords(shell);
  const {status, detail, problems, fault} = refused.problem;
  return (
    <div class="refused" role="alert">
      <p>{status === 0 ? words.away : status === 403 ? words.forbidden : detail}</p>
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
