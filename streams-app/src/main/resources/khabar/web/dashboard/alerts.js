/** Saved searches that have fired: the newest in a line of the front page, all of them on a page of their own. */

import { element, icon, isolated, say as tell } from "./draw.js";
import { ask, paced } from "./ask.js";
import { showRows } from "./rows.js";

const MOST = 100;
const TERMS = 8;

/** The newest that stand, one of each saved search. */
export function newestStanding(alerts, most) {
  const byRule = new Map();
  for (const alert of alerts) if (alert.state === "FIRED" && !byRule.has(alert.ruleId)) byRule.set(alert.ruleId, alert);
  return [...byRule.values()].slice(0, most);
}

/** Tells them in a line each. */
export function showAlertsInLead(list, alerts, desk) {
  const items = alerts.map((alert) => ({ key: keyOf(alert), alert, signature: signatureOf(alert, desk) }));
  showRows(list, items, (li, { alert }) => {
    li.className = "brief";
    li.replaceChildren(
      element("a", { href: desk.addressOf("alerts", null, alert.ruleId), "data-act": "rule" }, isolated(alert.title, null, "rule")),
      ...about(alert, desk),
      element("time", { text: desk.say.near(alert.firedAt), datetime: alert.firedAt }));
  }, "");
}

/** The page of all alerts, built into an empty element. */
export function alertsPage(root, desk) {
  const parts = build(root);
  let seen = null;

  const load = paced(async () => {
    const turn = desk.turn;
    const { value } = await ask("/api/alerts", { limit: MOST, rule: desk.place.only });
    if (!value || turn !== desk.turn) return;
    seen = value.alerts;
    draw();
  }, 1500);

  function draw() {
    const { say, place } = desk;
    parts.back.replaceChildren(icon("before"), say.words.back);
    parts.back.href = desk.addressOf("front");
    tell(parts.title, say.words.alerts);
    tell(parts.listTitle, say.words.newestAlerts);
    const only = place.only && (seen?.find((alert) => alert.ruleId === place.only)?.title ?? place.only);
    parts.filter.hidden = !only;
    if (only) {
      parts.filter.replaceChildren(isolated(only, null, "name"), " ",
        element("a", { href: desk.addressOf("alerts"), text: say.words.allAlerts, "data-act": "all" }));
    }
    if (!seen) return;
    tell(parts.note, seen.length ? say.words.alertsNote : say.words.noAlertsNote);
    const items = seen.map((alert) => ({ key: keyOf(alert), alert, signature: signatureOf(alert, desk) }));
    showRows(parts.list, items, (li, { alert }) => fill(li, alert, desk), say.words.noAlerts);
  }

  return {
    title: () => desk.say.words.alerts,
    heading: () => parts.title,
    enter(moved) {
      if (moved) seen = null;
      draw();
      load.now();
    },
    heard(kind) {
      if (kind === "alert") load();
    },
    draw,
  };
}

function fill(li, alert, desk) {
  const { say } = desk;
  const withdrawn = alert.state === "WITHDRAWN";
  li.className = withdrawn ? "withdrawn" : "";
  const terms = termsOf(alert);
  li.replaceChildren(...[
    element("p", { className: "facts" },
      element("time", { text: say.moment(alert.firedAt), datetime: alert.firedAt }),
      element("a", { className: "rule", href: desk.addressOf("alerts", null, alert.ruleId), "data-act": "rule" }, isolated(alert.title)),
      element("span", { text: say.words.alertKinds[alert.kind] ?? alert.kind }),
      alert.source && isolated(alert.source, null, "source"),
      withdrawn && element("span", { className: "pill", text: say.words.withdrawn })),
    element("p", { className: "title" }, about(alert, desk)),
    measured(alert, say),
    terms.length > 0 && element("p", { className: "proof" },
      element("span", { className: "quiet", text: say.words.evidence }), ...terms.map((term) => isolated(term, null, "term"))),
  ].filter(Boolean));
}

/** What it is about: an article, or an entity. */
function about(alert, desk) {
  const { say } = desk;
  if (alert.kind === "TREND" && alert.entityId) {
    const name = say.names(alert.names, alert.entityId);
    return [element("a", { href: desk.addressOf("entity", alert.entityId), "data-act": "open" },
      isolated(name.first, name.firstLanguage, "headline"))];
  }
  if (!alert.uri) return [];
  return [element("a", { href: desk.addressOf("article", alert.uri), "data-act": "open" }, isolated(alert.headline ?? alert.uri, null, "headline"))];
}

/** The numbers of a threshold or a trend, and the window in which they were reached. */
function measured(alert, say) {
  if (alert.kind === "ARTICLE" || alert.value === null) return null;
  const window = alert.windowStart && alert.windowEnd ? say.windowShort({ start: alert.windowStart, end: alert.windowEnd }) : "";
  const told = alert.kind === "THRESHOLD"
    ? say.words.reached(say.articles(alert.value), say.number(alert.threshold))
    : say.words.scored(say.about(alert.value));
  return element("p", { className: "measured", text: window ? `${told}${say.words.comma} ${window}` : told });
}

/** The words that were found, each once: of several spellings at one place the first. */
function termsOf(alert) {
  const byPlace = new Map();
  for (const { field, start, term } of alert.evidence) {
    if (term && !byPlace.has(`${field} ${start}`)) byPlace.set(`${field} ${start}`, term);
  }
  return [...new Set(byPlace.values())].slice(0, TERMS);
}

function keyOf(alert) {
  return JSON.stringify([alert.ruleId, alert.uri, alert.entityId, alert.windowStart, alert.windowEnd]);
}

function signatureOf(alert, desk) {
  return JSON.stringify([alert, desk.say.language, desk.query()]);
}

function build(root) {
  const parts = {
    back: element("a", { className: "back" }), title: element("h1", { id: "alerts-title", tabindex: "-1" }),
    note: element("p", { className: "others" }), filter: element("p", { className: "chosen", hidden: true }),
    listTitle: element("h2", { id: "alerts-list-title" }), list: element("ol", { className: "articles alert-list", id: "alert-list" }),
  };
  root.append(
    element("header", { className: "entity-head" }, parts.back, parts.title, parts.note),
    element("section", { className: "notices", "aria-labelledby": "alerts-list-title" },
      element("div", { className: "head" }, parts.listTitle, parts.filter), parts.list));
  return parts;
}
