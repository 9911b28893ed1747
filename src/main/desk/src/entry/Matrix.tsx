import {memo} from "preact/compat";
import {useState} from "preact/hooks";
import {cut} from "../parts/Said";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {useOptions, type Option} from "./Choice";
import {useCalled, useForm, type Form} from "./form";
import {at, isItem, textOf, type Item} from "./json";
import {entries, named} from "./lists";
import {stanceOn, withStance} from "./stances";
import {Wide} from "../parts/Wide";

/** How many cells stand in the page: beyond it a page of reports at a time. */
const CELLS = 400;

/** Who says what of which claim: reports by claims, each a choice. */
export function Matrix() {
  const words = useWords(entry);
  const {document, edit} = useForm();
  const calledReport = useCalled("reports");
  const calledClaim = useCalled("claims");
  const options = useOptions("stance");
  const [page, setPage] = useState(0);
  const claims = named(document, "claims").map(({id, item}) => ({id, name: calledClaim(item)}));
  const reports = entries(document, "reports").map((item, index) => ({item, index}));
  if (claims.length === 0 || reports.length === 0) {
    return <p class="muted">{words.matrixEmpty}</p>;
  }
  // As texts, which compare by what they say.
  const ids = JSON.stringify(claims.map(({id}) => id));
  const names = JSON.stringify(claims.map(({name}) => name));
  const size = Math.max(5, Math.floor(CELLS / claims.length));
  const pages = Math.ceil(reports.length / size);
  const shown = Math.min(page, pages - 1);
  return (
    <>
      <Wide>
        <table class="matrix">
          <caption class="unseen">{words.matrix}</caption>
          <thead>
            <tr>
              <th scope="col">{words.report}</th>
              {claims.map(({name}) => (
                <th scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reports
              .slice(shown * size, (shown + 1) * size)
              .map(
                ({item, index}) =>
                  isItem(item) && (
                    <Row
                      key={index}
                      report={item}
                      index={index}
                      name={cut(calledReport(item), 60)}
                      claims={ids}
                      names={names}
                      options={options}
                      edit={edit}
                    />
                  ),
              )}
          </tbody>
        </table>
      </Wide>
      {pages > 1 && (
        <p class="row">
          <button type="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            {words.earlierReports}
          </button>
          <span>{words.pageOf(shown + 1, pages)}</span>
          <button type="button" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            {words.laterReports}
          </button>
        </p>
      )}
    </>
  );
}

/** Drawn again only if its report, or what claims are called, has changed: a matrix is large. */
const Row = memo(
  function Row(props: {
    report: Item;
    index: number;
    name: string;
    claims: string;
    names: string;
    options: readonly Option[];
    edit: Form["edit"];
  }) {
    const words = useWords(entry);
    const names = JSON.parse(props.names) as string[];
    return (
      <tr>
        <th scope="row">
          <bdi>{props.name}</bdi>
        </th>
        {(JSON.parse(props.claims) as string[]).map((claim, i) => (
          <td>
            <select
              aria-label={words.of(props.name, names[i] ?? claim)}
              value={textOf(at(stanceOn(props.report, claim), ["stance"]))}
              onChange={(e) => {
                const stance = e.currentTarget.value;
                props.edit((before) =>
                  withStance(
                    before,
                    ["reports", props.index],
                    claim,
                    stance === "" ? undefined : stance,
                  ),
                );
              }}
            >
              <option value="">–</option>
              {props.options.map(({value, name}) => (
                <option value={value}>{name}</option>
              ))}
            </select>
          </td>
        ))}
      </tr>
    );
  },
  (before, now) =>
    before.report === now.report &&
    before.index === now.index &&
    before.name === now.name &&
    before.claims === now.claims &&
    before.names === now.names &&
    before.options[0]?.name === now.options[0]?.name,
);
