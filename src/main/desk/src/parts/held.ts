/**
 * Has presses of what says that it is disabled (aria-disabled) come to nothing, in the whole page. While something is
 * under way its button says so: one that is really disabled would lose the keyboard to the page. Forms are not sent
 * either by the Enter key: browsers press their button for it.
 */
export function holdPresses(): void {
  document.addEventListener(
    "click",
    (event) => {
      if (event.target instanceof Element && event.target.closest('[aria-disabled="true"]')) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    {capture: true},
  );
}
