// Words, numbers and dates of the two languages of the page.

const WORDS = {
  en: {
    title: "Khabar: what is in the news",
    other: "فارسی",
    entities: "Named most",
    subjects: "What it is about",
    articles: "Newest articles",
    health: "State of the stream",
    window: "Window",
    open: "open",
    closed: "closed",
    waiting: "Waiting for the first article",
    waitingNote: "The page fills by itself as soon as something is counted.",
    nothing: "Nothing yet",
    inArticles: (n, count) => `in ${n} ${count === 1 ? "article" : "articles"}`,
    ofArticles: (n, count) => `${n} ${count === 1 ? "article" : "articles"}`,
    named: (list) => `named most, with ${list} mentions`,
    running: "Running",
    notRunning: "Not running yet",
    lost: "Connection lost, trying again",
    figures: { perSecond: "articles a second", articles: "articles", rejected: "rejected", deadLetters: "dead letters", lag: "waiting" },
    kinds: { place: "place", person: "person", organisation: "organisation", event: "event", product: "product" },
    sizes: { PT1M: "Minute", PT1H: "Hour", P1D: "Day" },
    utc: "UTC",
    comma: ",",
  },
  fa: {
    title: "خبر: در اخبار چه می‌گذرد",
    other: "English",
    entities: "پرتکرارترین نام‌ها",
    subjects: "موضوع‌ها",
    articles: "تازه‌ترین خبرها",
    health: "وضع جریان",
    window: "بازه",
    open: "باز",
    closed: "بسته",
    waiting: "در انتظار نخستین خبر",
    waitingNote: "همین که چیزی شمرده شود، این صفحه خودش پر می‌شود.",
    nothing: "هنوز هیچ",
    inArticles: (n) => `در ${n} خبر`,
    ofArticles: (n) => `${n} خبر`,
    named: (list) => `بیش از همه نام برده شده‌اند: ${list} بار`,
    running: "در حال کار",
    notRunning: "هنوز آماده نیست",
    lost: "ارتباط قطع شد؛ دوباره تلاش می‌شود",
    figures: { perSecond: "خبر در ثانیه", articles: "خبر", rejected: "ردشده", deadLetters: "ناکام", lag: "در صف" },
    kinds: { place: "جا", person: "شخص", organisation: "سازمان", event: "رویداد", product: "محصول" },
    sizes: { PT1M: "دقیقه", PT1H: "ساعت", P1D: "روز" },
    utc: "به وقت جهانی",
    comma: "\u060C",
  },
};

const LOCALES = { en: "en-GB", fa: "fa-IR-u-ca-persian-nu-arabext" };
const REMEMBERED = "khabar.language";

/** The language to start with: asked for in the address, chosen before, or the reader's own. */
export function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered();
  const wanted = asked ?? (navigator.language ?? "en");
  return wanted.toLowerCase().startsWith("fa") ? "fa" : "en";
}

export function remember(language) {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** Everything that depends on the language. */
export function wording(language) {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale);
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  // Persian writes no comma before its "and", whatever some browsers say.
  const listParts = (items) => list.formatToParts(items).map((part) =>
    part.type === "literal" ? { type: part.type, value: part.value.replace("\u060C \u0648 ", " \u0648 ") } : part);
  // Some browsers put the parts of a Persian date in the order of another language.
  const date = (time) => {
    if (language !== "fa") return day.format(time);
    const part = Object.fromEntries(day.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${part.weekday} ${part.day} ${part.month} ${part.year}`;
  };
  const words = WORDS[language];
  return {
    language,
    direction: language === "fa" ? "rtl" : "ltr",
    words,
    number: (value) => whole.format(value),
    rate: (value) => tenth.format(value),
    list: (items) => listParts(items).map((part) => part.value).join(""),
    listParts,
    moment: (time) => moment.format(new Date(time)),
    size: (size) => words.sizes[size] ?? size,
    window(window) {
      const start = new Date(window.start);
      const hours = `${clock.format(start)}–${clock.format(new Date(window.end))}`;
      return window.size === "P1D" ? `${date(start)} (${words.utc})` : `${date(start)}${words.comma} ${hours} (${words.utc})`;
    },
    // The name in the reader's language first; the other one beside it, where there are two.
    names(names, id) {
      const other = language === "fa" ? "en" : "fa";
      const first = names[language] ?? names[other] ?? Object.values(names)[0] ?? id;
      const second = names[language] && names[other] && names[other] !== first ? names[other] : null;
      return {
        first,
        firstLanguage: names[language] ? language : names[other] ? other : "und",
        second,
        secondLanguage: other,
      };
    },
  };
}
