/** Subjects as a map: a field for each field of news, as large as its share, and in it what it is about. */

import { element, isolated } from "./draw.js";

const GROUPS = 9;
const TILES = 7;

/** A map in the given list; it is laid out anew when its size changes. */
export function treemap(list, desk) {
  let groups = [];
  const known = new Map();
  new ResizeObserver(() => layOut()).observe(list);

  function layOut() {
    const width = list.clientWidth;
    const height = list.clientHeight;
    if (!width || !height) return;
    const boxes = squarify(groups.map((group) => group.weight), width, height);
    groups.forEach((group, at) => {
      const item = known.get(group.code);
      put(item, boxes[at], width, height);
      const inner = item.lastElementChild;
      const innerHeight = Math.max(1, boxes[at].height - inner.offsetTop);
      const tiles = squarify(group.tiles.map((tile) => tile.weight), boxes[at].width, innerHeight);
      group.tiles.forEach((tile, index) => put(inner.children[index], tiles[index], boxes[at].width, innerHeight));
    });
  }

  return {
    /** Shows rows of /api/subjects. */
    show(rows, unique) {
      groups = grouped(rows, (row) => (unique ? row.uniqueArticles ?? row.articles : row.articles));
      const wanted = groups.map((group) => {
        const item = known.get(group.code) ?? element("li", { className: "group" });
        known.set(group.code, item);
        fill(item, group, desk);
        return item;
      });
      const codes = new Set(groups.map((group) => group.code));
      for (const code of known.keys()) if (!codes.has(code)) known.delete(code);
      const same = wanted.length > 0 && wanted.length === list.children.length && wanted.every((item, at) => list.children[at] === item);
      if (!same) list.replaceChildren(...(wanted.length ? wanted : [element("li", { className: "empty", text: desk.say.words.nothing })]));
      layOut();
    },
  };
}

function fill(item, group, desk) {
  const { say } = desk;
  const signature = JSON.stringify([group, say.language, desk.query()]);
  if (item.dataset.signature === signature) return;
  item.dataset.signature = signature;
  item.dataset.key = group.code;
  item.style.setProperty("--hue", String(hueOf(group.code)));
  item.replaceChildren(
    tileLink(group, desk, "group-name"),
    element("ul", { className: "tiles" }, group.tiles.map((tile) =>
      element("li", { className: tile.code ? "tile" : "tile rest", "aria-hidden": tile.code ? null : "true" },
        tile.code && tileLink(tile, desk, "tile-name")))));
}

function tileLink(row, desk, className) {
  const { say } = desk;
  const name = say.names(row.names, row.code);
  return element("a", {
    className, href: desk.addressOf("subject", row.code),
    title: say.words.groupShare(name.first, say.articles(row.count)),
    // A field that is too small hides its words from the eye, and only from the eye.
    "aria-label": `${name.first} ${say.number(row.count)}`,
  }, isolated(name.first, name.firstLanguage), " ", element("b", { className: "count", text: say.number(row.count) }));
}

/** The widest subjects, each with the ones right below it and with what is left. */
function grouped(rows, count) {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const tops = rows.filter((row) => !byCode.has(row.parent)).sort((a, b) => count(b) - count(a)).slice(0, GROUPS);
  return tops.filter((row) => count(row) > 0).map((row) => {
    const below = rows.filter((each) => each.parent === row.code && count(each) > 0)
      .sort((a, b) => count(b) - count(a)).slice(0, TILES)
      .map((each) => ({ code: each.code, names: each.names, count: count(each), weight: count(each) }));
    const rest = count(row) - below.reduce((sum, each) => sum + each.weight, 0);
    const tiles = rest > 0 && below.length ? [...below, { code: null, count: rest, weight: rest }] : below;
    return { code: row.code, names: row.names, count: count(row), weight: count(row), tiles };
  });
}

// Every field of news keeps its colour, wherever it stands.
function hueOf(code) {
  const number = Number.parseInt(/\d+/.exec(code)?.[0].slice(0, 2) ?? "0", 10);
  return (number * 67 + 20) % 360;
}

function put(item, box, width, height) {
  item.style.setProperty("inset-inline-start", `${(box.x / width) * 100}%`);
  item.style.setProperty("inset-block-start", `${(box.y / height) * 100}%`);
  item.style.setProperty("inline-size", `${(box.width / width) * 100}%`);
  item.style.setProperty("block-size", `${(box.height / height) * 100}%`);
}

/** Squarified treemap (Bruls, Huizing, van Wijk 2000): boxes for weights, greatest first, as square as can be. */
export function squarify(weights, width, height) {
  const total = weights.reduce((sum, each) => sum + each, 0);
  const areas = weights.map((weight) => (weight / total) * width * height);
  const boxes = [];
  let free = { x: 0, y: 0, width, height };
  let row = [];
  for (let at = 0; at < areas.length;) {
    const side = Math.min(free.width, free.height);
    if (!row.length || worst([...row, areas[at]], side) <= worst(row, side)) row.push(areas[at++]);
    else {
      free = place(row, free, boxes);
      row = [];
    }
  }
  if (row.length) place(row, free, boxes);
  return boxes;
}

function worst(row, side) {
  const sum = row.reduce((all, each) => all + each, 0);
  return Math.max((side * side * Math.max(...row)) / (sum * sum), (sum * sum) / (side * side * Math.min(...row)));
}

function place(row, free, boxes) {
  const sum = row.reduce((all, each) => all + each, 0);
  const wide = free.width >= free.height;
  const thickness = sum / (wide ? free.height : free.width) || 0;
  let at = 0;
  for (const area of row) {
    const length = area / thickness || 0;
    boxes.push(wide
      ? { x: free.x, y: free.y + at, width: thickness, height: length }
      : { x: free.x + at, y: free.y, width: length, height: thickness });
    at += length;
  }
  return wide
    ? { x: free.x + thickness, y: free.y, width: free.width - thickness, height: free.height }
    : { x: free.x, y: free.y + thickness, width: free.width, height: free.height - thickness };
}
