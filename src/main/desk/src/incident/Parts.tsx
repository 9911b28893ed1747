import type {ComponentChildren} from "preact";
import {useEffect} from "preact/hooks";
import {Tabs} from "../parts/Tabs";
import {go} from "../shell/route";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {useFile} from "./file";
import {hrefOf, lead, PARTS, type PartKey, type Place} from "./place";
import {Contradictions} from "./Contradictions";
import {History} from "./History";
import {Origins} from "./Origins";
import {Pictures} from "./Pictures";
import {Reports} from "./Reports";
import {Timeline} from "./Timeline";
import {Why} from "./Why";

/** All that one can look into, one part at a time or, to print it, all below each other. */
export function Parts(props: {place: Place; chosen: string | undefined; graded: () => void}) {
  const {place, chosen} = props;
  const words = useWords(incident);
  const {list} = useFormat();
  const file = useFile();
  const judged = chosen === undefined ? undefined : file.judged.get(chosen);
  useEffect(() => {
    // A link to a part leads there, and one to a report further still.
    if (place.part !== "why" && place.report === undefined) {
      lead(`part-${place.part}`);
    }
    // Once: a part that is chosen here is already in sight.
  }, []);
  const draw = (part: PartKey): ComponentChildren => {
    switch (part) {
      case "why":
        return judged && <Why key={chosen} judged={judged} place={place} graded={props.graded} />;
      case "contradictions":
        return <Contradictions place={place} />;
      case "origins":
        return judged && <Origins key={chosen} judged={judged} place={place} />;
      case "timeline":
        return judged && <Timeline place={place} chosen={judged.claim} />;
      case "pictures":
        return <Pictures place={place} />;
      case "reports":
        return <Reports place={place} />;
      case "history":
        return <History place={place} />;
    }
  };
  const section = (part: PartKey) => (
    <section aria-labelledby={`part-${part}`} class="part">
      <h2 id={`part-${part}`} tabIndex={-1}>
        {words.part[part]}
      </h2>
      {draw(part)}
    </section>
  );
  if (place.all) {
    return <>{PARTS.map(section)}</>;
  }
  return (
    <div class="parts">
      <Tabs
        label={words.parts}
        tabs={PARTS.map((key) => ({key, name: words.part[key]}))}
        shown={place.part}
        show={(part) => go(hrefOf({...place, part, report: undefined}), true)}
      >
        {section(place.part)}
      </Tabs>
      <p class="paper">
        {words.partsNotOnPaper(
          list(PARTS.filter((part) => part !== place.part).map((part) => words.part[part])),
        )}
      </p>
    </div>
  );
}
