import {useEffect, useState} from "preact/hooks";
import {Refused} from "../api/refused";
import {logIn, type Me} from "../api/people";
import {ownWords} from "../parts/Refusal";
import type {shell} from "../words/shell";
import type {Language} from "./settings";

/** The way in. */
export function Login(props: {
  words: (typeof shell)[Language];
  /** Who is expected, and why this person has to log in again. */
  name?: string;
  why?: string;
  language: Language;
  setLanguage: (language: Language) => void;
  entered: (who: Me) => void;
}) {
  const {words} = props;
  const [name, setName] = useState(props.name ?? "");
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const before = document.title;
    document.title = `${words.login.title} – ${words.name}`;
    return () => {
      document.title = before;
    };
  }, [words]);
  const [status, setStatus] = useState<string>();
  // Only what comes into a line that is there already is read out.
  useEffect(() => setStatus(props.why), [props.why]);
  const enter = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefused(undefined);
    try {
      props.entered(await logIn(name.trim(), password));
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setRefused(failure);
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{words.name}</h1>
      <p>{words.what}</p>
      <p role="status">{status}</p>
      <form onSubmit={enter} class="stack">
        <label class="field">
          {words.login.name}
          <input
            name="name"
            autocomplete="username"
            required
            autofocus={props.name === undefined}
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
            autofocus={props.name !== undefined}
            value={password}
            onInput={(e) => setPassword(e.currentTarget.value)}
          />
        </label>
        {refused !== undefined && <Why refused={refused} words={words} />}
        <button type="submit" class="primary" aria-disabled={busy}>
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
    </>
  );
}

function Why({refused, words}: {refused: Refused; words: (typeof shell)[Language]}) {
  const wrong = refused.status === 401 || refused.status === 422;
  // Of roles nothing is known yet: what is forbidden here is where the request comes from.
  const own = wrong
    ? words.login.wrong
    : refused.status === 403
      ? undefined
      : ownWords(words, refused.problem);
  return (
    <p role="alert" class="refused" lang={own === undefined ? "en" : undefined}>
      {own ?? refused.problem.detail}
    </p>
  );
}
