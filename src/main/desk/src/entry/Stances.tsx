import {entry} from "../words/entry";
import {fields} from "../words/fields";
import {useWords} from "../words/words";
import {Flag, Select, useEntries, useOptions} from "./Choice";
import {useForm, useValue} from "./form";
import {at, listOf, pointer, put, textOf, type Step} from "./json";
import {useSentence} from "./problems";
import {stanceAt, withStance} from "./stances";
import {Wide} from "../parts/Wide";

/** Where one report stands on every claim, on what grounds, and how surely. */
export function Stances({steps}: {steps: readonly Step[]}) {
  const words = useWords(entry);
  const {label} = useWords(fields);
  const {document} = useForm();
  const claims = useEntries("claims");
  const known = new Set(claims.map(({value}) => value));
  const stray = listOf(at(document, steps))
    .map((one, i) => ({claim: textOf(at(one, ["claim"])), i}))
    .filter(
      ({claim}, i, all) => !known.has(claim) || all.findIndex((o) => o.claim === claim) !== i,
    );
  if (claims.length === 0 && stray.length === 0) {
    return <p class="muted">{words.noClaims}</p>;
  }
  return (
    <Wide>
      <table class="stances">
        <caption class="unseen">{label.reports.stances}</caption>
        <thead>
          <tr>
            <th scope="col">{label.stances.claim}</th>
            <th scope="col">{label.stances.stance}</th>
            <th scope="col">{label.stances.basis}</th>
            <th scope="col">{label.stances.hedged}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({value, name}) => (
            <Row key={value} steps={steps} claim={value} name={name} />
          ))}
          {stray.map(({claim, i}) => (
            <Stray key={`stray-${i}`} steps={[...steps, i]} claim={claim} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Row(props: {steps: readonly Step[]; claim: string; name: string}) {
  const {steps, claim, name} = props;
  const words = useWords(entry);
  const {label} = useWords(fields);
  const {document, edit, wrong} = useForm();
  const sentence = useSentence();
  const report = steps.slice(0, -1);
  const own = at(document, report);
  const index = stanceAt(own, claim);
  const place = [...steps, Math.max(0, index)];
  const faults =
    index < 0
      ? []
      : [...wrong].filter(
          ([where]) => where === pointer(place) || where.startsWith(`${pointer(place)}/`),
        );
  const tied = (what: string) => ({
    id: `${pointer(steps)}/${claim}/${what}`,
    "aria-describedby": undefined,
    "aria-invalid": faults.length > 0,
    "aria-label": words.of(what, name),
    autocomplete: "off" as const,
  });
  const stances = useOptions("stance");
  return (
    <tr data-at={index < 0 ? undefined : pointer(place)}>
      <th scope="row">
        <bdi>{name}</bdi>
        {faults.map(([, all]) => (
          <small class="wrong">{all.map(sentence).join(" ")}</small>
        ))}
      </th>
      <td>
        <Select
          tied={tied(label.stances.stance)}
          value={at(own, ["stances", index, "stance"])}
          set={(stance) =>
            edit((before) =>
              withStance(before, report, claim, stance === undefined ? undefined : textOf(stance)),
            )
          }
          options={stances}
        />
      </td>
      <td>
        {index >= 0 && <Basis steps={[...place, "basis"]} tied={tied(label.stances.basis)} />}
      </td>
      <td>
        {index >= 0 && <Hedged steps={[...place, "hedged"]} tied={tied(label.stances.hedged)} />}
      </td>
    </tr>
  );
}

type Part = {steps: readonly Step[]; tied: Parameters<typeof Flag>[0]["tied"]};

function Basis({steps, tied}: Part) {
  const [value, set] = useValue(steps);
  return <Select tied={tied} value={value} set={set} options={useOptions("basis")} />;
}

function Hedged({steps, tied}: Part) {
  const [value, set] = useValue(steps);
  return <Flag tied={tied} value={value} set={set} />;
}

/** A stance on a claim that is not there, or a second one on the same. */
function Stray({steps, claim}: {steps: readonly Step[]; claim: string}) {
  const words = useWords(entry);
  const {edit, wrong} = useForm();
  const sentence = useSentence();
  const place = pointer(steps);
  return (
    <tr data-at={place}>
      <th scope="row">
        <bdi>{claim || words.nothingYet}</bdi>
      </th>
      <td colSpan={3}>
        {[...wrong]
          .filter(([where]) => where === place || where.startsWith(`${place}/`))
          .map(([, all]) => (
            <span class="wrong">{all.map(sentence).join(" ")} </span>
          ))}
        <button
          type="button"
          class="plain"
          onClick={() => edit((before) => put(before, steps, undefined))}
        >
          {words.takeOut(claim)}
        </button>
      </td>
    </tr>
  );
}
