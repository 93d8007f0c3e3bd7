/** How the stream is doing: always in sight. */

import { element } from "./draw.js";

const FIGURES = ["perSecond", "lag", "articles", "rejected", "deadLetters", "latePanes"];
const ALARMING = new Set(["deadLetters"]);

/** Shows the state and the figures; status is null while the server does not answer. */
export function showHealth({ state, connection, figures }, { status, lost }, desk) {
  const { say } = desk;
  const fine = Boolean(status?.ready) && !lost;
  const told = lost ? say.words.lost : fine ? say.words.running : say.words.starting;
  if (state.textContent !== told) state.textContent = told;
  state.className = `state ${fine ? "fine" : lost ? "alarm" : "waiting"}`;
  connection.className = `connection ${fine ? "fine" : lost ? "alarm" : "waiting"}`;
  connection.textContent = lost ? say.words.lost : fine ? say.words.ready : say.words.starting;
  if (status) showFigures(figures, status, say);
}

function showFigures(list, status, say) {
  const values = { ...status.figures, perSecond: status.figures.articlesPerSecond, lag: status.lag };
  for (const name of FIGURES) {
    const value = values[name];
    const group = list.querySelector(`[data-figure="${name}"]`) ?? list.appendChild(figure(name));
    const text = value === null || value === undefined ? "\u2013" : name === "perSecond" ? say.rate(value) : say.number(value);
    const [label, number] = group.children;
    if (number.textContent !== text) number.textContent = text;
    if (label.textContent !== say.words.figures[name]) label.textContent = say.words.figures[name];
    number.classList.toggle("alarm", ALARMING.has(name) && value > 0);
  }
}

function figure(name) {
  return element("div", { "data-figure": name }, element("dt"), element("dd"));
}
