import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** A question in front of the page. The browser keeps the keyboard inside, and brings it back. */
export function Dialog({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ComponentChildren;
}) {
  const words = useWords(shell);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={(e) => (e.preventDefault(), close())}>
      <header>
        <h2 id={id}>{title}</h2>
        <button class="plain" onClick={close} aria-label={words.close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
