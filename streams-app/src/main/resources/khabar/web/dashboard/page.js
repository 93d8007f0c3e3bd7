/**
 * The page: where the reader is, in which language and theme, and whether the server is there. Start here; each
 * part of the page is a module of its own, named after what it shows.
 */

import { element, icon } from "./draw.js";
import { ask, paced } from "./ask.js";
import { firstLanguage, firstTheme, nextTheme, rememberLanguage, wear } from "./choices.js";
import { wording } from "./forms.js";
import { addressOf, placeNow, sameView } from "./places.js";
import { stream } from "./stream.js";
import { timeControl } from "./time.js";
import { showHealth } from "./health.js";
import { frontPage } from "./front.js";
import { entityPage } from "./entity.js";
import { subjectPage } from "./subject.js";
import { articlePage } from "./article.js";
import { alertsPage } from "./alerts.js";
import { refusalsPage } from "./refusals.js";

const STATUS_MILLIS = 2000;
const GREATEST = "P1D";
/** What they show is of no window. */
const TIMELESS = new Set(["article", "alerts", "refused"]);

const at = (id) => document.getElementById(id);
const health = { state: at("state"), connection: at("connection"), figures: at("figures") };
const known = { status: null, lost: false };
let theme = firstTheme();

/** What every part may ask: the wording, the place, and the way to others. */
const desk = {
  say: wording(firstLanguage()),
  place: placeNow(),
  shown: null,
  turn: 0,
  sizes: () => known.status?.windowSizes ?? [],
  size: () => desk.place.size ?? desk.sizes().at(-1) ?? (known.status ? GREATEST : null),
  parameters: () => ({
    window: desk.size() ?? GREATEST, start: desk.place.start, count: desk.place.unique ? "unique" : null, demonyms: desk.demonyms(),
  }),
  countsDemonyms: () => known.status?.demonyms === "counted",
  demonyms: () => (desk.place.withoutDemonyms ? "without" : null),
  query: () => JSON.stringify([desk.place.size, desk.place.start, desk.place.unique, desk.place.withoutDemonyms]),
  addressOf: (view, id = null, only = null) => addressOf({ ...desk.place, view, id, only, type: view === "front" ? desk.place.type : null }),
  go(changes) {
    const to = addressOf({ ...desk.place, ...changes });
    if (to !== location.hash) location.hash = to;
  },
};

const time = timeControl(Object.fromEntries(
  ["time", "when", "zone", "open", "earlier", "slider", "later", "live"].map((id) => [id, at(id)])), desk);
const views = {
  front: frontPage(desk, time.show),
  entity: entityPage(at("entity"), desk, time.show),
  subject: subjectPage(at("subject"), desk, time.show),
  article: articlePage(at("article"), desk),
  alerts: alertsPage(at("alerts"), desk),
  refused: refusalsPage(at("refused"), desk),
};
let newestAlert = null;
const announceAlert = paced(async () => announce(desk.say.words.alertFired(newestAlert)), 5000);
const events = stream({
  heard(kind, value) {
    views[desk.place.view].heard(kind, value);
    if (kind === "alert" && value.state === "FIRED") {
      newestAlert = value.title;
      announceAlert();
    }
  },
  missed: () => enter(false),
  broke: () => beatNow(),
});

function enter(moved) {
  desk.turn++;
  if (desk.size()) events.follow(desk.size());
  time.load();
  views[desk.place.view].enter(moved);
}

function arrive() {
  const from = desk.place;
  const leaving = document.activeElement?.getAttribute?.("href");
  desk.place = placeNow();
  const moved = !sameView(from, desk.place);
  if (from.size !== desk.place.size) desk.shown = null;
  showView();
  drawSizes();
  time.draw();
  enter(moved);
  if (!moved) return;
  came.set(addressOf(from), { y: scrollY, href: leaving });
  const before = came.get(addressOf(desk.place));
  const link = before?.href && document.querySelector(`#${desk.place.view} a[href="${CSS.escape(before.href)}"]`);
  scrollTo({ top: link ? before.y : 0, behavior: "instant" });
  (link || views[desk.place.view].heading()).focus({ preventScroll: true });
  views[desk.place.view].draw();
}
const came = new Map();

function showView() {
  for (const name of Object.keys(views)) at(name).hidden = name !== desk.place.view;
  at("time").hidden = TIMELESS.has(desk.place.view);
  document.body.dataset.view = desk.place.view;
  drawWays();
  nameDocument();
}

function drawWays() {
  at("ways").setAttribute("aria-label", desk.say.words.ways);
  const texts = { alerts: desk.say.words.alerts, refused: desk.say.words.refusals };
  const signature = JSON.stringify([texts, desk.place, desk.query()]);
  if (at("ways").dataset.signature === signature) return;
  const held = at("ways").contains(document.activeElement) ? document.activeElement.dataset.way : null;
  at("ways").dataset.signature = signature;
  at("ways").replaceChildren(...Object.entries(texts).map(([way, text]) => element("a", {
    text, href: desk.addressOf(way), "data-way": way, "aria-current": desk.place.view === way ? "page" : null,
  })));
  if (held) at("ways").querySelector(`[data-way="${held}"]`)?.focus();
}

function nameDocument() {
  const title = views[desk.place.view].title();
  document.title = title ? `${title} \u2013 ${desk.say.words.brand}` : desk.say.words.title;
}

function drawSizes() {
  const signature = JSON.stringify([desk.sizes(), desk.size(), desk.say.language]);
  if (at("sizes").dataset.signature === signature) return;
  const held = at("sizes").contains(document.activeElement) ? document.activeElement.dataset.size : null;
  at("sizes").dataset.signature = signature;
  at("sizes").replaceChildren(...desk.sizes().map((each) => {
    const button = element("button", { text: desk.say.size(each), type: "button", "data-size": each, "aria-pressed": String(each === desk.size()) });
    button.addEventListener("click", () => desk.go({ size: each, start: null }));
    return button;
  }));
  if (held) at("sizes").querySelector(`[data-size="${CSS.escape(held)}"]`)?.focus();
}

function speak() {
  const { say } = desk;
  document.documentElement.lang = say.language;
  document.documentElement.dir = say.direction;
  at("skip").textContent = say.words.skip;
  at("health-title").textContent = say.words.health;
  at("sizes").setAttribute("aria-label", say.words.window);
  at("language").textContent = say.words.other;
  at("language").lang = say.language === "fa" ? "en" : "fa";
  at("language").title = say.words.otherHint;
  at("home").title = say.words.tagline;
  at("print").replaceChildren(icon("print"), element("span", { className: "unseen", text: say.words.print }));
  at("print").title = say.words.print;
  drawTheme();
  drawSizes();
  drawWays();
  time.speak(say);
  showHealth(health, known, desk);
  for (const view of Object.values(views)) view.draw();
  nameDocument();
}

function drawTheme() {
  const next = nextTheme(theme);
  const text = desk.say.words.theme[next];
  at("theme").replaceChildren(icon(next === "dark" ? "moon" : "sun"), element("span", { className: "unseen", text }));
  at("theme").title = text;
}

function announce(text) {
  at("announce").textContent = text;
}

/** The figures of the stream are not told by it: they are asked for; so it is seen, too, that the server is away. */
async function beat() {
  const before = { sizes: desk.sizes().join(), lost: known.lost, ready: Boolean(known.status?.ready), demonyms: desk.countsDemonyms() };
  try {
    const { value } = await ask("/api/status");
    known.status = value ?? known.status;
    known.lost = false;
  } catch {
    known.lost = true;
  }
  document.body.classList.toggle("lost", known.lost);
  if (known.status) views[desk.place.view].beat?.(known.status.figures);
  showHealth(health, known, desk);
  if (known.lost !== before.lost) announce(known.lost ? desk.say.words.lostNote : desk.say.words.healed);
  const healed = before.lost && !known.lost;
  if (healed || before.sizes !== desk.sizes().join() || before.ready !== Boolean(known.status?.ready) || before.demonyms !== desk.countsDemonyms()) {
    drawSizes();
    enter(false);
  }
  nameDocument();
}

let beating = null;
async function goOn() {
  clearTimeout(beating);
  if (!document.hidden) await beat();
  clearTimeout(beating);
  beating = setTimeout(goOn, STATUS_MILLIS);
}
function beatNow() {
  clearTimeout(beating);
  beating = setTimeout(goOn, 200);
}

at("language").addEventListener("click", () => {
  const other = desk.say.language === "fa" ? "en" : "fa";
  rememberLanguage(other);
  desk.say = wording(other);
  speak();
});
at("theme").addEventListener("click", () => {
  theme = nextTheme(theme);
  wear(theme);
  drawTheme();
  views[desk.place.view].draw();
});
at("print").addEventListener("click", () => print());
at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at("main").focus();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawTheme();
  views[desk.place.view].draw();
});
for (const [event, on] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    document.documentElement.classList.toggle("printing", on);
    views[desk.place.view].draw();
  });
}
addEventListener("hashchange", arrive);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) goOn();
});

if (theme !== "auto") wear(theme);
showView();
speak();
document.documentElement.dataset.ready = "";
goOn();
