/** Whether the keyboard is nowhere, or at the whole of what is shown: what it was at has gone. */
export function isLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at === document.querySelector("main");
}
