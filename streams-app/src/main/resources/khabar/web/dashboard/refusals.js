/** What was refused on purpose, by reason, and what failed by accident, by what was thrown. */

import { element, icon, isolated, say as tell } from "./draw.js";
import { ask, paced } from "./ask.js";
import { showRows } from "./rows.js";

const MOST = 50;

/** The page, built into an empty element. */
export function refusalsPage(root, desk) {
  const parts = build(root);
  let seen = null;
  let counted = null;

  const load = paced(async () => {
    const turn = desk.turn;
    const [refused, failed] = await Promise.all([
      ask("/api/rejected", { limit: MOST, reason: chosen("reason") }),
      ask("/api/dead-letters", { limit: MOST, exception: chosen("exception") }),
    ]);
    if (!refused.value || !failed.value || turn !== desk.turn) return;
    seen = { ...refused.value, ...failed.value };
    draw();
  }, 2000);

  /** The reason, or what was thrown, whose newest alone are shown: in the address it stands behind its kind. */
  function chosen(kind) {
    const only = desk.place.only ?? "";
    return only.startsWith(`${kind}:`) ? only.slice(kind.length + 1) : null;
  }

  function draw() {
    const { say } = desk;
    parts.back.replaceChildren(icon("before"), say.words.back);
    parts.back.href = desk.addressOf("front");
    tell(parts.title, say.words.refusals);
    for (const name of ["reasons", "rejected", "exceptions", "letters"]) tell(parts[`${name}Title`], say.words.refusalTitles[name]);
    if (!seen) return;
    tell(parts.note, say.words.refusalsNote(say.number(sum(seen.byReason)), say.number(sum(seen.byException))));
    showCounts(parts.reasons, seen.byReason, desk, { kind: "reason", chosen: chosen("reason"), wordOf: (code) => say.words.reasons[code] ?? code });
    showCounts(parts.exceptions, seen.byException, desk, { kind: "exception", chosen: chosen("exception"), wordOf: (name) => name });
    showRefusals(parts.rejected, seen.rejected, say);
    showLetters(parts.letters, seen.deadLetters, say);
  }

  return {
    title: () => desk.say.words.refusals,
    heading: () => parts.title,
    enter(moved) {
      if (moved) seen = null;
      draw();
      load.now();
    },
    heard() {},
    /** The figures of the stream tell when there is something new. */
    beat({ rejected, deadLetters }) {
      const now = `${rejected} ${deadLetters}`;
      if (counted !== null && counted !== now) load();
      counted = now;
    },
    draw,
  };
}

function sum(counts) {
  return Object.values(counts).reduce((all, each) => all + each, 0);
}

/** Bars, most first; each leads to the newest of its own, the chosen one back to all. */
function showCounts(list, counts, desk, { kind, chosen, wordOf }) {
  const { say } = desk;
  const greatest = Math.max(1, ...Object.values(counts));
  const items = Object.entries(counts).sort(([, one], [, other]) => other - one).map(([code, count]) => {
    const isChosen = code === chosen;
    const item = {
      key: code, word: wordOf(code), count: say.number(count), share: (count / greatest).toFixed(4), isChosen,
      href: desk.addressOf("refused", null, isChosen ? null : `${kind}:${code}`),
    };
    item.signature = JSON.stringify([item, say.language]);
    return item;
  });
  showRows(list, items, (li, item) => {
    li.className = item.isChosen ? "alarming chosen-bar" : "alarming";
    li.style.setProperty("--share", item.share);
    li.replaceChildren(
      element("a", { className: "names", href: item.href, "data-act": "open", "aria-current": item.isChosen ? "true" : null },
        isolated(item.word, null, "name"), item.word !== item.key && isolated(item.key, "en", "other")),
      element("span", { className: "numbers-of" }, element("b", { className: "count", text: item.count })));
  }, say.words.none);
}

function showRefusals(list, rows, say) {
  showNotices(list, rows.map((row) => ({
    key: row.topicPosition ?? row.corpusPosition ?? `${row.uri} ${row.rejectedAt}`,
    when: row.rejectedAt, what: say.words.reasons[row.reason] ?? row.reason, name: row.uri, detail: row.detail,
    where: row.topicPosition ?? row.corpusPosition, again: row.redriven,
  })), say);
}

function showLetters(list, rows, say) {
  showNotices(list, rows.map((row) => ({
    key: row.topicPosition, when: row.failedAt, what: row.exception, name: null, detail: row.message, where: row.topicPosition, again: 0,
  })), say);
}

function showNotices(list, notices, say) {
  const items = notices.map((notice) => ({ key: notice.key, notice, signature: JSON.stringify([notice, say.language]) }));
  showRows(list, items, (li, { notice }) => {
    li.replaceChildren(...[
      element("p", { className: "facts" },
        element("time", { text: say.moment(notice.when), datetime: notice.when }),
        isolated(notice.what, null, "what"),
        notice.again > 0 && element("span", { className: "pill", text: say.words.redriven(say.number(notice.again)) })),
      notice.name && element("p", { className: "title" }, isolated(notice.name)),
      notice.detail && element("p", { className: "detail" }, isolated(notice.detail)),
      notice.where && element("p", { className: "where" }, isolated(notice.where, "en")),
    ].filter(Boolean));
  }, say.words.none);
}

function build(root) {
  const names = ["reasons", "rejected", "exceptions", "letters"];
  const parts = {
    back: element("a", { className: "back" }), title: element("h1", { id: "refused-title", tabindex: "-1" }), note: element("p", { className: "others" }),
  };
  for (const name of names) {
    parts[`${name}Title`] = element("h2", { id: `refused-${name}-title` });
    parts[name] = element("ol", { className: name === "reasons" || name === "exceptions" ? "bars slim" : "articles notice-list", id: `refused-${name}` });
  }
  root.append(
    element("header", { className: "entity-head" }, parts.back, parts.title, parts.note),
    element("div", { className: "notice-grid" }, names.map((name) =>
      element("section", { className: name, "aria-labelledby": `refused-${name}-title` },
        element("div", { className: "head" }, parts[`${name}Title`]), parts[name]))));
  return parts;
}
