import {useMemo} from "preact/hooks";
import {Field} from "../parts/Field";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";

/** Codes that have names though they are no countries, in CLDR. */
const OTHERS = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** Codes of countries that the browser knows, those left out that have become others (SU, DD). */
function codes(): string[] {
  const names = new Intl.DisplayNames("en", {type: "region", fallback: "none"});
  return LETTERS.flatMap((one) => LETTERS.map((two) => one + two)).filter(
    (code) =>
      !OTHERS.has(code) &&
      names.of(code) !== undefined &&
      new Intl.Locale(`und-${code}`).region === code,
  );
}

/** A country, by its name in the language of whoever looks. */
export function Countries({chosen, choose}: {chosen: string; choose: (code: string) => void}) {
  const words = useWords(incidents);
  const {language} = useSettings();
  const {country} = useFormat();
  const options = useMemo(
    () =>
      codes()
        .map((code) => ({code, name: country(code)}))
        .sort((one, other) => one.name.localeCompare(other.name, language)),
    [language, country],
  );
  return (
    <Field label={words.country}>
      {(tied) => (
        <select {...tied} value={chosen} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">{words.anyCountry}</option>
          {chosen !== "" && !options.some(({code}) => code === chosen) && (
            <option value={chosen}>{chosen.slice(0, 10)}</option>
          )}
          {options.map(({code, name}) => (
            <option value={code}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
