import {fieldHelp} from "../words/fieldHelp";
import {fields} from "../words/fields";
import {useWords} from "../words/words";
import {Country, Flag, One, Several, Word, Words} from "./Choice";
import {Fields} from "./Fields";
import {useForm, useValue} from "./form";
import {at, textOf, type Step} from "./json";
import {Line, Lines} from "./Line";
import {PLACES, type ListName} from "./lists";
import {Rows} from "./Rows";
import type {Group, Shape, Spec} from "./specs";
import {Stances} from "./Stances";
import {Id, Numeral, Text, type Input} from "./Text";
import {Time} from "./Time";

type Together = Extract<Shape, {as: "group" | "rows" | "words"}>;
type Alone = Exclude<Shape, Together>;

function together(shape: Shape): shape is Together {
  return shape.as === "group" || shape.as === "rows" || shape.as === "words";
}

/** A field of an object, by its shape. */
export function OneField(props: {
  group: Group;
  spec: Spec;
  steps: readonly Step[];
  rename: ((id: string) => void) | undefined;
}) {
  const {group, spec, steps, rename} = props;
  const words = useWords(fields);
  const help = useWords(fieldHelp);
  const [value, set] = useValue(steps);
  const told = {
    steps,
    label: (words.label[group] as Record<string, string>)[spec.key]!,
    help: (help[group] as Record<string, string>)[spec.key]!,
  };
  const {shape} = spec;
  if (together(shape)) {
    return (
      <Lines {...told} leads={shape.as === "group"}>
        {shape.as === "words" ? (
          <Words value={value} set={set} of={shape.set} />
        ) : shape.as === "group" ? (
          <Fields group={shape.group} steps={steps} />
        ) : shape.group === "stances" ? (
          <Stances steps={steps} />
        ) : (
          <Rows group={shape.group} steps={steps} />
        )}
      </Lines>
    );
  }
  const put =
    shape.as === "id" && rename !== undefined ? (id: typeof value) => rename(textOf(id)) : set;
  return (
    <Line {...told} needed={spec.needed}>
      {(tied) => <Alone shape={shape} steps={steps} tied={tied} value={value} set={put} />}
    </Line>
  );
}

function Alone(props: Input & {shape: Alone; steps: readonly Step[]}) {
  const {shape, steps, ...input} = props;
  const own = useOwn(steps);
  switch (shape.as) {
    case "text":
      return <Text {...input} rows={shape.rows} type={shape.type} />;
    case "id":
      return <Id {...input} />;
    case "time":
      return <Time {...input} />;
    case "number":
      return <Numeral {...input} />;
    case "flag":
      return <Flag {...input} />;
    case "country":
      return <Country {...input} />;
    case "word":
      return <Word {...input} words={shape.set} of={shape.of} />;
    case "one":
      return <One {...input} to={shape.to} but={own(shape.to)} />;
    case "several":
      return <Several {...input} to={shape.to} but={own(shape.to)} />;
  }
}

/** The id of the entry that a field belongs to: nothing names itself. */
function useOwn(steps: readonly Step[]): (list: ListName) => string | undefined {
  const {document} = useForm();
  return (list) => {
    const place = PLACES[list];
    const inside = place.every((step, i) => steps[i] === step);
    return inside ? textOf(at(document, [...steps.slice(0, place.length + 1), "id"])) : undefined;
  };
}
