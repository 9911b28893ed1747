import {entry} from "../words/entry";
import {fieldHelp} from "../words/fieldHelp";
import {useWords} from "../words/words";
import {Drop} from "./Drop";
import {Fields} from "./Fields";
import {useForm, useValue} from "./form";
import {at, listOf, pointer, textOf, type Step} from "./json";
import {Items} from "./Items";
import {PLACES} from "./lists";
import {Matrix} from "./Matrix";
import {Rows} from "./Rows";

const SECTIONS = [
  "incident",
  "parties",
  "sources",
  "claims",
  "reports",
  "matrix",
  "media",
  "actions",
] as const;
type Section = (typeof SECTIONS)[number];

const STEPS: Record<Section, readonly Step[]> = {
  incident: ["incident"],
  ...PLACES,
  matrix: ["matrix"],
  actions: ["incident", "actions"],
};

/** All parts of a dossier, in the order in which an editor has them in hand. */
export function Sections() {
  const words = useWords(entry);
  return (
    <div class="sections">
      <Jump />
      {SECTIONS.map((section) => (
        <section aria-labelledby={`entry-${section}`}>
          <h2 id={`entry-${section}`} tabIndex={-1}>
            {words.section[section]}
          </h2>
          <Body section={section} />
        </section>
      ))}
    </div>
  );
}

/** The parts by name, with how much is in each and how much is wrong. */
function Jump() {
  const words = useWords(entry);
  const {document, wrong} = useForm();
  const here = (section: Section) => {
    const place = pointer(STEPS[section]);
    const within = [...wrong.keys()].filter(
      (where) => where === place || where.startsWith(`${place}/`),
    );
    return section === "incident"
      ? within.filter((where) => !/^\/incident\/(parties|actions)(\/|$)/.test(where)).length
      : within.length;
  };
  const go = (section: Section) => {
    const head = window.document.getElementById(`entry-${section}`);
    head?.focus();
    head?.scrollIntoView();
  };
  return (
    <nav aria-label={words.jump} class="jump">
      {SECTIONS.map((section) => {
        const many = listOf(at(document, STEPS[section])).length;
        const amiss = here(section);
        return (
          <button type="button" class="plain" onClick={() => go(section)}>
            {words.section[section]}
            {many > 0 && ` (${many})`}
            {amiss > 0 && (
              <span class="wrong">
                {" "}
                <span aria-hidden="true">⚠</span>
                <span class="unseen">{words.problems(amiss)}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function Body({section}: {section: Section}) {
  const words = useWords(entry);
  const help = useWords(fieldHelp);
  switch (section) {
    case "incident":
      return <Incident />;
    case "matrix":
      return (
        <>
          <p class="help">{help.stances.stance}</p>
          <Matrix />
        </>
      );
    case "actions":
      return (
        <div data-at={pointer(STEPS.actions)}>
          <p class="help">{help.incident.actions}</p>
          <Rows group="actions" steps={STEPS.actions} />
        </div>
      );
    case "media":
      return (
        <>
          <p class="help">{words.about.media}</p>
          <Drop />
          <Items list="media" />
        </>
      );
    default:
      return (
        <>
          <p class="help">{words.about[section]}</p>
          <Items list={section} />
        </>
      );
  }
}

function Incident() {
  const [, setId] = useValue(["incident", "id"]);
  return (
    <div data-at="/incident">
      <Fields
        group="incident"
        steps={["incident"]}
        rename={(id) => setId(textOf(id) === "" ? undefined : id)}
      />
    </div>
  );
}
