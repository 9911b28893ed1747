import "../style/movement.css";
import "../style/runs.css";
import {address, type Route} from "../shell/route";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {Evaluate} from "./Evaluate";
import {Exports} from "./Exports";
import {RunList} from "./RunList";
import {RunPage} from "./RunPage";

/** What goes through the archive: rescorings, evaluations, exports. */
export default function Runs({route}: {route: Route}) {
  const words = useWords(runs);
  const part = route.parts[1] ?? "";
  const parts = [
    {key: "", name: words.rescorings},
    {key: "evaluate", name: words.evaluate},
    {key: "exports", name: words.exports},
  ];
  const shown = parts.some(({key}) => key === part) ? part : "";
  return (
    <div class="runs">
      <nav class="subnav screen" aria-label={words.parts}>
        {parts.map(({key, name}) => (
          <a
            href={address(key === "" ? ["runs"] : ["runs", key])}
            aria-current={key === shown ? "page" : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <Part part={part} />
    </div>
  );
}

function Part({part}: {part: string}) {
  switch (part) {
    case "":
      return <RunList />;
    case "evaluate":
      return <Evaluate />;
    case "exports":
      return <Exports />;
    default:
      return <RunPage key={part} id={part} />;
  }
}
