import {useCallback, useEffect, useMemo, useRef, useState} from "preact/hooks";
import {onEnd, Refused, useLanguage} from "../api/api";
import {me, type Me} from "../api/people";
import {shell} from "../words/shell";
import {Login} from "./Login";
import {Page} from "./Page";
import {
  firstLanguage,
  firstTheme,
  keepLanguage,
  SettingsContext,
  showTheme,
  type Settings,
} from "./settings";
import {useNews} from "./news";

/** Who is it? Then the page, or the way in. */
export function Desk() {
  const [language, setLanguage] = useState(firstLanguage);
  const [theme, setTheme] = useState(firstTheme);
  const [who, setWho] = useState<Me | "nobody" | "asking" | "away">("asking");
  const [ended, setEnded] = useState(false);
  const [news, announce] = useNews();
  const last = useRef<string | undefined>(undefined);

  useLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  useEffect(() => showTheme(theme), [theme]);

  const find = useCallback(() => {
    setWho("asking");
    me().then(setWho, (failure: unknown) =>
      setWho(failure instanceof Refused && failure.status === 401 ? "nobody" : "away"),
    );
  }, []);
  useEffect(() => {
    onEnd(() => {
      setEnded(last.current !== undefined);
      setWho("nobody");
    });
    find();
  }, [find]);
  if (typeof who === "object") {
    last.current = who.name;
  }

  const settings = useMemo<Settings | undefined>(
    () =>
      typeof who === "object"
        ? {
            language,
            me: who,
            announce,
            may: (...roles) => roles.some((role) => who.roles.includes(role)),
          }
        : undefined,
    [language, who, announce],
  );
  const words = shell[language];
  if (who === "asking") {
    return <p class="alone">{words.loading}</p>;
  }
  if (who === "away") {
    return (
      <main class="alone">
        <p role="alert">{words.away}</p>
        <button onClick={find}>{words.again}</button>
      </main>
    );
  }
  if (settings === undefined) {
    return (
      <Login
        words={words}
        ended={ended}
        language={language}
        setLanguage={setLanguage}
        entered={setWho}
      />
    );
  }
  const loggedOut = () => {
    last.current = undefined;
    setEnded(false);
    setWho("nobody");
  };
  return (
    <SettingsContext.Provider value={settings}>
      <Page
        setLanguage={setLanguage}
        theme={theme}
        setTheme={setTheme}
        loggedOut={loggedOut}
        news={news}
      />
    </SettingsContext.Provider>
  );
}
