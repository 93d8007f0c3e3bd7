// The page: asks the API once a second and draws what it says.

import { drawArticles, drawEntities, drawHealth, drawLead, drawSubjects, element } from "./draw.js";
import { firstLanguage, remember, wording } from "./words.js";

const EVERY_MILLIS = 1000;
const PATIENCE_MILLIS = 5000;
const ENTITIES = 15;
const SUBJECTS = 10;
const ARTICLES = 12;
const GREATEST = "P1D";

const at = (id) => document.getElementById(id);
const parts = {
  lead: at("lead"), note: at("note"), when: at("when"), open: at("open"),
  entities: at("entities"), subjects: at("subjects"), articles: at("articles"),
  state: at("state"), figures: at("figures"),
};

let say = wording(firstLanguage());
let size = null;
let seen = null;
let asking = 0;

async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  // Not ready is an answer too: there is nothing to show yet.
  return answer.ok ? answer.json() : null;
}

async function look() {
  const turn = ++asking;
  try {
    const status = await ask("/api/status");
    const shown = size ?? status?.windowSizes.at(-1) ?? GREATEST;
    const window = encodeURIComponent(shown);
    const [entities, subjects, articles] = await Promise.all([
      ask(`/api/entities?window=${window}&limit=${ENTITIES}`),
      ask(`/api/subjects?window=${window}&limit=${SUBJECTS}`),
      ask(`/api/articles?limit=${ARTICLES}`),
    ]);
    if (turn !== asking) return;
    seen = {
      status, shown,
      window: entities?.window ?? null,
      entities: entities?.entities ?? [],
      subjects: subjects?.subjects ?? [],
      articles: articles?.articles ?? [],
    };
    draw();
    at("main").classList.remove("lost");
  } catch {
    if (turn !== asking) return;
    drawHealth(parts, null, say);
    at("main").classList.add("lost");
  }
}

function draw() {
  if (!seen) return;
  drawSizes();
  drawLead(parts, seen.window, seen.entities, say);
  drawEntities(parts.entities, seen.entities, say);
  drawSubjects(parts.subjects, seen.subjects, say);
  drawArticles(parts.articles, seen.articles, say);
  drawHealth(parts, seen.status, say);
}

function drawSizes() {
  const sizes = seen.status?.windowSizes ?? [];
  const signature = JSON.stringify([sizes, seen.shown, say.language]);
  if (at("sizes").dataset.signature === signature) return;
  const focused = document.activeElement?.dataset?.size;
  at("sizes").dataset.signature = signature;
  at("sizes").replaceChildren(...sizes.map((each) => {
    const button = element("button", { text: say.size(each) });
    button.type = "button";
    button.dataset.size = each;
    button.setAttribute("aria-pressed", String(each === seen.shown));
    button.addEventListener("click", () => {
      size = each;
      look();
    });
    return button;
  }));
  if (focused) at("sizes").querySelector(`[data-size="${CSS.escape(focused)}"]`)?.focus();
}

function speak(language) {
  say = wording(language);
  document.documentElement.lang = say.language;
  document.documentElement.dir = say.direction;
  document.title = say.words.title;
  at("entities-title").textContent = say.words.entities;
  at("subjects-title").textContent = say.words.subjects;
  at("articles-title").textContent = say.words.articles;
  at("health-title").textContent = say.words.health;
  at("sizes").setAttribute("aria-label", say.words.window);
  at("language").textContent = say.words.other;
  at("language").lang = language === "fa" ? "en" : "fa";
  draw();
}

at("language").addEventListener("click", () => {
  const other = say.language === "fa" ? "en" : "fa";
  remember(other);
  speak(other);
});

speak(say.language);
drawLead(parts, null, [], say);

async function goOn() {
  // Nobody looks at a hidden page; it catches up when it is shown again.
  if (!document.hidden) await look();
  setTimeout(goOn, EVERY_MILLIS);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) look();
});
goOn();
