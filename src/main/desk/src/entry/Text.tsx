import {useState} from "preact/hooks";
import type {Json} from "./json";
import type {Tied} from "./Line";

export interface Input {
  tied: Tied;
  value: Json | undefined;
  set: (value: Json | undefined) => void;
}

/** What stands there, of whatever type. */
export function shown(value: Json | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

export function Text(props: Input & {rows?: number | undefined; type?: "url" | undefined}) {
  const {tied, value, set} = props;
  const text = shown(value);
  const typed = (now: string) => set(now === "" ? undefined : now);
  return (
    <>
      {props.rows === undefined ? (
        <input
          {...tied}
          type="text"
          inputMode={props.type}
          dir="auto"
          value={text}
          onInput={(e) => typed(e.currentTarget.value)}
        />
      ) : (
        <textarea
          {...tied}
          rows={props.rows}
          dir="auto"
          value={text}
          onInput={(e) => typed(e.currentTarget.value)}
        />
      )}
      {/* On paper, where a field does not scroll, all of it. */}
      <span class="paper typed" data-typed={text} />
    </>
  );
}

const NUMBER = /^[-−+]?\d+([.,]\d+)?$/;

/** A number; what is none is kept as it was typed, and told to be none. */
export function Numeral({tied, value, set}: Input) {
  // While it is typed, "16." shall not become "16".
  const [typed, setTyped] = useState<string>();
  const change = (text: string) => {
    setTyped(text);
    const plain = text.trim();
    set(
      plain === ""
        ? undefined
        : NUMBER.test(plain)
          ? Number(plain.replace("−", "-").replace(",", "."))
          : text,
    );
  };
  return (
    <input
      {...tied}
      type="text"
      inputMode="decimal"
      size={10}
      value={typed ?? shown(value)}
      onInput={(e) => change(e.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** An id, set when one has done with it: every letter less would name something else. */
export function Id({tied, value, set}: Input) {
  const [typed, setTyped] = useState<string>();
  const done = () => {
    if (typed !== undefined && typed.trim() !== shown(value)) {
      set(typed.trim() === "" ? undefined : typed.trim());
    }
    setTyped(undefined);
  };
  return (
    <input
      {...tied}
      type="text"
      class="code"
      spellcheck={false}
      value={typed ?? shown(value)}
      onInput={(e) => setTyped(e.currentTarget.value)}
      onBlur={done}
      onKeyDown={(e) => e.key === "Enter" && done()}
    />
  );
}
