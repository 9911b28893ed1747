import {useEffect, useState} from "preact/hooks";
import {Refused} from "../api/api";
import {logIn, type Me} from "../api/people";
import type {shell} from "../words/shell";
import type {Language} from "./settings";

/** The way in. */
export function Login(props: {
  words: (typeof shell)[Language];
  ended: boolean;
  language: Language;
  setLanguage: (language: Language) => void;
  entered: (who: Me) => void;
}) {
  const {words} = props;
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [why, setWhy] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const before = document.title;
    document.title = `${words.login.title} – ${words.name}`;
    return () => {
      document.title = before;
    };
  }, [words]);
  const enter = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setWhy(undefined);
    try {
      props.entered(await logIn(name.trim(), password));
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      const wrong = failure.status === 401 || failure.status === 422;
      setWhy(
        failure.status === 0 ? words.away : wrong ? words.login.wrong : failure.problem.detail,
      );
      setBusy(false);
    }
  };
  return (
    <main class="alone">
      <h1>{words.name}</h1>
      <p>{words.what}</p>
      {props.ended && <p role="status">{words.login.ended}</p>}
      <form onSubmit={enter} class="stack">
        <label class="field">
          {words.login.name}
          <input
            name="name"
            autocomplete="username"
            required
            autofocus
            value={name}
            onInput={(e) => setName(e.currentTarget.value)}
          />
        </label>
        <label class="field">
          {words.login.password}
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(e) => setPassword(e.currentTarget.value)}
          />
        </label>
        {why !== undefined && (
          <p role="alert" class="refused">
            {why}
          </p>
        )}
        <button type="submit" class="primary" disabled={busy}>
          {words.login.enter}
        </button>
      </form>
      <p>
        <button
          class="plain"
          lang={props.language === "en" ? "fr" : "en"}
          onClick={() => props.setLanguage(props.language === "en" ? "fr" : "en")}
        >
          {props.language === "en" ? "En français" : "In English"}
        </button>
      </p>
    </main>
  );
}
