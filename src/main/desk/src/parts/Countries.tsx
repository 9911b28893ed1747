import {Field} from "../parts/Field";
import {useCountries} from "../words/countries";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";

/** A country, by its name in the language of whoever looks. */
export function Countries({chosen, choose}: {chosen: string; choose: (code: string) => void}) {
  const words = useWords(incidents);
  const options = useCountries();
  return (
    <Field label={words.country}>
      {(tied) => (
        <select {...tied} value={chosen} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">{words.anyCountry}</option>
          {chosen !== "" && !options.some(({value}) => value === chosen) && (
            <option value={chosen}>{chosen.slice(0, 10)}</option>
          )}
          {options.map(({value, name}) => (
            <option value={value}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
