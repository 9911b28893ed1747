import {useCallback, useEffect, useMemo, useRef, useState} from "preact/hooks";
import {onDoubt, onEnd, speak, takeWord} from "../api/api";
import {Refused} from "../api/refused";
import {me, onOtherPage, type Me} from "../api/people";
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
import {Shut} from "./Shut";
import {saveAll} from "./unsaved";

/** Whether a look has brought nothing new of a person. */
function alike(before: unknown, {name, roles, means}: Me): boolean {
  return (
    JSON.stringify(before, ["name", "roles", "means"]) === JSON.stringify({name, roles, means})
  );
}

/**
 * Who is it? Then the page, or the way in. A session that ends leaves the page as it is, behind the way in: whoever
 * comes back finds all that was typed.
 */
export function Desk() {
  const [language, setLanguage] = useState(firstLanguage);
  const [theme, setTheme] = useState(firstTheme);
  const [who, setWho] = useState<Me | "nobody" | "asking" | "away">("asking");
  /** Why the page is shut: its session has ended, or this other person has begun one in another page. */
  const [shut, setShut] = useState<{by: string | undefined}>();
  const [news, announce, forget] = useNews();
  const person = useRef<string | undefined>(undefined);
  const words = shell[language];

  speak(language);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  useEffect(() => showTheme(theme), [theme]);

  const enter = useCallback(
    (now: Me) => {
      takeWord(now);
      if (person.current !== now.name) {
        forget();
      }
      person.current = now.name;
      setWho(now);
      setShut(undefined);
      void saveAll(now.name);
    },
    [forget],
  );
  /** Goes on in the same session: nothing is asked or saved anew, which may be what gave rise to the doubt. */
  const goOn = useCallback((now: Me) => {
    takeWord(now);
    setWho((before) => (alike(before, now) ? before : now));
    setShut(undefined);
  }, []);
  /** Asks whose the session is. This page is one person's: the word of another is not taken. */
  const look = useCallback((came: (now: Me) => void) => {
    const before = person.current;
    return me().then(
      (now) => {
        if (before !== undefined && person.current !== before) {
          // They have logged out meanwhile.
        } else if (person.current === undefined || person.current === now.name) {
          came(now);
        } else {
          setShut({by: now.name});
        }
      },
      (failure: unknown) => {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        if (person.current === undefined && failure.status !== 401) {
          setWho("away");
        }
      },
    );
  }, []);
  useEffect(() => {
    onEnd(() => (person.current === undefined ? setWho("nobody") : setShut({by: undefined})));
    onDoubt(() => look(goOn));
    onOtherPage(() => void look(enter));
    void look(enter);
  }, [look, enter, goOn]);

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
  if (who === "asking") {
    return <p class="alone">{words.loading}</p>;
  }
  if (who === "away") {
    const again = () => {
      setWho("asking");
      void look(enter);
    };
    return (
      <main class="alone">
        <p role="alert">{words.away}</p>
        <button onClick={again}>{words.again}</button>
      </main>
    );
  }
  const login = {words, language, setLanguage, entered: enter};
  if (settings === undefined) {
    return (
      <main class="alone">
        <Login {...login} />
      </main>
    );
  }
  const loggedOut = () => {
    person.current = undefined;
    forget();
    setShut(undefined);
    setWho("nobody");
  };
  return (
    <SettingsContext.Provider value={settings}>
      <Page
        key={settings.me.name}
        setLanguage={setLanguage}
        theme={theme}
        setTheme={setTheme}
        loggedOut={loggedOut}
        news={news}
      />
      {shut !== undefined && (
        <Shut label={words.login.title}>
          <Login
            {...login}
            name={settings.me.name}
            why={
              shut.by === undefined
                ? words.login.ended
                : words.login.other(shut.by, settings.me.name)
            }
          />
        </Shut>
      )}
    </SettingsContext.Provider>
  );
}
