import {useId} from "preact/hooks";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {Hatch} from "./Hatch";

/** What the signs of the map mean. */
export function MapKey() {
  const {mapIs: words} = useWords(incidents);
  const hatch = useId();
  const signs = [
    {
      sign: (
        <>
          <circle class="body" cx="8" cy="15" r="4" />
          <circle class="body" cx="21" cy="12" r="8" />
        </>
      ),
      name: words.keySize,
    },
    {
      sign: (
        <>
          <Hatch id={hatch} />
          <circle class="body" cx="16" cy="12" r="9" />
          <path fill={`url(#${hatch})`} d="M16 3a9 9 0 0 1 0 18z" />
        </>
      ),
      name: words.keyContested,
    },
    {
      sign: (
        <>
          <circle class="body" cx="16" cy="12" r="7" />
          <path class="ring-line" d="M16 2a10 10 0 0 1 0 20" />
        </>
      ),
      name: words.keyLook,
    },
  ];
  return (
    <>
      <ul class="map-key">
        {signs.map(({sign, name}) => (
          <li>
            <svg width="32" height="24" aria-hidden="true">
              {sign}
            </svg>{" "}
            {name}
          </li>
        ))}
      </ul>
      <p class="muted">
        <small>{words.borders}</small>
      </p>
    </>
  );
}
