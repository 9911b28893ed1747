import {Countries} from "../parts/Countries";
import {Field} from "../parts/Field";
import {GRADES, terms, type Grade} from "../words/terms";
import {runs} from "../words/runs";
import {useWords} from "../words/words";

/** What of the archive is meant; empty texts: all. */
export interface Wanted {
  country: string;
  from: string;
  to: string;
  grades: Grade[];
}

export const ALL: Wanted = {country: "", from: "", to: "", grades: []};

/** Fields by which dossiers are chosen. */
export function Filters(props: {wanted: Wanted; change: (wanted: Wanted) => void}) {
  const {wanted, change} = props;
  const words = useWords(runs);
  const {grade} = useWords(terms);
  const date = (name: "from" | "to", help: string) => (
    <Field label={words[name]} help={help}>
      {(tied) => (
        <input
          {...tied}
          type="date"
          value={wanted[name]}
          onInput={(e) => change({...wanted, [name]: e.currentTarget.value})}
        />
      )}
    </Field>
  );
  const choose = (one: Grade, chosen: boolean) =>
    change({
      ...wanted,
      grades: GRADES.filter((each) => (each === one ? chosen : wanted.grades.includes(each))),
    });
  return (
    <>
      <div class="row filters">
        <Countries chosen={wanted.country} choose={(country) => change({...wanted, country})} />
        {date("from", words.fromHelp)}
        {date("to", words.toHelp)}
      </div>
      <fieldset>
        <legend>{words.grades}</legend>
        <div class="row">
          {GRADES.map((one) => (
            <label>
              <input
                type="checkbox"
                checked={wanted.grades.includes(one)}
                onChange={(e) => choose(one, e.currentTarget.checked)}
              />{" "}
              {grade[one]}
            </label>
          ))}
        </div>
        <small class="muted">{words.gradesHelp}</small>
      </fieldset>
    </>
  );
}
