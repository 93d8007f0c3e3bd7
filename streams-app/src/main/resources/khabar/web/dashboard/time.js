/** The time control: any window that is kept, or the newest one as it fills. */

import { element, icon } from "./draw.js";
import { ask, paced } from "./ask.js";

const PAGE = 1000;
const MOST = 10_000;

/**
 * Makes the control.
 *
 * @param parts its elements
 * @param desk where the reader is
 */
export function timeControl(parts, desk) {
  let windows = [];
  let shown = null;

  const load = paced(async () => {
    const size = desk.size();
    if (!size) return;
    const found = [];
    let before = null;
    do {
      const { value } = await ask("/api/windows", { window: size, limit: PAGE, before });
      found.push(...(value?.windows ?? []));
      before = value?.next ?? null;
    } while (before && found.length < MOST && size === desk.size());
    if (size !== desk.size()) return;
    windows = found.reverse();
    draw();
  }, 3000);

  function index() {
    const start = desk.place.start ?? shown?.start;
    const found = windows.findIndex((window) => Date.parse(window.start) === Date.parse(start));
    return found < 0 ? windows.length - 1 : found;
  }

  function move(to) {
    const target = Math.max(0, Math.min(windows.length - 1, to));
    if (target === windows.length - 1) desk.go({ start: null });
    else desk.go({ start: windows[target].start });
  }

  function draw() {
    const { say, place } = desk;
    const past = Boolean(place.start);
    const at = index();
    const window = (past ? windows[at] : null) ?? shown ?? windows[at];
    parts.time.classList.toggle("past", past);
    parts.when.textContent = window ? say.window(window) : "";
    parts.zone.textContent = window ? say.words.utc : "";
    parts.open.textContent = past ? say.words.past : window ? (window.open ? say.words.open : say.words.closed) : "";
    parts.open.classList.toggle("is-open", Boolean(window?.open) && !past);
    parts.slider.max = String(Math.max(0, windows.length - 1));
    parts.slider.value = String(at);
    parts.slider.disabled = windows.length < 2;
    parts.slider.setAttribute("aria-valuetext", window ? say.window(window) : "");
    parts.slider.style.setProperty("--at", windows.length > 1 ? String(at / (windows.length - 1)) : "1");
    parts.earlier.disabled = at <= 0;
    parts.later.disabled = at >= windows.length - 1;
    parts.live.setAttribute("aria-pressed", String(!past));
    parts.live.lastChild.textContent = past ? say.words.backToLive : say.words.live;
  }

  parts.earlier.addEventListener("click", () => move(index() - 1));
  parts.later.addEventListener("click", () => move(index() + 1));
  parts.live.addEventListener("click", () => desk.go({ start: null }));
  parts.slider.addEventListener("input", () => {
    const window = windows[Number(parts.slider.value)];
    if (!window) return;
    parts.when.textContent = desk.say.window(window);
    parts.slider.setAttribute("aria-valuetext", desk.say.window(window));
    parts.slider.style.setProperty("--at", String(Number(parts.slider.value) / Math.max(1, windows.length - 1)));
  });
  parts.slider.addEventListener("change", () => move(Number(parts.slider.value)));
  parts.earlier.append(icon("before"));
  parts.later.append(icon("after"));

  return {
    load,
    draw,
    /** The window that is shown now. */
    show(window) {
      if (window && (!windows.length || Date.parse(window.start) > Date.parse(windows.at(-1).start))) load();
      shown = window;
      draw();
    },
    speak(say) {
      parts.time.setAttribute("aria-label", say.words.time);
      parts.earlier.setAttribute("aria-label", say.words.earlier);
      parts.later.setAttribute("aria-label", say.words.later);
      parts.slider.setAttribute("aria-label", say.words.slider);
      parts.live.replaceChildren(element("span", { className: "dot", "aria-hidden": "true" }), say.words.live);
      draw();
    },
  };
}
