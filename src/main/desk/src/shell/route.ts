import {useEffect, useState} from "preact/hooks";

/**
 * Where in the desk one is. It stands behind the hash, which no browser sends anywhere: what somebody looks at stays
 * out of the logs of servers between.
 */
export interface Route {
  /** The parts of the path, decoded: ["incidents", "ml-2024-03-17-amasine"]. */
  parts: string[];
  query: URLSearchParams;
}

function read(): Route {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const parts = path.split("/").filter((part) => part !== "");
  return {parts: parts.map(decoded), query: new URLSearchParams(query)};
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a part of the desk, for links. */
export function address(parts: readonly string[], query?: URLSearchParams): string {
  const text = query?.toString() ?? "";
  return `#/${parts.map(encodeURIComponent).join("/")}${text === "" ? "" : `?${text}`}`;
}

/** Goes there; in place of where one is, or as a step that the browser goes back from. */
export function go(to: string, inPlace = false): void {
  if (inPlace) {
    history.replaceState(null, "", to);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = to;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const changed = () => setRoute(read());
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}
