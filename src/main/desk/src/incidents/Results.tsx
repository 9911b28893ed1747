import {useRef} from "preact/hooks";
import type {ListedIncident} from "../api/archive";
import type {Page} from "../api/pages";
import type {Asked} from "../api/useAnswer";
import {Refusal} from "../parts/Refusal";
import {address, go} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {useForgetting} from "./opened";
import {Row} from "./Row";
import {filters, hrefOf, type Spot} from "./search";

/** What was found, a page at a time. */
export function Results(props: {
  asked: Asked<Page<ListedIncident>>;
  here: Spot;
  size: number;
  clear: () => void;
}) {
  const {asked, here, size} = props;
  const {refused, busy, again} = asked;
  // Beside the refusal of a search, what an earlier one found would pass for its answer.
  const value = refused?.status === 400 ? undefined : asked.value;
  const words = useWords(incidents);
  const {number} = useFormat();
  const top = useRef<HTMLParagraphElement>(null);
  useForgetting(value);
  const turn = (page: number) => {
    go(hrefOf({...here, page}));
    top.current?.focus();
    top.current?.scrollIntoView({block: "nearest"});
  };
  const first = (value?.page ?? 0) * size;
  return (
    <div class="results" aria-busy={busy}>
      <p role="status" class="count" ref={top} tabIndex={-1}>
        {value !== undefined && (
          <>
            <strong>{words.found(value.total, number(value.total))}</strong>
            {value.items.length > 0 && value.total > value.items.length && (
              <>, {words.shown(number(first + 1), number(first + value.items.length))}</>
            )}
          </>
        )}
        {value === undefined && refused === undefined && (busy ? words.busy : words.crossed)}
      </p>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value !== undefined && value.items.length === 0 && (
        <Nothing {...props} past={value.total > 0} turn={turn} />
      )}
      {value !== undefined && value.items.length > 0 && (
        <ol class="rows" start={first + 1}>
          {value.items.map((incident) => (
            <Row key={incident.incident} incident={incident} />
          ))}
        </ol>
      )}
      {value !== undefined && value.total > size && value.items.length > 0 && (
        <nav class="row pages screen" aria-label={words.pages}>
          <button disabled={value.page === 0} onClick={() => turn(value.page - 1)}>
            {words.previous}
          </button>
          <span>{words.pageOf(number(value.page + 1), number(Math.ceil(value.total / size)))}</span>
          <button disabled={value.next === undefined} onClick={() => turn(value.page + 1)}>
            {words.next}
          </button>
        </nav>
      )}
    </div>
  );
}

/** What one can do where nothing is listed. */
function Nothing(props: {
  here: Spot;
  past: boolean;
  turn: (page: number) => void;
  clear: () => void;
}) {
  const words = useWords(incidents);
  const {may} = useSettings();
  const {search} = props.here;
  if (props.past) {
    return (
      <div class="card">
        <p>{words.pastEnd}</p>
        <button onClick={() => props.turn(0)}>{words.firstPage}</button>
      </div>
    );
  }
  const narrowed = search.q !== "" || filters(search) > 0;
  return (
    <div class="card">
      <p>{narrowed ? words.nothing : words.empty}</p>
      {narrowed && <p>{words.nothingHelp}</p>}
      <div class="row">
        {narrowed && <button onClick={props.clear}>{words.clear}</button>}
        {may("reporter") && (
          <a class="button" href={address(["entry"])}>
            {words.enter}
          </a>
        )}
      </div>
    </div>
  );
}
