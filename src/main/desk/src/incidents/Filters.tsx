import {useState} from "preact/hooks";
import {Field} from "../parts/Field";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
import {GRADES, terms, type Grade} from "../words/terms";
import {useWords} from "../words/words";
import {Countries} from "../parts/Countries";
import {crossed, filters, type Answered} from "./search";
import {useTyped, type Searching, type Widening} from "./SearchBox";

const ANSWERS: readonly [Answered, "any" | "yes" | "no"][] = [
  ["", "any"],
  ["true", "yes"],
  ["false", "no"],
];

/**
 * By what incidents are chosen; folded away where there is little room.
 *
 * @param cleared how often all was cleared: of fields half typed the search knows nothing
 */
export function Filters(props: Widening & {cleared: number; wide: boolean}) {
  const {search, change, cleared, wide} = props;
  const words = useWords(incidents);
  const names = useWords(terms);
  const set = filters(search);
  const choose = (one: Grade, chosen: boolean) =>
    change({
      grade: GRADES.filter((each) => (each === one ? chosen : search.grade.includes(each))),
    });
  return (
    <>
      <details open={wide}>
        <summary>{set === 0 ? words.filters : words.filtersSet(set)}</summary>
        <div class="row narrowing">
          <Countries chosen={search.country} choose={(country) => change({country})} />
          <Typed {...props} key={`from ${cleared}`} name="from" type="date" />
          <Typed {...props} key={`to ${cleared}`} name="to" type="date" />
          <Typed {...props} key={`minScore ${cleared}`} name="minScore" type="number" />
          <Typed {...props} key={`maxScore ${cleared}`} name="maxScore" type="number" />
          <YesOrNo {...props} name="contested" />
          <YesOrNo {...props} name="look" />
          <fieldset class="grades">
            <legend>{words.grades}</legend>
            <div class="row">
              {GRADES.map((one) => (
                <label>
                  <input
                    type="checkbox"
                    checked={search.grade.includes(one)}
                    onChange={(e) => choose(one, e.currentTarget.checked)}
                  />{" "}
                  {names.grade[one]}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
      </details>
      <Frame {...props} />
    </>
  );
}

function Typed(
  props: Searching & {
    name: "from" | "to" | "minScore" | "maxScore";
    type: "date" | "number";
  },
) {
  const {search, change, name, type} = props;
  const words = useWords(incidents);
  const {dates, scores} = crossed(search);
  const wrong = {
    from: dates && words.datesCrossed,
    minScore: scores && words.scoresCrossed,
    to: false as const,
    maxScore: false as const,
  }[name];
  const [typed, setTyped] = useTyped(search[name], (value) => change({[name]: value}, true));
  // What the browser cannot read, as a date half typed, has no text; and it tells so by no event of its own.
  const [readable, setReadable] = useState(true);
  const look = ({currentTarget}: {currentTarget: HTMLInputElement}) =>
    setReadable(!currentTarget.validity.badInput);
  const problem = readable ? wrong : words.unread;
  return (
    <Field label={words[name]} wrong={problem === false ? undefined : [problem]}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          {...(type === "number" ? {min: 0, max: 100, step: 1} : {})}
          value={typed}
          onInput={(e) => (look(e), setTyped(e.currentTarget.value))}
          onKeyUp={look}
          onBlur={look}
        />
      )}
    </Field>
  );
}

function YesOrNo({search, change, name}: Searching & {name: "contested" | "look"}) {
  const words = useWords(incidents);
  return (
    <Field label={words[name]}>
      {(tied) => (
        <select
          {...tied}
          value={search[name]}
          onChange={(e) => change({[name]: e.currentTarget.value})}
        >
          {ANSWERS.map(([value, word]) => (
            <option value={value}>{words[word]}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The part of the map that the list is bound to. */
function Frame({search, widen}: Widening) {
  const {mapIs} = useWords(incidents);
  const {number} = useFormat();
  const {box} = search;
  if (box === undefined) {
    return null;
  }
  const degrees = (value: number) => number(Math.round(Math.abs(value) * 10) / 10);
  const parallel = (lat: number) => (lat < 0 ? mapIs.south : mapIs.north)(degrees(lat));
  const meridian = (lon: number) => (lon < 0 ? mapIs.west : mapIs.east)(degrees(lon));
  return (
    <div class="row">
      <span>
        {mapIs.box(
          parallel(box.north),
          parallel(box.south),
          meridian(box.west),
          meridian(box.east),
        )}
      </span>
      <button onClick={() => widen({box: undefined})}>{mapIs.everywhere}</button>
    </div>
  );
}
