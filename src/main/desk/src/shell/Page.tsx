import {lazy, Suspense} from "preact/compat";
import {useEffect, useRef} from "preact/hooks";
import {lookAgain, path} from "../api/api";
import {Loading} from "../parts/Loading";
import {useWords} from "../words/words";
import {shell} from "../words/shell";
import {Fence} from "./Fence";
import {LogOut} from "./LogOut";
import type {News} from "./news";
import {address, useRoute, type Route} from "./route";
import {useSettings, type Language, type Theme} from "./settings";

/** The parts of the desk, each fetched when somebody first goes there. */
const Incidents = lazy(() => import("../incidents/Incidents"));
const Incident = lazy(() => import("../incident/Incident"));
const Tuning = lazy(() => import("../tuning/Tuning"));
const Runs = lazy(() => import("../runs/Runs"));
const Entry = lazy(() => import("../entry/Entry"));

const PARTS = ["incidents", "tuning", "runs", "entry"] as const;

function NothingHere() {
  const words = useWords(shell);
  useEffect(() => {
    document.title = `${words.nothingHere.replace(/\.$/, "")} – ${words.name}`;
  }, [words]);
  return (
    <>
      <h1>{words.nothingHere}</h1>
      <a href={address(["incidents"])}>{words.toIncidents}</a>
    </>
  );
}

function Part({route}: {route: Route}) {
  const [part = "incidents", ...rest] = route.parts;
  switch (part) {
    case "incidents":
      return rest[0] === undefined ? (
        <Incidents route={route} />
      ) : (
        <Incident key={rest[0]} id={rest[0]} route={route} />
      );
    case "tuning":
      return <Tuning route={route} />;
    case "runs":
      return <Runs route={route} />;
    case "entry":
      return <Entry route={route} />;
    default:
      return <NothingHere />;
  }
}

/** All that stands around what one works on. */
export function Page(props: {
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  loggedOut: () => void;
  news: News | undefined;
}) {
  const words = useWords(shell);
  const {me, language} = useSettings();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  // Without a part one is among the incidents; a search there changes the address, and nothing else.
  const here = route.parts.join("/") || "incidents";
  const first = useRef(here);
  useEffect(() => {
    // Whoever listens, or goes by keyboard, begins at the top of a new part, as with a page of its own.
    if (first.current !== here) {
      first.current = here;
      // Roles are given and taken while one works.
      lookAgain();
      main.current?.focus();
      scrollTo(0, 0);
    }
  }, [here]);
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => (e.preventDefault(), main.current?.focus())}>
        {words.skip}
      </a>
      <header class="top">
        <a class="name" href={address(["incidents"])}>
          {words.name}
        </a>
        <nav aria-label={words.navigation}>
          {PARTS.map((part) => (
            <a
              href={address([part])}
              aria-current={(route.parts[0] ?? "incidents") === part ? "page" : undefined}
            >
              {words[part]}
            </a>
          ))}
          <a href={path("/methodology", {lang: language})} target="_blank" rel="noopener">
            {words.methodology}
          </a>
        </nav>
        <div class="tools">
          <label>
            <span class="unseen">{words.language}</span>
            <select
              value={language}
              onChange={(e) => props.setLanguage(e.currentTarget.value as Language)}
            >
              <option value="en" lang="en">
                English
              </option>
              <option value="fr" lang="fr">
                Français
              </option>
            </select>
          </label>
          <label>
            <span class="unseen">{words.theme}</span>
            <select
              value={props.theme}
              onChange={(e) => props.setTheme(e.currentTarget.value as Theme)}
            >
              {Object.entries(words.themes).map(([theme, name]) => (
                <option value={theme}>{name}</option>
              ))}
            </select>
          </label>
          <span class="who">{words.you(me.name)}</span>
          <LogOut loggedOut={props.loggedOut} />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Fence key={here} words={words}>
          <Suspense fallback={<Loading />}>
            <Part route={route} />
          </Suspense>
        </Fence>
      </main>
      <div class="news" role="status" aria-live="polite">
        {props.news !== undefined && <p key={props.news.turn}>{props.news.sentence}</p>}
      </div>
    </>
  );
}
