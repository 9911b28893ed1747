import type {ComponentChildren} from "preact";
import {Said} from "./Said";

/** A way out of the desk to an address that somebody else wrote: followed only where it is a page of the web. */
export function Link({to, children}: {to: string; children: ComponentChildren}) {
  return /^https?:\/\//i.test(to) ? (
    <a href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <Said text={to} most={200} />
  );
}
