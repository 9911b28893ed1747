import type {Fault, Problem, Refused} from "../api/refused";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** What is said to programs, which have the API before them. */
const OF_REQUESTS = /\b(GET|POST|PUT|DELETE|header)\b| \/[a-z]/;

/** Kinds of which the desk's words say all that there is to say. */
const SAID =
  /^(busy|took-too-long|unavailable|internal-fault|none-in-archive|too-many-(requests|guesses))$/;

const BETWEEN_SENTENCES = /(?<=[.!?]) (?=[A-Z])/;

/** Kinds of refusals of which the service tells what is wrong in the language asked for; of all others in English. */
const TRANSLATED = /^invalid-|^refused-files$/;

/** What the desk itself has to say of a refusal. */
export function ownWords(
  words: (typeof shell)[keyof typeof shell],
  {type, status, wait}: Problem,
): string | undefined {
  const known: Record<string, string> = words.known;
  const ofStatus: Record<number, string> = {
    0: words.away,
    401: words.login.ended,
    403: words.forbidden,
  };
  const own = known[kindOf(type)] ?? ofStatus[status];
  return own !== undefined && wait !== undefined ? `${own} ${words.wait(wait)}` : own;
}

function kindOf(type: string): string {
  return type.replace("urn:bilan:problem:", "");
}

/**
 * Why the service refused something, and all that is wrong with it: in the desk's words where it knows them, with what
 * the service says of it where that is for people.
 */
export function Refusal({refused, again}: {refused: Refused; again?: () => void}) {
  const words = useWords(shell);
  const {sentence} = useFormat();
  const {type, status, detail, problems, fault} = refused.problem;
  const own = ownWords(words, refused.problem);
  // How programs log in is not for whom the way in stands before the page.
  const sentences =
    status === 401 || SAID.test(kindOf(type)) ? [] : detail.split(BETWEEN_SENTENCES);
  const told = sentences.filter((sentence) => !OF_REQUESTS.test(sentence)).join(" ");
  const lang = TRANSLATED.test(kindOf(type)) ? undefined : "en";
  return (
    <div class="refused" role="alert">
      {own === undefined ? <p lang={lang}>{sentence(told || detail)}</p> : <p>{own}</p>}
      {own !== undefined && told !== "" && (
        <p class="muted" lang="en">
          {told}
        </p>
      )}
      {problems !== undefined && problems.length > 0 && (
        <ul lang={lang}>
          {problems.map((problem) => (
            <One problem={problem} colon={lang === "en" ? shell.en.colon : words.colon} />
          ))}
        </ul>
      )}
      {fault !== undefined && <p>{words.fault(fault)}</p>}
      {again !== undefined && <button onClick={again}>{words.again}</button>}
    </div>
  );
}

function One({problem, colon}: {problem: Fault; colon: string}) {
  const {sentence} = useFormat();
  const where = problem.pointer || problem.parameter;
  return (
    <li>
      {where !== undefined && where !== "" && <code>{where}</code>}{" "}
      {problem.found !== undefined && (
        <>
          <bdi>{problem.found}</bdi>
          {colon}{" "}
        </>
      )}
      {sentence([problem.expected, problem.advice].filter(Boolean).join(". "))}
    </li>
  );
}
