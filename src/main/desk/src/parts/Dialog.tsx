import type {ComponentChildren} from "preact";
import {useId, useLayoutEffect, useRef} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

const FIELDS = ["input", "select", "textarea"].map((field) => `${field}:enabled`).join();

/**
 * A question in front of the page. The keyboard begins at what asks for it, else at the first field, else at the
 * heading; the browser keeps it inside, and it goes back to where it was.
 */
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
  const heading = useRef<HTMLHeadingElement>(null);
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
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={(e) => (e.preventDefault(), close())}>
      <header>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button class="plain" onClick={close} aria-label={words.close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
