/** Who or what was in how many articles, window by window: the chart, its legend and its switches. */

import { element, isolated } from "./draw.js";
import { ask, paced } from "./ask.js";
import { chart, columns } from "./chart.js";

const MILLIS = { PT1M: 60_000, PT1H: 3_600_000, P1D: 86_400_000 };
const RANGES = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 };
const REST_MILLIS = 2000;

/** How long a window of a size is. */
export function millisOf(size) {
  if (MILLIS[size]) return MILLIS[size];
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(size) ?? [];
  return (((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
}

/**
 * A timeline.
 *
 * @param root where it is built
 * @param desk where the reader is
 * @param kind "entities" or "subjects"
 * @param remove takes a line off; without it the lines are fixed
 */
export function timeline(root, desk, { kind = "entities", remove = null } = {}) {
  const legend = element("ul", { className: "legend" });
  const points = element("div", { className: "switch small", role: "group" });
  const ranges = element("div", { className: "switch small", role: "group" });
  const holder = element("div", { className: "chart", dir: "ltr", role: "group", tabindex: "0" });
  const told = element("p", { className: "told", "aria-live": "off" });
  const none = element("p", { className: "empty", hidden: true });
  root.append(element("div", { className: "tools" }, points, ranges), legend, holder, told, none);

  let lines = [];
  let size = null;
  let range = "all";
  let lists = null;
  let data = null;
  const canvas = chart(holder, tell);
  const count = (point) => (desk.place.unique ? point.uniqueArticles ?? point.articles : point.articles ?? 0);
  const step = () => size ?? desk.size();

  const load = paced(async () => {
    const shown = lines;
    const asked = step();
    if (!asked || !shown.length) return draw();
    const answers = await Promise.all(shown.map((line) =>
      ask(`/api/${kind}/${encodeURIComponent(line.id)}/timeline`, {
        window: asked, from: beginning(asked), demonyms: kind === "entities" ? desk.demonyms() : null,
      })));
    if (shown !== lines || asked !== step()) return undefined;
    lists = answers.map(({ value }) => value?.points ?? []);
    return draw();
  }, REST_MILLIS);

  // A range ends with the newest window that has data, not with the reader's clock: a corpus may be old.
  function beginning(asked) {
    const end = desk.shown?.end;
    if (range === "all" || !end) return null;
    const length = millisOf(asked);
    const from = Math.floor((Date.parse(end) - RANGES[range]) / length) * length;
    return new Date(from).toISOString();
  }

  function draw() {
    const { say } = desk;
    const some = Boolean(lists?.some((list) => list.length));
    none.hidden = some || !lists;
    none.textContent = say.words.noTimeline;
    holder.hidden = !some;
    if (!some) {
      canvas.clear();
      return undefined;
    }
    data = columns(lists, millisOf(step()), count);
    holder.setAttribute("aria-label", say.words.chartOf(say.list(lines.map((line) => line.name))));
    const swatches = [...legend.querySelectorAll(".swatch")];
    return canvas.draw({
      data, say, stepMillis: millisOf(step()),
      colours: swatches.slice(0, lists.length).map((swatch) => getComputedStyle(swatch).color),
      ink: { quiet: colourOf("quiet"), line: colourOf("line"), paper: colourOf("paper") },
    });
  }

  function colourOf(name) {
    const probe = root.querySelector(`.probe-${name}`) ?? root.appendChild(element("span", { className: `probe probe-${name}`, "aria-hidden": "true" }));
    return getComputedStyle(probe).color;
  }

  function tell(index) {
    const { say } = desk;
    const at = index !== null && data && index < data[0].length ? index : null;
    told.textContent = at === null ? "" : say.point(data[0][at], millisOf(step()));
    [...legend.children].forEach((item, line) => {
      const value = item.querySelector(".value");
      if (value && data?.[line + 1]) value.textContent = at === null ? "" : say.number(data[line + 1][at]);
    });
  }

  function drawLegend() {
    const { say } = desk;
    legend.replaceChildren(...lines.map((line) => {
      const name = [element("span", { className: "swatch", "aria-hidden": "true" }), isolated(line.name, line.language), element("b", { className: "value" })];
      if (!remove) return element("li", { className: `series-${line.series}` }, name);
      const button = element("button", { type: "button", title: say.words.hide(line.name) }, name, element("span", { className: "cross", "aria-hidden": "true", text: "\u00D7" }));
      button.addEventListener("click", () => remove(line.id));
      return element("li", { className: `series-${line.series}` }, button);
    }));
  }

  function choices(group, label, values, words, chosen, choose) {
    group.setAttribute("aria-label", label);
    const signature = JSON.stringify([values, chosen, label]);
    if (group.dataset.signature === signature) return;
    group.dataset.signature = signature;
    const held = group.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    group.replaceChildren(...values.map((value) => {
      const button = element("button", { type: "button", text: words[value] ?? value, "data-value": value, "aria-pressed": String(value === chosen) });
      button.addEventListener("click", () => choose(value));
      return button;
    }));
    if (held) group.querySelector(`[data-value="${CSS.escape(held)}"]`)?.focus();
  }

  function drawTools() {
    const { say } = desk;
    choices(points, say.words.pointSize, desk.sizes(), say.words.sizes, step(), (value) => {
      size = value;
      again();
    });
    choices(ranges, say.words.range, ["all", "month", "week", "day", "hour"].filter((each) => each === "all" || RANGES[each] > millisOf(step())),
      say.words.ranges, range, (value) => {
        range = value;
        again();
      });
  }

  function again() {
    drawTools();
    load.now();
  }

  return {
    load,
    /** Redraws in another language or theme. */
    draw() {
      drawTools();
      drawLegend();
      if (lists) draw();
    },
    /** Shows the given lines: id, name, language of the name, number of the colour. */
    show(wanted) {
      const before = JSON.stringify(lines.map((line) => [line.id, line.series, line.name]));
      if (before === JSON.stringify(wanted.map((line) => [line.id, line.series, line.name]))) return drawTools();
      lines = wanted;
      lists = null;
      drawTools();
      drawLegend();
      return load.now();
    },
  };
}
