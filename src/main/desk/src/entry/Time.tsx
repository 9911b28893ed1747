import {useEffect, useLayoutEffect, useRef, useState} from "preact/hooks";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {shown, type Input} from "./Text";

const FORM = /^(\d{4}-\d{2}-\d{2})(?:T([\d:.]+)(Z|[+-]\d{2}:\d{2}))?$/;

interface Moment {
  day: string;
  /** Undefined: only the day is told. */
  hour: string | undefined;
  offset: string;
}

function read(text: string): Moment | undefined {
  const found = FORM.exec(text);
  return text === ""
    ? {day: "", hour: undefined, offset: "Z"}
    : found === null
      ? undefined
      : {day: found[1]!, hour: found[2], offset: found[3] ?? "Z"};
}

function write({day, hour, offset}: Moment): string {
  return hour === undefined || hour === "" ? day : `${day}T${hour}${offset}`;
}

/**
 * A day, and its hour where that is known. What is written otherwise stands as it is, to be mended.
 */
export function Time({tied, value, set}: Input) {
  const words = useWords(entry).time;
  const text = shown(value);
  const [typed, setTyped] = useState<Moment | undefined>(() => read(text));
  const [turned, setTurned] = useState(false);
  const day = useRef<HTMLInputElement>(null);
  // Before the next key: later it would take back what has been typed since.
  useLayoutEffect(() => {
    // What is half typed is kept as long as it says what stands there.
    setTyped((before) => (before === undefined || said(before) === text ? before : read(text)));
  }, [text]);
  const hour = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (turned) {
      hour.current?.focus();
      setTurned(false);
    }
  }, [turned]);
  if (typed === undefined) {
    return (
      <input
        {...tied}
        type="text"
        value={text}
        onInput={(e) => set(e.currentTarget.value === "" ? undefined : e.currentTarget.value)}
        onBlur={() => setTyped(read(text))}
      />
    );
  }
  const change = (part: Partial<Moment>) => {
    const now = {...typed, ...part};
    setTyped(now);
    set(said(now) === "" ? undefined : said(now));
  };
  // Without its day an hour is no time, and stands nowhere in the draft.
  const dayless = typed.day === "" && typed.hour !== undefined && typed.hour !== "";
  return (
    <div class="time">
      <input
        {...tied}
        ref={day}
        type="date"
        max="9999-12-31"
        value={typed.day}
        onInput={(e) => change({day: e.currentTarget.value})}
      />
      {typed.hour === undefined ? (
        <button type="button" class="plain" onClick={() => (change({hour: ""}), setTurned(true))}>
          {words.addHour}
        </button>
      ) : (
        <>
          <input
            type="text"
            size={8}
            autocomplete="off"
            placeholder="06:30"
            ref={hour}
            aria-label={words.hour}
            value={typed.hour}
            onInput={(e) => change({hour: e.currentTarget.value})}
          />
          <input
            type="text"
            size={6}
            autocomplete="off"
            placeholder="Z"
            aria-label={words.offset}
            title={words.offset}
            value={typed.offset}
            onInput={(e) => change({offset: e.currentTarget.value})}
          />
          <button
            type="button"
            class="plain"
            onClick={() => (change({hour: undefined}), day.current?.focus())}
          >
            {words.noHour}
          </button>
        </>
      )}
      <span role="status" class="wrong">
        {dayless && words.noDay}
      </span>
    </div>
  );
}

function said(moment: Moment): string {
  return moment.day === "" ? "" : write(moment);
}
