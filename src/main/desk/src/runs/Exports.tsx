import {useEffect, useState} from "preact/hooks";
import {path} from "../api/api";
import {Field} from "../parts/Field";
import {useSettings} from "../shell/settings";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {ALL, Filters} from "./Filters";

const FORMS = ["csv", "parquet", "geojson", "jsonld"] as const;

/** The archive's claims as files. The browser fetches them itself, as they are too large for a page to hold. */
export function Exports() {
  const words = useWords(runs);
  const {language} = useSettings();
  const [wanted, setWanted] = useState(ALL);
  const [minScore, setMinScore] = useState("");
  const [maxScore, setMaxScore] = useState("");
  useEffect(() => {
    document.title = `${words.exportsTitle} – Bilan`;
  }, [words]);
  const scores: [string, string, (value: string) => void][] = [
    [words.minScore, minScore, setMinScore],
    [words.maxScore, maxScore, setMaxScore],
  ];
  // The text of what the browser cannot read, as of a date half typed, is empty; and it tells by no event of its own.
  const [readable, setReadable] = useState(true);
  const look = ({currentTarget}: {currentTarget: HTMLFormElement}) =>
    setReadable(currentTarget.checkValidity());
  // A filter that is not fit must not let everything through: then there is nothing to follow.
  const fit =
    readable &&
    /^([A-Z]{2})?$/.test(wanted.country) &&
    [minScore, maxScore].every((text) => /^(\d{1,2}|100)?$/.test(text)) &&
    (minScore === "" || maxScore === "" || Number(minScore) <= Number(maxScore)) &&
    (wanted.from === "" || wanted.to === "" || wanted.from <= wanted.to);
  return (
    <>
      <h1>{words.exportsTitle}</h1>
      <p>{words.exportsWhat}</p>
      <form
        class="stack narrow"
        onSubmit={(e) => e.preventDefault()}
        onInput={look}
        onKeyUp={look}
        onFocusOut={look}
      >
        <Filters wanted={wanted} change={setWanted} />
        <div class="row filters">
          {scores.map(([name, value, change]) => (
            <Field label={name}>
              {(tied) => (
                <input
                  {...tied}
                  type="number"
                  min={0}
                  max={100}
                  value={value}
                  onInput={(e) => change(e.currentTarget.value)}
                />
              )}
            </Field>
          ))}
        </div>
      </form>
      <h2>{words.formsTitle}</h2>
      {!fit && (
        <p role="alert" class="refused">
          {words.badFilter}
        </p>
      )}
      <ul class="downloads">
        {FORMS.map((form) => (
          <li>
            {fit ? (
              <a
                href={path(`/exports/claims.${form}`, {
                  country: wanted.country,
                  from: wanted.from,
                  to: wanted.to,
                  grade: wanted.grades,
                  minScore,
                  maxScore,
                  lang: language,
                })}
                download={`claims.${form}`}
              >
                {words.forms[form]}
              </a>
            ) : (
              <span class="muted">{words.forms[form]}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
