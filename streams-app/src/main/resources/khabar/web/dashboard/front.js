/** The front page: what is in the news, in the window that is looked at. */

import { element } from "./draw.js";
import { ask, paced } from "./ask.js";
import { showEntityBars } from "./bars.js";
import { newestFirst, showArticles } from "./river.js";
import { showLead, showRisingInLead, showTrends } from "./lead.js";
import { millisOf, timeline } from "./timeline.js";
import { newestStanding, showAlertsInLead } from "./alerts.js";
import { treemap } from "./treemap.js";
import { graph, showPairList } from "./graph.js";

const ENTITIES = 12;
const MORE_ENTITIES = 60;
const ARTICLES = 20;
const TRENDS = 8;
const PAIRS = 80;
const PAIRS_IN_WORDS = 7;
const ALERTS = 50;
const ALERTS_IN_LEAD = 2;
const LINES = 4;
const MOST_LINES = 6;
const TYPES = ["person", "organisation", "place", "event", "product"];

const at = (id) => document.getElementById(id);

/** The front page; draws into the elements of index.html. */
export function frontPage(desk, showWindow) {
  const seen = { window: null, entities: [], subjects: [], trends: null, pairs: null, articles: [], alerts: [] };
  // Lines of the timeline: the reader's own once one is chosen, the most named before that.
  let own = null;
  let most = ENTITIES;
  const lines = timeline(at("timeline"), desk, { remove: (id) => toggle({ id }) });
  const map = treemap(at("subjects"), desk);
  const net = graph(at("pairs"), desk);

  const load = {
    entities: paced(async () => {
      const { value } = await current("/api/entities", { ...desk.parameters(), limit: most, type: desk.place.type });
      if (value) takeEntities(value.window, value.entities);
    }, 1000),
    subjects: paced(async () => {
      const { value } = await current("/api/subjects", { ...windowOnly(), limit: 200 });
      if (!value) return;
      seen.subjects = value.subjects;
      drawSubjects();
      drawLead();
    }, 1500),
    trends: paced(async () => {
      const { value, missing } = await current("/api/trends", { ...windowOnly(), limit: TRENDS });
      if (!value && !missing) return;
      seen.trends = value?.trends.filter((row) => row.state === "TRENDING") ?? null;
      drawTrends();
    }, 3000),
    pairs: paced(async () => {
      const { value, missing } = await current("/api/pairs", { ...windowOnly(), limit: PAIRS });
      if (!value && !missing) return;
      seen.pairs = value?.pairs ?? null;
      drawPairs();
    }, 5000),
    articles: paced(async () => {
      const { value } = await current("/api/articles", { limit: ARTICLES, ...pastOnly() });
      if (!value) return;
      seen.articles = value.articles;
      drawRiver(true);
    }, 5000),
    alerts: paced(async () => {
      const { value } = await current("/api/alerts", { limit: ALERTS });
      if (!value) return;
      seen.alerts = newestStanding(value.alerts, ALERTS_IN_LEAD);
      drawAlerts();
    }, 1500),
  };
  const drawRiverSoon = paced(async () => drawRiver(true), 1200);
  const drawEntitiesSoon = paced(async () => takeEntities(seen.window, seen.entities), 300);

  /** Asks, and drops an answer that comes when the reader has moved on. */
  async function current(path, parameters) {
    const turn = desk.turn;
    const answer = await ask(path, parameters);
    return turn === desk.turn ? answer : { value: null, missing: false };
  }

  function windowOnly() {
    const { window, start } = desk.parameters();
    return { window, start };
  }

  /** In the past, the articles of the window that is looked at; now, the newest of all. */
  function pastOnly() {
    const { start } = desk.place;
    if (!start) return {};
    return { from: start, to: new Date(Date.parse(start) + millisOf(desk.size())).toISOString() };
  }

  function takeEntities(window, entities) {
    seen.window = window;
    seen.entities = entities;
    desk.shown = window;
    showWindow(window);
    drawEntities();
    drawLead();
    drawLines();
  }

  function drawEntities() {
    const { say, place } = desk;
    const colours = new Map(chosen().map((line) => [line.id, line.series]));
    showEntityBars(at("entities"), seen.entities, desk, {
      count: (row) => (place.unique ? row.uniqueMentions : row.mentions),
      detail: (row) => say.articles(place.unique ? row.uniqueArticles : row.articles),
      chosen: colours,
      toggle,
      empty: place.type ? say.words.nothingOfType : say.words.nothing,
    });
    at("more").hidden = seen.entities.length < ENTITIES;
    at("more").textContent = most === ENTITIES ? say.words.more : say.words.fewer;
    at("more").setAttribute("aria-expanded", String(most !== ENTITIES));
  }

  function drawLead() {
    showLead({ lead: at("lead"), note: at("note") },
      { entities: seen.entities, subjects: tops(seen.subjects), unique: desk.place.unique }, desk);
  }

  function drawSubjects() {
    map.show(seen.subjects, desk.place.unique);
  }

  function drawTrends() {
    const some = Boolean(seen.trends?.length);
    at("rising").hidden = !some;
    at("trends-section").hidden = seen.trends === null;
    if (some) showRisingInLead(at("lead-trends"), seen.trends, desk);
    showTrends(at("trends"), seen.trends ?? [], desk);
  }

  /** What was told while it happened; of no window, so that a look at the past does not have it. */
  function drawAlerts() {
    at("fired").hidden = !seen.alerts.length || Boolean(desk.place.start);
    at("fired-title").href = desk.addressOf("alerts");
    if (seen.alerts.length) showAlertsInLead(at("lead-alerts"), seen.alerts, desk);
  }

  function drawPairs() {
    const pairs = seen.pairs ?? [];
    at("pairs-section").hidden = pairs.length === 0;
    net.show(pairs);
    showPairList(at("pair-list"), pairs.slice(0, PAIRS_IN_WORDS), desk);
  }

  function drawRiver(fresh) {
    showArticles(at("articles"), seen.articles, desk, { fresh });
  }

  function drawLines() {
    const { say } = desk;
    lines.show(chosen().map((line) => {
      const name = say.names(line.names, line.id);
      return { id: line.id, series: line.series, name: name.first, language: name.firstLanguage };
    }));
  }

  function chosen() {
    if (own) return own;
    return seen.entities.slice(0, LINES).map((row, index) => ({ id: row.id, names: row.names, series: index + 1 }));
  }

  function toggle(row) {
    const now = chosen();
    const without = now.filter((line) => line.id !== row.id);
    if (without.length < now.length) own = without;
    else {
      const kept = now.length >= MOST_LINES ? now.slice(1) : now;
      const free = [1, 2, 3, 4, 5, 6].find((series) => kept.every((line) => line.series !== series));
      own = [...kept, { id: row.id, names: row.names, series: free }];
    }
    drawEntities();
    drawLines();
  }

  function drawTypes() {
    const { say, place } = desk;
    at("duplicates").checked = !place.unique;
    at("demonyms").checked = !place.withoutDemonyms;
    at("demonyms-label").hidden = !desk.countsDemonyms();
    const signature = JSON.stringify([place.type, say.language]);
    if (at("types").dataset.signature === signature) return;
    at("types").dataset.signature = signature;
    const held = at("types").contains(document.activeElement) ? document.activeElement.dataset.type : null;
    at("types").replaceChildren(...["", ...TYPES].map((type) => {
      const button = element("button", {
        type: "button", className: type, text: type ? say.words.kindsMany[type] : say.words.allTypes, "data-type": type,
        "aria-pressed": String((place.type ?? "") === type),
      });
      button.addEventListener("click", () => desk.go({ type: type || null }));
      return button;
    }));
    if (held !== null) at("types").querySelector(`[data-type="${held}"]`)?.focus();
  }

  at("more").addEventListener("click", () => {
    most = most === ENTITIES ? MORE_ENTITIES : ENTITIES;
    takeEntities(seen.window, seen.entities.slice(0, most));
    load.entities.now();
  });
  at("duplicates").addEventListener("change", () => desk.go({ unique: !at("duplicates").checked }));
  at("demonyms").addEventListener("change", () => desk.go({ withoutDemonyms: !at("demonyms").checked }));

  return {
    title: () => null,
    heading: () => at("lead"),
    /** Reads everything again, for the place where the reader is now. */
    enter() {
      at("articles-title").textContent = desk.place.start ? desk.say.words.articlesThen : desk.say.words.articles;
      drawTypes();
      Object.values(load).forEach((each) => each.now());
      lines.load.now();
    },
    /** Something has happened in the stream. */
    heard(kind, value) {
      if (kind === "article") hearArticle(value);
      else if (kind === "trend") load.trends();
      else if (kind === "alert") load.alerts();
      else if (concerns(value.window)) hearCounts(kind, value);
    },
    draw() {
      const { words } = desk.say;
      const texts = {
        "entities-title": words.entities, "subjects-title": words.subjects, "subjects-note": words.subjectsNote,
        "articles-title": desk.place.start ? words.articlesThen : words.articles, "timeline-title": words.timeline, "timeline-note": words.timelineNote,
        "trends-title": words.rising, "rising-title": words.rising, "fired-title": words.alerts, "pairs-title": words.pairs, "pairs-note": words.pairsNote,
        "duplicates-text": words.duplicates, "demonyms-text": words.demonyms,
      };
      for (const [id, text] of Object.entries(texts)) at(id).textContent = text;
      at("duplicates-label").title = words.duplicatesHint;
      at("demonyms-label").title = words.demonymsHint;
      at("types").setAttribute("aria-label", words.filter);
      drawTypes();
      drawLead();
      drawEntities();
      drawSubjects();
      drawRiver(false);
      drawAlerts();
      if (seen.trends) drawTrends();
      if (seen.pairs) drawPairs();
      drawLines();
      lines.draw();
    },
  };

  /** Whether an event is about the window that is shown, or about a newer one that should be. */
  function concerns(window) {
    if (!seen.window || window.size !== desk.size()) return false;
    const start = Date.parse(window.start);
    return start === Date.parse(seen.window.start) || (!desk.place.start && start > Date.parse(seen.window.start));
  }

  function hearCounts(kind, value) {
    if (kind === "subject-count") {
      load.subjects();
      return;
    }
    lines.load();
    const same = Date.parse(value.window.start) === Date.parse(seen.window.start);
    // The stream tells the ranking itself; only with a filter must be asked.
    if (same && !desk.place.type && !desk.place.unique && !desk.place.withoutDemonyms && value.entities.length >= Math.min(most, seen.entities.length)) {
      seen.window = value.window;
      seen.entities = value.entities.slice(0, most);
      drawEntitiesSoon();
    } else load.entities();
  }

  function hearArticle(article) {
    if (desk.place.start) {
      const { from, to } = pastOnly();
      if (article.publishedAt >= from && article.publishedAt < to) load.articles();
      return;
    }
    const others = seen.articles.filter((each) => each.uri !== article.uri);
    const newest = article.pubStatus && article.pubStatus !== "USABLE" ? others : [article, ...others];
    seen.articles = newest.sort(newestFirst).slice(0, ARTICLES);
    drawRiverSoon();
    load.pairs();
    load.articles();
  }
}

/** The widest subjects; where their tree is not told, all of them. */
function tops(subjects) {
  const codes = new Set(subjects.map((row) => row.code));
  return subjects.filter((row) => !row.parent || !codes.has(row.parent)).sort((a, b) => b.articles - a.articles);
}
