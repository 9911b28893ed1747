import type {ComponentChildren} from "preact";
import {useLayoutEffect, useRef} from "preact/hooks";

/** Stands before the whole page until somebody has logged in: nothing of the page is seen or reached meanwhile. */
export function Shut({label, children}: {label: string; children: ComponentChildren}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current!;
    shown.showModal();
    return () => {
      shown.close();
      // The browser goes back only from dialogs that stay in the page.
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="shut"
      aria-label={label}
      onCancel={(e) => e.preventDefault()}
      // Browsers close it nevertheless when one insists.
      onClose={(e) => e.currentTarget.isConnected && e.currentTarget.showModal()}
    >
      {children}
    </dialog>
  );
}
