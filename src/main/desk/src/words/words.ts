import {useSettings} from "../shell/settings";

/** A text, or one made of values. */
type Text = string | ((...values: never[]) => string);
type Texts = {[key: string]: Text | Texts};
type Same<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends Text ? T[K] : Same<T[K]>;
};

/** The same texts in both languages: one that is missing in French does not compile. */
export interface Bilingual<T> {
  en: T;
  fr: Same<T>;
}

export function bilingual<T extends Texts>(en: T, fr: Same<T>): Bilingual<T> {
  return {en, fr};
}

/** The texts in the language of whoever looks. */
export function useWords<T>(texts: Bilingual<T>): T {
  return texts[useSettings().language] as T;
}
