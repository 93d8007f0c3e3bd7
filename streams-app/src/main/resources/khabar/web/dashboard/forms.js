/**
 * How numbers, dates, lists and names are written in the language of the page: in the Persian interface with
 * Persian digits and Jalali dates. Times are UTC, as the windows are.
 */

import { WORDS } from "./words.js";

const LOCALES = { en: "en-GB", fa: "fa-IR-u-ca-persian-nu-arabext" };
const UTC = { timeZone: "UTC" };
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything that depends on the language. */
export function wording(language) {
  const locale = LOCALES[language];
  const words = WORDS[language];
  const numbers = numberForms(locale);
  const dates = dateForms(locale, language, words);
  const lists = listForms(locale);
  return {
    language,
    direction: language === "fa" ? "rtl" : "ltr",
    words,
    ...numbers,
    ...dates,
    ...lists,
    articles: (count) => words.articlesOf(numbers.number(count), count),
    mentions: (count) => words.mentionsOf(numbers.number(count), count),
    size: (size) => words.sizes[size] ?? size,
    names: (names, id) => namesIn(language, names ?? {}, id),
  };
}

function numberForms(locale) {
  const whole = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const about = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    number: (value) => whole.format(value ?? 0),
    short: (value) => (value < 10_000 ? whole.format(value) : short.format(value)),
    rate: (value) => tenth.format(value ?? 0),
    about: (value) => about.format(value ?? 0),
    percent: (value) => share.format(value ?? 0),
  };
}

function dateForms(locale, language, words) {
  const full = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", ...UTC });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...UTC });
  const brief = new Intl.DateTimeFormat(locale, { day: "numeric", month: language === "fa" ? "long" : "short", ...UTC });
  const year = new Intl.DateTimeFormat(locale, { year: "numeric", ...UTC });
  const clock = new Intl.DateTimeFormat(locale, { ...CLOCK, ...UTC });
  const partsOf = (form, time) =>
    Object.fromEntries(form.formatToParts(time).map(({ type, value }) => [type, value]));
  // Some browsers put the parts of a Persian date in the order of another language.
  const date = (time) => {
    if (language !== "fa") return full.format(time);
    const part = partsOf(full, time);
    return `${part.weekday} ${part.day} ${part.month} ${part.year}`;
  };
  const dayAndMonth = (form) => (time) => {
    const part = partsOf(form, time);
    return `${part.day} ${part.month}`;
  };
  const dayMonth = dayAndMonth(day);
  const yearOf = (time) => partsOf(year, time).year;
  const hours = (start, end) => `${clock.format(start)}\u2013${clock.format(end)}`;
  return {
    date,
    dayMonth,
    briefDay: dayAndMonth(brief),
    yearOf,
    clock: (time) => clock.format(time),
    moment: (time) => `${dayMonth(new Date(time))} ${yearOf(new Date(time))}${words.comma} ${clock.format(new Date(time))}`,
    near: (time) => `${dayMonth(new Date(time))}${words.comma} ${clock.format(new Date(time))}`,
    window(window) {
      const start = new Date(window.start);
      const end = new Date(window.end);
      const within = end - start < DAY;
      return within ? `${date(start)}${words.comma} ${hours(start, end)}` : date(start);
    },
    windowShort(window) {
      const start = new Date(window.start);
      const end = new Date(window.end);
      return end - start < DAY ? `${dayMonth(start)}${words.comma} ${hours(start, end)}` : dayMonth(start);
    },
    // For a point of a timeline: as much of its time as its window lets tell.
    point(seconds, stepMillis) {
      const time = new Date(seconds * 1000);
      if (stepMillis >= DAY) return date(time);
      return `${date(time)}${words.comma} ${clock.format(time)}`;
    },
  };
}

function listForms(locale) {
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  // Where a name has a comma of its own, as many subjects have, stronger marks stand between the names.
  const stronger = (value) => value.replace(",", ";").replace("\u060C", "\u061B").replace(/^ (?=\p{L})/u, locale.startsWith("fa") ? "\u061B " : "; ");
  // Persian writes no comma before its "and", whatever some browsers say.
  const usual = (value) => value.replace("\u060C \u0648 ", " \u0648 ");
  const listParts = (items) => {
    const between = items.some((item) => /[,\u060C]/.test(item)) ? stronger : usual;
    return list.formatToParts(items).map((part) => (part.type === "literal" ? { type: part.type, value: between(part.value) } : part));
  };
  return { listParts, list: (items) => listParts(items).map((part) => part.value).join("") };
}

// The name in the reader's language first; the other one beside it, where there are two.
function namesIn(language, names, id) {
  const other = language === "fa" ? "en" : "fa";
  const own = names[language];
  const first = own ?? names[other] ?? Object.values(names)[0] ?? id;
  const second = own && names[other] && names[other] !== own ? names[other] : null;
  return {
    first,
    firstLanguage: own ? language : names[other] ? other : "und",
    second,
    secondLanguage: other,
  };
}
