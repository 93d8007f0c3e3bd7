/** One article: its text as it came, with what was found in it marked, and the display form beside it. */

import { element, icon, isolated, outward, say as tell } from "./draw.js";
import { ask, paced } from "./ask.js";
import { hue } from "./bars.js";
import { mended } from "./mended.js";
import { nested } from "./spans.js";
import { tips } from "./tips.js";

const FIELDS = ["headline", "lead", "body"];

/** The page, built into an empty element. */
export function articlePage(root, desk) {
  const parts = build(root);
  const tip = tips(root, desk);
  let seen = null;
  let missing = false;
  const shown = { mentions: true, subjects: true };

  const load = paced(async () => {
    const turn = desk.turn;
    const answer = await ask(`/api/articles/${encodeURIComponent(desk.place.id)}`);
    if (turn !== desk.turn) return;
    missing = answer.missing;
    if (JSON.stringify(seen) === JSON.stringify(answer.value) && seen) return;
    seen = answer.value;
    draw();
  }, 2000);

  function draw() {
    const { say } = desk;
    parts.back.replaceChildren(icon("before"), say.words.back);
    parts.back.href = desk.addressOf("front");
    parts.empty.hidden = !missing;
    parts.empty.textContent = `${say.words.notFound} ${say.words.notFoundNote}`;
    parts.all.hidden = !seen;
    parts.displayNote.textContent = say.words.displayNote;
    for (const [name, title] of Object.entries({ original: "original", display: "display", marks: "marks" })) {
      parts[`${name}Title`].textContent = say.words[title];
    }
    if (!seen) {
      tell(parts.title, missing ? say.words.notFound : say.words.loading);
      parts.facts.replaceChildren();
      return;
    }
    drawHead();
    drawLegend();
    drawTexts();
  }

  function drawHead() {
    const { say } = desk;
    tell(parts.title, isolated(seen.headline ?? seen.uri, seen.language));
    const status = say.words.status[seen.pubStatus];
    parts.facts.replaceChildren(...[
      seen.source && isolated(seen.source, null, "source"),
      element("span", {}, `${say.words.published} `, element("time", { datetime: seen.publishedAt, text: `${say.moment(seen.publishedAt)} (${say.words.utc})` })),
      element("span", { text: `${say.words.language}: ${languageName(seen.language, say)}` }),
      element("span", { text: `${say.words.version} ${versionText(seen.version, say)}` }),
      status && element("strong", { className: "alarm", text: status }),
      seen.url && outward(seen.url, "out", say.words.openSource, icon("out")),
    ].filter(Boolean));
    parts.retells.hidden = !seen.duplicateOf;
    if (seen.duplicateOf) {
      parts.retells.replaceChildren(
        element("a", { href: desk.addressOf("article", seen.duplicateOf), text: say.words.retells }),
        seen.duplicateSimilarity ? ` (${say.words.retellsSimilar(say.percent(seen.duplicateSimilarity))})` : "");
    }
  }

  function drawLegend() {
    const { say } = desk;
    parts.toggles.replaceChildren(
      toggle("mentions", say.words.markMentions), toggle("subjects", say.words.markSubjects));
    const entities = (seen.entities ?? []).map((entity) => {
      const name = say.names(entity.names, entity.id);
      return legendRow("entity", entity.id, hue(entity.type), name, say.words.kinds[entity.type], say.number(entity.mentions));
    });
    const subjects = (seen.subjects ?? []).map((subject) => {
      const name = say.names(subject.names, subject.code);
      return legendRow("subject", subject.code, "subject", name, null, say.rate(subject.score));
    });
    parts.entities.replaceChildren(...entities);
    parts.subjects.replaceChildren(...subjects);
    parts.nothing.hidden = entities.length + subjects.length > 0;
    parts.nothing.textContent = say.words.noMarks;
  }

  function toggle(what, text) {
    const box = element("input", { type: "checkbox" });
    box.checked = shown[what];
    box.addEventListener("change", () => {
      shown[what] = box.checked;
      drawTexts();
    });
    return element("label", { className: `check ${what}` }, box, " ", text);
  }

  function legendRow(view, id, className, name, kind, count) {
    const link = element("a", { className, href: desk.addressOf(view, id) },
      isolated(name.first, name.firstLanguage, "name"), kind && element("small", { text: kind }), element("b", { text: count }));
    const light = (on) => {
      for (const mark of root.querySelectorAll("mark")) mark.classList.toggle("on", on && (mark.dataset.refs ?? "").split(" ").includes(id));
      root.classList.toggle("lit", on);
    };
    for (const event of ["pointerenter", "focus"]) link.addEventListener(event, () => light(true));
    for (const event of ["pointerleave", "blur"]) link.addEventListener(event, () => light(false));
    return element("li", {}, link);
  }

  function drawTexts() {
    const { say } = desk;
    tip.hide();
    const spans = spansOf(seen, shown, say);
    const original = FIELDS.filter((field) => seen.original?.[field]).map((field) =>
      paragraphs(field, nested(seen.original[field], spans.filter((span) => span.field === field))));
    parts.original.replaceChildren(...(original.length ? original : [element("p", { className: "empty", text: say.words.noText })]));
    const display = FIELDS.filter((field) => seen.display?.[field]).map((field) => paragraphs(field, mended(seen.original?.[field], seen.display[field])));
    parts.display.replaceChildren(...(display.length ? display : [element("p", { className: "empty", text: say.words.noText })]));
    for (const text of [parts.original, parts.display]) text.lang = seen.language && seen.language !== "und" ? seen.language : "";
  }

  function paragraphs(field, content) {
    return element(field === "headline" ? "h3" : "p", { className: `field ${field}`, dir: "auto" }, ...content.map((part) => marked(part)));
  }

  function marked(part) {
    if (typeof part === "string") return document.createTextNode(part);
    if (part.was) return element("ins", { className: "mended", text: part.text, title: desk.say.words.was(part.was) });
    const { span } = part;
    const mark = element("mark", {
      className: `${span.className}${span.cut ? ` cut-${span.cut}` : ""}`, "data-refs": span.ref,
      tabindex: span.cut === "end" ? null : "0",
    }, ...part.parts.map((each) => marked(each)));
    tip.on(mark, span.told);
    return mark;
  }

  return {
    title: () => seen?.headline ?? null,
    heading: () => parts.title,
    enter(moved) {
      if (moved) {
        seen = null;
        missing = false;
        draw();
      }
      load.now();
    },
    heard(kind, value) {
      if (kind === "article" && value.uri === desk.place.id) load();
    },
    draw,
  };
}

function languageName(tag, say) {
  try {
    return tag && tag !== "und" ? new Intl.DisplayNames(say.language, { type: "language" }).of(tag) : "\u2013";
  } catch {
    return tag;
  }
}

function versionText(version, say) {
  return Number.isSafeInteger(Number(version)) ? say.number(Number(version)) : version;
}

/** What is to be marked: names, and words that speak for subjects, each with what is told about it. */
function spansOf(article, shown, say) {
  const entities = new Map((article.entities ?? []).map((entity) => [entity.id, entity]));
  const mentions = shown.mentions ? article.mentions ?? [] : [];
  const evidence = shown.subjects ? (article.subjects ?? []).flatMap((subject) => subject.evidence.map((each) => ({ subject, each }))) : [];
  return [
    ...mentions.map((mention) => {
      const entity = entities.get(mention.entityId);
      const name = say.names(entity?.names, mention.entityId);
      return {
        field: mention.field.toLowerCase(), start: mention.start, end: mention.end, ref: mention.entityId,
        className: `mention ${hue(entity?.type)}`,
        told: {
          name, kind: say.words.kinds[entity?.type] ?? "", className: hue(entity?.type),
          how: [say.words.foundBy[mention.foundBy] ?? mention.foundBy, say.words.sure(say.percent(mention.confidence))],
        },
      };
    }),
    ...merged(evidence, say),
  ];
}

/** The same words may speak for several subjects: one mark tells them all. */
function merged(evidence, say) {
  const spans = new Map();
  for (const { subject, each } of evidence) {
    const key = `${each.field} ${each.start} ${each.end}`;
    const name = say.names(subject.names, subject.code);
    const span = spans.get(key) ?? {
      field: each.field.toLowerCase(), start: each.start, end: each.end, ref: "", className: "evidence",
      told: { name: null, subjects: [], kind: "", className: "subject", how: each.term ? [say.words.term(each.term)] : [] },
    };
    span.ref = `${span.ref} ${subject.code}`.trim();
    span.told.subjects.push(name);
    spans.set(key, span);
  }
  return [...spans.values()];
}

function build(root) {
  const parts = {
    back: element("a", { className: "back" }), title: element("h1", { id: "article-title", tabindex: "-1" }),
    facts: element("p", { className: "facts", id: "article-facts" }), retells: element("p", { className: "retold", hidden: true }),
    empty: element("p", { className: "empty", hidden: true }), all: element("div", { className: "article-grid" }),
    toggles: element("div", { className: "toggles" }), entities: element("ul", { className: "found", id: "article-entities" }),
    subjects: element("ul", { className: "found", id: "article-subjects" }), nothing: element("p", { className: "empty", hidden: true }),
    displayNote: element("p", { className: "sub" }), original: element("div", { className: "text", id: "article-original" }), display: element("div", { className: "text", id: "article-display" }),
  };
  for (const name of ["original", "display", "marks"]) parts[`${name}Title`] = element("h2", { id: `article-${name}-title` });
  const section = (name, ...content) =>
    element("section", { className: name, "aria-labelledby": `article-${name}-title` }, element("div", { className: "head" }, parts[`${name}Title`]), ...content);
  parts.all.append(section("original", parts.original), section("marks", parts.toggles, parts.nothing, parts.entities, parts.subjects),
    section("display", parts.display));
  parts.displayTitle.after(parts.displayNote);
  root.append(element("header", { className: "article-head" }, parts.back, parts.title, parts.facts, parts.retells), parts.empty, parts.all);
  return parts;
}
