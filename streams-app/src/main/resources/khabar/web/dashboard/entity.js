/** The page of one entity: how often it is named, when, with whom, in what news. */

import { element, icon, isolated, outward, say as tell } from "./draw.js";
import { ask, paced } from "./ask.js";
import { hue, showEntityBars, showSubjectBars } from "./bars.js";
import { showArticles } from "./river.js";
import { timeline } from "./timeline.js";

const ARTICLES = 12;
const ROWS = 12;
const NUMBERS = ["mentions", "articles", "uniqueArticles", "sources"];

/** The page, built into an empty element. */
export function entityPage(root, desk, showWindow) {
  const parts = build(root);
  const lines = timeline(parts.timeline, desk);
  let seen = null;
  let missing = false;

  const load = paced(async () => {
    const id = desk.place.id;
    const turn = desk.turn;
    const { window, start, demonyms } = desk.parameters();
    const answer = await ask(`/api/entities/${encodeURIComponent(id)}`, { window, start, demonyms });
    if (turn !== desk.turn) return;
    missing = answer.missing;
    seen = answer.value ?? (missing ? null : seen);
    // Where this window has none, those before it tell more than nothing.
    if (seen && !seen.newestArticles?.length) {
      seen.newestArticles = (await ask("/api/articles", { entity: id, limit: ARTICLES })).value?.articles ?? [];
    }
    if (turn === desk.turn) draw();
  }, 2000);

  function draw() {
    const { say } = desk;
    parts.back.replaceChildren(icon("before"), say.words.back);
    parts.back.href = desk.addressOf("front");
    for (const [name, title] of Object.entries({ subjects: "about", pairs: "with", articles: "newestAbout", line: "timeline", counts: "inWindow" })) {
      parts[`${name}Title`].textContent = say.words[title];
    }
    parts.empty.hidden = !missing;
    parts.empty.textContent = `${say.words.notFound} ${say.words.notFoundNote}`;
    parts.all.hidden = !seen;
    if (!seen) {
      tell(parts.title, missing ? desk.place.id : say.words.loading);
      parts.others.replaceChildren();
      return;
    }
    if (seen.window) {
      desk.shown = seen.window;
      showWindow(seen.window);
    }
    drawHead();
    drawNumbers();
    const name = say.names(seen.names, seen.id);
    lines.show([{ id: seen.id, series: 1, name: name.first, language: name.firstLanguage }]);
    lines.draw();
    showSubjectBars(parts.subjects, (seen.subjects ?? []).slice(0, ROWS), desk, { unique: desk.place.unique });
    const pairs = (seen.pairs ?? []).slice(0, ROWS);
    parts.pairsBox.hidden = !pairs.length;
    showEntityBars(parts.pairs, pairs, desk, {
      count: (row) => (desk.place.unique ? row.uniqueArticles : row.articles), detail: () => "",
    });
    showArticles(parts.articles, (seen.newestArticles ?? []).slice(0, ARTICLES), desk);
  }

  function drawHead() {
    const { say } = desk;
    const names = say.names(seen.names, seen.id);
    root.firstElementChild.className = `entity-head ${hue(seen.type)}`;
    parts.kind.textContent = say.words.kinds[seen.type] ?? seen.type;
    tell(parts.title, isolated(names.first, names.firstLanguage));
    const others = Object.entries(seen.names).filter(([, text]) => text !== names.first);
    parts.others.replaceChildren(
      ...others.map(([language, text]) => isolated(text, language)),
      element("span", { className: "identity" }, `${say.words.identity}: `, identity(seen.id)));
  }

  function drawNumbers() {
    const { say } = desk;
    const numbers = NUMBERS.filter((name) => seen[name] !== undefined && seen[name] !== null);
    parts.numbers.replaceChildren(...numbers.map((name) => element("div", {},
      element("dt", { text: say.words.numbers[name] }), element("dd", { text: say.number(seen[name]) }))));
    const trend = seen.trend;
    const rising = trend?.state === "TRENDING";
    parts.trend.hidden = !rising;
    if (rising) {
      parts.trend.replaceChildren(icon("rise"), element("b", { text: say.words.rising }), " ",
        `${say.articles(trend.observed)}${say.words.comma} ${say.words.expected(say.about(trend.expected))}`);
    }
  }

  return {
    title: () => (seen ? desk.say.names(seen.names, seen.id).first : null),
    heading: () => parts.title,
    enter(moved) {
      if (moved) {
        seen = null;
        missing = false;
        draw();
      }
      load.now();
      lines.load.now();
    },
    heard(kind, value) {
      const mine = kind === "article" ? value.entities?.some((each) => each.id === desk.place.id)
        : kind === "top-entities" && value.entities?.some((each) => each.id === desk.place.id);
      if (!mine) return;
      load();
      lines.load();
    },
    draw,
  };
}

/** The identifier; one of Wikidata leads there. */
function identity(id) {
  return /^Q[1-9]\d*$/.test(id)
    ? outward(`https://www.wikidata.org/wiki/${id}`, "out", isolated(id), icon("out"))
    : isolated(id);
}

function build(root) {
  const parts = {
    back: element("a", { className: "back" }), kind: element("p", { className: "kind" }),
    title: element("h1", { id: "entity-title", tabindex: "-1" }), others: element("p", { className: "others" }),
    numbers: element("dl", { className: "numbers", id: "entity-numbers" }), trend: element("p", { className: "trend-note", hidden: true }),
    empty: element("p", { className: "empty", hidden: true }), all: element("div", { className: "entity-grid" }),
    timeline: element("div", { id: "entity-timeline" }), subjects: element("ol", { className: "bars slim", id: "entity-subjects" }),
    pairs: element("ol", { className: "bars slim", id: "entity-pairs" }), articles: element("ol", { className: "articles", id: "entity-articles" }),
  };
  for (const name of ["subjects", "pairs", "articles", "line", "counts"]) parts[`${name}Title`] = element("h2", { id: `entity-${name}-title` });
  const section = (name, ...content) =>
    element("section", { className: name, "aria-labelledby": `entity-${name}-title` }, element("div", { className: "head" }, parts[`${name}Title`]), ...content);
  parts.pairsBox = section("pairs", parts.pairs);
  parts.all.append(section("counts", parts.numbers, parts.trend), section("line", parts.timeline), section("subjects", parts.subjects), parts.pairsBox,
    section("articles", parts.articles));
  root.append(element("header", { className: "entity-head" }, parts.back, parts.kind, parts.title, parts.others), parts.empty, parts.all);
  return parts;
}
