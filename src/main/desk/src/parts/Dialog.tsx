import type {ComponentChildren, TargetedKeyboardEvent} from "preact";
import {useEffect, useId, useLayoutEffect, useRef, useState} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

const FIELDS = ["input", "select", "textarea"].map((field) => `${field}:enabled`).join();

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Whether something typed into it would be lost with it: a search outside of a form would not. */
function isText(field: EventTarget | null): field is TextField {
  return (
    (field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement && !["radio", "checkbox", "file"].includes(field.type))) &&
    field.form !== null
  );
}

/**
 * A question in front of the page. The keyboard begins at what asks for it, else at the first field, else at the
 * heading; the browser keeps it inside, and it goes back to where it was. What was typed into its form is not given up
 * without asking.
 */
export function Dialog({
  title,
  close,
  busy = false,
  children,
}: {
  title: string;
  close: () => void;
  /** While something is sent: it stays until one knows what became of it. */
  busy?: boolean;
  children: ComponentChildren;
}) {
  const words = useWords(shell);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const typed = useRef(new Set<TextField>());
  const [asking, setAsking] = useState(false);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current!;
    const before = document.activeElement;
    shown.showModal();
    // Else the browser begins at what closes it again.
    const first = shown.querySelector<HTMLElement>("[autofocus]") ?? shown.querySelector(FIELDS);
    (first ?? heading.current!).focus();
    return () => {
      shown.close();
      // The browser does so only of dialogs that stay in the page.
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      } else {
        document.querySelector("main")?.focus();
      }
    };
  }, []);
  /** What would be lost. */
  const unsent = () =>
    [...typed.current].find((field) => field.isConnected && field.value.trim() !== "");
  const leave = () => !busy && (unsent() === undefined ? close() : setAsking(true));
  useEffect(() => {
    if (busy) {
      setAsking(false);
    }
  }, [busy]);
  const stay = () => {
    setAsking(false);
    unsent()?.focus();
  };
  const escape = (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
    // Pressed once more, it takes back the question; browsers would close the dialog.
    if (event.key === "Escape" && !event.isComposing && (busy || unsent() !== undefined)) {
      event.preventDefault();
      if (asking) {
        stay();
      } else {
        leave();
      }
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onInput={(e) => isText(e.target) && typed.current.add(e.target)}
      onKeyDown={escape}
      onCancel={(e) => (e.preventDefault(), leave())}
      // Browsers close it nevertheless when one insists.
      onClose={(e) => e.currentTarget.isConnected && e.currentTarget.showModal()}
    >
      <header>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="plain"
          aria-disabled={busy}
          onClick={leave}
          aria-label={words.close}
        >
          ✕
        </button>
      </header>
      {asking && <Unsent stay={stay} close={close} />}
      {children}
    </dialog>
  );
}

/** Whether what was typed shall be given up. */
function Unsent({stay, close}: {stay: () => void; close: () => void}) {
  const words = useWords(shell).unsent;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current!.focus(), []);
  return (
    <div class="refused" role="alert">
      <p>{words.what}</p>
      <p class="row">
        <button type="button" ref={first} onClick={stay}>
          {words.stay}
        </button>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </p>
    </div>
  );
}
