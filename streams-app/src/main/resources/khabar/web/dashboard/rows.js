/**
 * Lists that move. A row that stays is moved, not made again, so that it glides to its new place and its bar
 * grows; who had the focus keeps it.
 */

import { element } from "./draw.js";

const GLIDE = { duration: 420, easing: "cubic-bezier(.2, .7, .2, 1)" };
const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Brings a list to the given rows.
 *
 * @param list the element that holds the rows
 * @param items what to show, each with a key and a signature of all that its row shows
 * @param fill fills a row; called for new rows and for those whose signature has changed
 * @param empty text for no rows
 */
export function showRows(list, items, fill, empty) {
  const known = new Map([...list.children].filter((row) => row.dataset.key).map((row) => [row.dataset.key, row]));
  const first = known.size === 0;
  const tops = new Map([...known.values()].map((row) => [row, row.getBoundingClientRect().top]));
  const focus = focusIn(list);
  const rows = items.map((item) => {
    const row = known.get(item.key) ?? element("li");
    if (row.dataset.signature !== item.signature) {
      row.dataset.key = item.key;
      row.dataset.signature = item.signature;
      fill(row, item);
    }
    return row;
  });
  place(list, rows.length ? rows : [element("li", { className: "empty", text: empty })]);
  giveBack(list, focus);
  if (!first && !still.matches) glide(rows, tops);
}

/** Puts rows in order; those that are in their place already are not touched. */
function place(list, rows) {
  const wanted = new Set(rows);
  [...list.children].filter((row) => !wanted.has(row)).forEach((row) => row.remove());
  rows.forEach((row, index) => {
    if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
  });
}

function focusIn(list) {
  const focused = document.activeElement;
  if (!focused || focused === list || !list.contains(focused)) return null;
  const row = focused.closest("[data-key]");
  return { key: row?.dataset.key, act: focused.dataset.act ?? "", index: [...list.children].indexOf(row) };
}

function giveBack(list, focus) {
  if (!focus?.key) return;
  const row = [...list.children].find((each) => each.dataset.key === focus.key);
  // Where the row has left the list, what stands in its place is next to it.
  const near = row ?? list.children[Math.min(focus.index, list.children.length - 1)];
  const target = near?.querySelector(`[data-act="${CSS.escape(focus.act)}"]`) ?? near?.querySelector("a, button");
  if (target && target !== document.activeElement) target.focus({ preventScroll: true });
}

function glide(rows, tops) {
  // All places are read before the first animation starts, so that the browser lays out once.
  const moves = rows.map((row) => [row, tops.has(row) ? tops.get(row) - row.getBoundingClientRect().top : null]);
  for (const [row, moved] of moves) {
    if (moved === null) row.animate([{ opacity: 0, transform: "translateY(-.5rem)" }, { opacity: 1, transform: "none" }], GLIDE);
    else if (Math.abs(moved) > 1) row.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], GLIDE);
  }
}

/** Plays the animation of a class again. */
export function again(target, className) {
  target.classList.remove(className);
  void target.offsetWidth;
  target.classList.add(className);
}
