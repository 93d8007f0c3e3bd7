/** The page of one subject: how much news is about it, when, and who is named there. */

import { element, icon, isolated, say as tell } from "./draw.js";
import { ask, paced } from "./ask.js";
import { showEntityBars, showSubjectBars } from "./bars.js";
import { showArticles } from "./river.js";
import { timeline } from "./timeline.js";

/** The page, built into an empty element. */
export function subjectPage(root, desk, showWindow) {
  const parts = build(root);
  const lines = timeline(parts.timeline, desk, { kind: "subjects" });
  let seen = null;

  const load = paced(async () => {
    const code = desk.place.id;
    const turn = desk.turn;
    const { window, start, count, demonyms } = desk.parameters();
    const [subjects, entities, articles] = await Promise.all([
      ask("/api/subjects", { window, start, limit: 1000 }),
      ask("/api/entities", { window, start, count, demonyms, subject: code, limit: 12 }),
      ask("/api/articles", { subject: code, limit: 12 }),
    ]);
    if (turn !== desk.turn) return;
    const rows = subjects.value?.subjects ?? [];
    seen = {
      window: subjects.value?.window ?? null,
      row: rows.find((row) => row.code === code) ?? null,
      above: null,
      below: rows.filter((row) => row.parent === code),
      entities: entities.value?.entities ?? [],
      articles: articles.value?.articles ?? [],
    };
    seen.above = rows.find((row) => row.code === seen.row?.parent) ?? null;
    draw();
  }, 2000);

  function names() {
    const inArticles = seen?.articles.flatMap((article) => article.subjects).find((each) => each.code === desk.place.id);
    return desk.say.names(seen?.row?.names ?? inArticles?.names, desk.place.id);
  }

  function draw() {
    const { say, place } = desk;
    parts.back.replaceChildren(icon("before"), say.words.back);
    parts.back.href = desk.addressOf("front");
    for (const [name, title] of Object.entries({ line: "timeline", below: "about", who: "who", articles: "articles" })) {
      parts[`${name}Title`].textContent = say.words[title];
    }
    const name = names();
    tell(parts.title, seen ? isolated(name.first, name.firstLanguage) : say.words.loading);
    if (!seen) return;
    if (seen.window) {
      desk.shown = seen.window;
      showWindow(seen.window);
    }
    const above = seen.above && say.names(seen.above.names, seen.above.code);
    const count = seen.row ? (place.unique ? seen.row.uniqueArticles : seen.row.articles) : 0;
    parts.facts.replaceChildren(...[
      above && element("a", { href: desk.addressOf("subject", seen.above.code) }, isolated(above.first, above.firstLanguage)),
      name.second && isolated(name.second, name.secondLanguage),
      isolated(place.id),
      element("b", { text: `${say.articles(count)} ${say.words.inWindow}` }),
    ].filter(Boolean));
    lines.show([{ id: place.id, series: 1, name: name.first, language: name.firstLanguage }]);
    lines.draw();
    parts.belowBox.hidden = !seen.below.length;
    showSubjectBars(parts.below, seen.below, desk, { unique: place.unique });
    showEntityBars(parts.who, seen.entities, desk, {
      count: (row) => (place.unique ? row.uniqueMentions : row.mentions), detail: (row) => say.articles(place.unique ? row.uniqueArticles : row.articles),
    });
    showArticles(parts.articles, seen.articles, desk);
  }

  return {
    title: () => (seen ? names().first : null),
    heading: () => parts.title,
    enter(moved) {
      if (moved) {
        seen = null;
        draw();
      }
      load.now();
      lines.load.now();
    },
    heard(kind, value) {
      const mine = kind === "subject-count" ? value.code === desk.place.id
        : kind === "article" && value.subjects?.some((each) => each.code === desk.place.id);
      if (!mine) return;
      load();
      lines.load();
    },
    draw,
  };
}

function build(root) {
  const parts = {
    back: element("a", { className: "back" }), title: element("h1", { id: "subject-title", tabindex: "-1" }),
    facts: element("p", { className: "others" }), timeline: element("div", { id: "subject-timeline" }),
    below: element("ol", { className: "bars slim", id: "subject-below" }), who: element("ol", { className: "bars", id: "subject-entities" }),
    articles: element("ol", { className: "articles", id: "subject-articles" }),
  };
  for (const name of ["line", "below", "who", "articles"]) parts[`${name}Title`] = element("h2", { id: `subject-${name}-title` });
  const section = (name, content) =>
    element("section", { className: name, "aria-labelledby": `subject-${name}-title` }, element("div", { className: "head" }, parts[`${name}Title`]), content);
  parts.belowBox = section("below", parts.below);
  root.append(
    element("header", { className: "entity-head subject" }, parts.back, parts.title, parts.facts),
    element("div", { className: "entity-grid subject-grid" }, section("line", parts.timeline), section("who", parts.who), parts.belowBox, section("articles", parts.articles)));
  return parts;
}
