import {useSettings} from "../shell/settings";

/** Numbers and times as one language writes them. Times are in UTC, as all of Bilan's are. */
export interface Format {
  /** With a true minus. */
  number: (value: number) => string;
  /** In a few letters: 1.4K. */
  short: (value: number) => string;
  /** With its sign, a true minus: weights in decibans. */
  signed: (value: number) => string;
  percent: (share: number) => string;
  /** Whether what a number counts is named as one thing: in French 0 is so too. */
  one: (value: number) => boolean;
  /** A place on earth, in degrees north and east. */
  degrees: (lat: number, lon: number, digits: number) => string;
  day: (moment: string) => string;
  moment: (moment: string) => string;
  /** The days from one moment to another, one where both are of it. */
  days: (from: string, to: string) => string;
  /** From one moment to another: as days where both are whole ones. */
  span: (from: string, to: string) => string;
  /** A country by its two letters (ISO 3166-1). */
  country: (code: string) => string;
  list: (items: readonly string[]) => string;
  /** A text that the service made, with the spaces that hold in French: no line begins with its signs. */
  sentence: (text: string) => string;
}

/** Rule files and the service's own texts have plain spaces there, as people type them. */
function held(text: string): string {
  return text.replace(/ (?=[:;?!%])/g, "\u202F").replace(/(?<=«) | (?=»)/g, "\u202F");
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

function format(language: string): Format {
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const number = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, {notation: "compact"});
  const signed = new Intl.NumberFormat(locale, {signDisplay: "exceptZero"});
  const percent = new Intl.NumberFormat(locale, {style: "percent", maximumFractionDigits: 1});
  const plural = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, {dateStyle: "medium", timeZone: "UTC"});
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const list = new Intl.ListFormat(locale);
  const country = new Intl.DisplayNames(locale, {type: "region"});
  const read = (text: string, how: Intl.DateTimeFormat): string => {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? text : how.format(date);
  };
  // A date without an hour says no more than it does.
  const toMoment = (text: string) =>
    WHOLE_DAY.test(text) ? read(text, day) : `${read(text, moment)} UTC`;
  const toDays = (from: string, to: string) => {
    const [first, last] = [new Date(from), new Date(to)];
    return Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())
      ? `${from} – ${to}`
      : day.formatRange(first, last);
  };
  return {
    number: (value) => number.format(value).replace("-", "−"),
    short: (value) => short.format(value),
    signed: (value) => signed.format(value).replace("-", "−"),
    percent: (share) => percent.format(share),
    one: (value) => plural.select(value) === "one",
    degrees: (lat, lon, digits) => {
      const written = (value: number) =>
        Math.abs(value).toLocaleString(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
      const west = language === "en" ? "W" : "O";
      return `${written(lat)}°\u00A0${lat < 0 ? "S" : "N"}, ${written(lon)}°\u00A0${lon < 0 ? west : "E"}`;
    },
    day: (text) => read(text, day),
    moment: toMoment,
    days: toDays,
    span: (from, to) =>
      WHOLE_DAY.test(from) && WHOLE_DAY.test(to)
        ? toDays(from, to)
        : `${toMoment(from)} – ${toMoment(to)}`,
    country: (code) => country.of(code) ?? code,
    list: (items) => list.format(items),
    sentence: language === "fr" ? held : (text) => text,
  };
}

const FORMATS = {en: format("en"), fr: format("fr")};

export function useFormat(): Format {
  return FORMATS[useSettings().language];
}
