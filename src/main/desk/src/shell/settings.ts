import {createContext} from "preact";
import {useContext, useRef} from "preact/hooks";
import type {Me, Role} from "../api/people";

export type Language = "en" | "fr";

/** How this person looks at the desk. */
export interface Settings {
  language: Language;
  me: Me;
  /** Whether this person has one of these roles. The service decides; the page only does not offer what it refuses. */
  may: (...roles: Role[]) => boolean;
  /**
   * Tells all who listen rather than look what has just happened, and shows it for a while. What is
   * given takes it back, once it is of the past.
   */
  announce: (sentence: string) => () => void;
}

export const SettingsContext = createContext<Settings | undefined>(undefined);

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === undefined) {
    throw new Error("outside of the desk");
  }
  return settings;
}

/**
 * Whether this person has one of these roles, or had one while this part of the page is here, as far as the page knew:
 * what they typed does not vanish with a role. Whether it may be sent is the service's to say.
 */
export function useCould(...roles: Role[]): boolean {
  const {may} = useSettings();
  const could = useRef(false);
  could.current ||= may(...roles);
  return could.current;
}

const LANGUAGE = "bilan.language";
const THEME = "bilan.theme";

/** The language chosen before, or the browser's. */
export function firstLanguage(): Language {
  const chosen =
    localStorage.getItem(LANGUAGE) ??
    navigator.languages.find((tag) => /^(en|fr)\b/.test(tag)) ??
    "en";
  return chosen.startsWith("fr") ? "fr" : "en";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE, language);
}

export type Theme = "system" | "light" | "dark";

export function firstTheme(): Theme {
  const chosen = localStorage.getItem(THEME);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function showTheme(theme: Theme): void {
  localStorage.setItem(THEME, theme);
  if (theme === "system") {
    delete document.documentElement.dataset["theme"];
  } else {
    document.documentElement.dataset["theme"] = theme;
  }
}
