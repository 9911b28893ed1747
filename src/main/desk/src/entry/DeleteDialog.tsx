import {Dialog} from "../parts/Dialog";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useCalled, useForm} from "./form";
import {at, itemOf, textOf} from "./json";
import {PLACES, references, without, type ListName} from "./lists";
import {useWhere} from "./problems";

/** How many of those that name an entry are told. */
const TOLD = 12;

/** Asks before an entry goes, and says what names it. */
export function DeleteDialog(props: {
  list: ListName;
  index: number;
  close: (gone: boolean) => void;
}) {
  const {list, index, close} = props;
  const words = useWords(entry);
  const {announce} = useSettings();
  const {document, edit} = useForm();
  const called = useCalled(list);
  const where = useWhere(document);
  const item = itemOf(at(document, [...PLACES[list], index]));
  const id = textOf(item["id"]);
  const name = called(item) || id;
  const naming = id === "" ? [] : references(document, list, id);
  return (
    <Dialog title={words.removing(name)} close={() => close(false)}>
      {naming.length > 0 && (
        <>
          <p>{words.namedBy}</p>
          <ul>
            {naming.slice(0, TOLD).map((steps) => (
              <li>
                <bdi>{where(steps.filter((step, i) => typeof step !== "number" || i < 3))}</bdi>
              </li>
            ))}
            {naming.length > TOLD && <li>{words.andMore(naming.length - TOLD)}</li>}
          </ul>
          <p>{words.namedGo}</p>
        </>
      )}
      <p class="row">
        <button
          type="button"
          class="primary"
          onClick={() => {
            edit((before) => without(before, list, index));
            announce(words.removed);
            close(true);
          }}
        >
          {words.removeIt}
        </button>
        <button type="button" onClick={() => close(false)}>
          {useWords(shell).cancel}
        </button>
      </p>
    </Dialog>
  );
}
