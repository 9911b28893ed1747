import {useEffect, useId, useRef, useState} from "preact/hooks";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {useBasket} from "./basket";
import {WEIGHT, type Tunable} from "./cards";
import {useUnit} from "./useUnit";

/** A number with all that is known of it; whoever may try others moves it by slider or field. */
export function NumberDial({number}: {number: Tunable}) {
  const words = useWords(tuning);
  const {may} = useSettings();
  const {number: written} = useFormat();
  const id = useId();
  const unit = useUnit();
  const name = number.number === WEIGHT ? words.weight : number.meaning;
  const weighs = number.number === WEIGHT;
  return (
    <div class="dial" role="group" aria-labelledby={id}>
      <p id={id} class="name">
        {name}
      </p>
      <p class="muted">
        {weighs && <>{number.meaning} </>}
        {words.inForceIs(`${written(number.value)} ${unit(number.unit, number.value)}`)},{" "}
        {words.limits(written(number.least), written(number.most))}.{" "}
        {!weighs && <code>{number.number}</code>}
      </p>
      {may("editor", "approver") && <Mover number={number} name={name} />}
    </div>
  );
}

function Mover({number, name}: {number: Tunable; name: string}) {
  const words = useWords(tuning);
  const {announce} = useSettings();
  const {number: written} = useFormat();
  const id = useId();
  const basket = useBasket();
  const field = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(undefined);
  const changed = basket.value(number.rule, number.number);
  const value = changed ?? number.value;
  const unit = useUnit()(number.unit, value);
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const fits = (text: string) => {
    const told = read(text);
    return told !== undefined && told >= number.least && told <= number.most;
  };
  const wrong = !fits(typed);
  const type = (text: string) => {
    setTyped(text);
    if (fits(text)) {
      takeBack.current?.();
      basket.put(number, read(text)!);
    }
  };
  const putBack = () => {
    setTyped(String(value));
    takeBack.current = announce(
      words.putBack(typed, written(value), written(number.least), written(number.most)),
    );
  };
  const reset = () => {
    basket.reset(number.rule, number.number);
    setTyped(String(number.value));
    announce(words.wasReset(name));
    // The button has then nothing more to do, and is off.
    field.current?.focus();
  };
  return (
    <>
      <div class={changed === undefined ? "row move screen" : "row move"}>
        <span class="number screen" aria-hidden="true">
          {written(number.least)}
        </span>
        <input
          type="range"
          class="screen"
          aria-label={words.slider(name)}
          aria-valuetext={`${written(value)} ${unit}`}
          min={number.least}
          max={number.most}
          step={1}
          value={value}
          onInput={(e) => basket.put(number, e.currentTarget.valueAsNumber)}
        />
        <span class="number screen" aria-hidden="true">
          {written(number.most)}
        </span>
        <input
          ref={field}
          type="text"
          inputMode={number.least < 0 ? "text" : "numeric"}
          class="value"
          autocomplete="off"
          aria-label={name}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          value={typed}
          onInput={(e) => type(e.currentTarget.value)}
          onBlur={() => wrong && putBack()}
          onKeyDown={(e) => step(e, value, number, (to) => basket.put(number, to))}
        />
        <span>{unit}</span>
        <button disabled={changed === undefined} aria-label={words.resetOf(name)} onClick={reset}>
          {words.reset}
        </button>
        {changed !== undefined && <strong class="changed">{words.changedHere}</strong>}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} class="wrong" role="alert">
          {words.outside(written(number.least), written(number.most))}
        </p>
      )}
    </>
  );
}

/** A whole number as people type it: with the minus of keyboards, or the true one that the desk itself writes. */
function read(text: string): number | undefined {
  const plain = text.trim().replace("−", "-");
  return /^[-+]?\d+$/.test(plain) ? Number(plain) : undefined;
}

/** Arrows move a number by one, as in number fields, which take no minus on some keyboards. */
function step(event: KeyboardEvent, value: number, number: Tunable, to: (value: number) => void) {
  const by = {ArrowUp: 1, ArrowDown: -1}[event.key];
  if (by !== undefined) {
    event.preventDefault();
    to(Math.min(number.most, Math.max(number.least, value + by)));
  }
}
