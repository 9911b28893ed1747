import type {ComponentChildren} from "preact";
import {useId, useLayoutEffect, useRef} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** A question in front of the page. The browser keeps the keyboard inside; it goes back to where it was. */
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
  useLayoutEffect(() => {
    const shown = dialog.current!;
    const before = document.activeElement;
    shown.showModal();
    return () => {
      shown.close();
      // The browser does so only of dialogs that stay in the page.
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
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
