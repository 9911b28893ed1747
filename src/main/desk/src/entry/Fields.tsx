import {entry} from "../words/entry";
import {fields} from "../words/fields";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {cut} from "../parts/Said";
import {useForm} from "./form";
import {at, isItem, pointer, type Item, type Step} from "./json";
import {OneField} from "./OneField";
import {SPECS, type Group} from "./specs";

/** All fields of an object of the dossier; those that are rare are folded. */
export function Fields(props: {
  group: Group;
  steps: readonly Step[];
  /** Fields that stand elsewhere. */
  but?: readonly string[];
  /** How an id is changed, where others name it. */
  rename?: (id: string) => void;
}) {
  const words = useWords(entry);
  const {document, wrong} = useForm();
  const specs = SPECS[props.group].filter(({key}) => !props.but?.includes(key));
  const rare = specs.filter((spec) => spec.rare);
  const item = at(document, props.steps);
  const filled = rare.filter(({key}) => key !== "id" && at(item, [key]) !== undefined).length;
  const amiss = rare.some(({key}) => {
    const place = pointer([...props.steps, key]);
    return [...wrong.keys()].some((one) => one === place || one.startsWith(`${place}/`));
  });
  const draw = (those: typeof specs) => (
    <div class="lines">
      {those.map((spec) => (
        <OneField
          key={spec.key}
          group={props.group}
          spec={spec}
          steps={[...props.steps, spec.key]}
          rename={props.rename}
        />
      ))}
    </div>
  );
  return (
    <>
      {draw(specs.filter((spec) => !spec.rare))}
      {rare.length > 0 && (
        <details class="rare">
          <summary>
            {words.more(filled)}
            {amiss && <strong class="wrong"> {words.amiss}</strong>}
          </summary>
          {draw(rare)}
        </details>
      )}
      {isItem(item) && <Others item={item} group={props.group} />}
    </>
  );
}

/** What the form does not know is told, and kept. */
function Others({item, group}: {item: Item; group: Group}) {
  const words = useWords(entry);
  const {label} = useWords(fields);
  const {list} = useFormat();
  const others = Object.keys(item).filter((key) => !Object.hasOwn(label[group], key));
  return others.length === 0 ? null : (
    <p class="muted">{words.others(list(others.slice(0, 8).map((key) => cut(key, 40))))}</p>
  );
}
