/** Rows with bars: entities that can be put on the timeline, and subjects. A bar is drawn by the style sheet. */

import { element, icon, isolated, named } from "./draw.js";
import { again, showRows } from "./rows.js";

const KINDS = new Set(["place", "person", "organisation", "event", "product"]);

/** The class that colours what is of a type. */
export function hue(type) {
  return KINDS.has(type) ? type : "";
}

/**
 * Shows entities, most named first.
 *
 * @param options.count what is counted: takes a row, gives the number that its bar shows
 * @param options.detail the words beside the number
 * @param options.chosen ids on the timeline with their colours, or null where there is no timeline
 * @param options.toggle puts an entity on the timeline or takes it off
 */
export function showEntityBars(list, rows, desk, { count, detail, chosen, toggle, empty }) {
  const { say } = desk;
  const greatest = Math.max(1, ...rows.map(count));
  const items = rows.map((row, index) => {
    const names = say.names(row.names, row.id);
    const item = {
      key: row.id, row, names, index, href: desk.addressOf("entity", row.id),
      kind: say.words.kinds[row.type] ?? "", count: say.number(count(row)), detail: detail(row),
      share: (count(row) / greatest).toFixed(4), series: chosen?.get(row.id) ?? null,
    };
    item.signature = JSON.stringify([item, say.language]);
    return item;
  });
  showRows(list, items, (li, item) => fillEntity(li, item, say, chosen && toggle), empty ?? say.words.nothing);
}

function fillEntity(li, item, say, toggle) {
  const changed = li.dataset.count && li.dataset.count !== item.count;
  li.className = hue(item.row.type);
  li.dataset.count = item.count;
  li.style.setProperty("--share", item.share);
  const link = element("a", { className: "names", href: item.href, "data-act": "open" },
    named(item.names), item.kind && element("span", { className: "kind", text: item.kind }));
  li.replaceChildren(
    element("span", { className: "rank", text: say.number(item.index + 1), "aria-hidden": "true" }),
    link,
    element("span", { className: "numbers-of" },
      element("b", { className: "count", text: item.count }), " ", item.detail && element("small", { text: item.detail })),
    toggle ? toggleButton(item, say, toggle) : "");
  if (changed) again(li, "moved");
}

function toggleButton(item, say, toggle) {
  const on = item.series !== null;
  const button = element("button", {
    className: `pin ${on ? `series-${item.series}` : ""}`, type: "button", "data-act": "pin", "aria-pressed": String(on),
    title: on ? say.words.hide(item.names.first) : say.words.show(item.names.first),
  }, icon("line"), element("span", { className: "unseen", text: say.words.show(item.names.first) }));
  button.addEventListener("click", () => toggle(item.row));
  return button;
}

/** Shows subjects with bars, most articles first. */
export function showSubjectBars(list, rows, desk, { unique = false, empty } = {}) {
  const { say } = desk;
  const count = (row) => (unique ? row.uniqueArticles ?? row.articles : row.articles);
  const greatest = Math.max(1, ...rows.map(count));
  const items = rows.map((row) => {
    const names = say.names(row.names, row.code);
    const item = {
      key: row.code, names, href: desk.addressOf("subject", row.code), count: say.number(count(row)),
      share: (count(row) / greatest).toFixed(4),
    };
    item.signature = JSON.stringify([item, say.language]);
    return item;
  });
  showRows(list, items, (li, item) => {
    li.className = "subject";
    li.style.setProperty("--share", item.share);
    li.replaceChildren(
      element("a", { className: "names", href: item.href, "data-act": "open" },
        isolated(item.names.first, item.names.firstLanguage, "name")),
      element("span", { className: "numbers-of" }, element("b", { className: "count", text: item.count })));
  }, empty ?? say.words.nothing);
}
