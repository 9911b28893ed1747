import type {Agreement, Estimate, Measures} from "../api/evaluations";
import {Intervals} from "../plots/Intervals";
import {useFormat} from "../words/format";
import {evaluation as texts} from "../words/evaluation";
import {PROPOSITIONS, terms, type Grade} from "../words/terms";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** What chance gives an AUC; other measures have no such line. */
const CHANCE = 0.5;

/** What a measure is called: by the names that the service gives them. */
export function useMeasureName(): (name: string) => string {
  const words = useWords(texts);
  const {grade} = useWords(terms);
  const named: Record<string, string> = words.named;
  return (name) => {
    const [kind, one, other] = name.split(".");
    switch (kind) {
      case "auc":
        return other === undefined
          ? words.aucSupported
          : words.auc(grade[one as Grade] ?? one!, grade[other as Grade] ?? other);
      case "precision":
        return words.precision(grade[one as Grade] ?? one!);
      case "recall":
        return words.recall(grade[one as Grade] ?? one!);
      default:
        return named[name] ?? name;
    }
  };
}

/** Measures with their intervals, drawn and as a table. */
export function MeasureTable({measures}: {measures: Measures}) {
  const words = useWords(texts);
  const name = useMeasureName();
  const all = Object.entries(measures);
  return (
    <>
      <Intervals
        title={words.plotMeasures}
        lines={all.map(([measure, told]) => ({
          ...told,
          name: name(measure),
          mark: measure.startsWith("auc") ? CHANCE : undefined,
        }))}
        from={Math.min(0, ...all.map(([, {low, value}]) => low ?? value))}
        to={1}
      />
      <Wide>
        <table>
          <caption class="unseen">{words.measures}</caption>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              <th scope="col" class="number">
                {words.value}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map(([measure, told]) => (
              <tr>
                <th scope="row">{name(measure)}</th>
                <Told estimate={told} />
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

/** What each proposition tells by itself. */
export function Propositions({agreement}: {agreement: Agreement}) {
  const words = useWords(texts);
  const {proposition} = useWords(terms);
  const {number} = useFormat();
  const name = useMeasureName();
  const told = PROPOSITIONS.flatMap((one) => {
    const own = agreement.propositions[one];
    return own === undefined
      ? []
      : Object.entries(own.measures).map(([measure, estimate]) => ({one, own, measure, estimate}));
  });
  return (
    <Wide>
      <table>
        <caption class="unseen">{words.propositions}</caption>
        <thead>
          <tr>
            <th scope="col">{words.proposition}</th>
            <th scope="col" class="number">
              {words.claims}
            </th>
            <th scope="col" class="number">
              {words.weakest}
            </th>
            <th scope="col">{words.measure}</th>
            <th scope="col" class="number">
              {words.value}
            </th>
            <th scope="col" class="number">
              {words.interval}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map(({one, own, measure, estimate}) => (
            <tr>
              <th scope="row">{proposition[one]}</th>
              <td class="number">{number(own.claims)}</td>
              <td class="number">{number(own.weakest)}</td>
              <td>{name(measure)}</td>
              <Told estimate={estimate} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** A value and its interval, as two cells. */
export function Told({estimate}: {estimate: Estimate | undefined}) {
  const words = useWords(texts);
  const {number} = useFormat();
  return (
    <>
      <td class="number">{estimate === undefined ? "–" : number(estimate.value)}</td>
      <td class="number">
        {estimate?.low === undefined || estimate.high === undefined
          ? "–"
          : words.intervalIs(number(estimate.low), number(estimate.high))}
      </td>
    </>
  );
}
