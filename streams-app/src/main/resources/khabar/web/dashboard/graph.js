/** Who appears with whom: names as circles, as large as they are often together with others; lines as wide as that. */

import { element, isolated, shape } from "./draw.js";
import { hue } from "./bars.js";

const ROUNDS = 260;
const LEAST = 7;
const MOST = 24;
const LETTER = 7.6;
const MOST_LETTERS = 24;
/** What the words below a circle take. */
const BELOW = 22;

/** A graph in the given drawing. */
export function graph(drawing, desk) {
  let pairs = [];
  let places = new Map();
  let drawn = null;
  new ResizeObserver(() => draw()).observe(drawing);

  function draw() {
    const width = drawing.clientWidth;
    const height = drawing.clientHeight;
    if (!width || !height || !pairs.length) return;
    const signature = JSON.stringify([pairs, Math.round(width), Math.round(height), desk.say.language, desk.query()]);
    if (signature === drawn) return;
    drawn = signature;
    const room = Math.max(8, Math.min(26, Math.round((width * height) / 15_000)));
    const { nodes, edges } = chosen(pairs, room, desk);
    arrange(nodes, edges, width, height, places);
    places = new Map(nodes.map((node) => [node.id, node]));
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const lines = edges.map(line);
    const circles = nodes.map((node) => circle(node, desk));
    const focused = drawing.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    drawing.replaceChildren(shape("g", { class: "edges", "aria-hidden": "true" }, ...lines), shape("g", {}, ...circles));
    light(drawing, nodes, edges, circles, lines);
    if (focused) circles.find((each) => each.dataset.id === focused)?.focus({ preventScroll: true });
  }

  return {
    /** Shows rows of /api/pairs. */
    show(rows) {
      pairs = rows;
      draw();
    },
    draw,
  };
}

/** Tells the closest pairs in words. */
export function showPairList(list, pairs, desk) {
  const { say } = desk;
  const link = (who) => {
    const name = say.names(who.names, who.id);
    return element("a", { className: hue(who.type), href: desk.addressOf("entity", who.id) }, isolated(name.first, name.firstLanguage));
  };
  const signature = JSON.stringify([pairs, say.language, desk.query()]);
  if (list.dataset.signature === signature) return;
  list.dataset.signature = signature;
  list.replaceChildren(...pairs.map((pair) => element("li", {},
    element("span", { className: "both" }, link(pair.a), element("span", { className: "with", "aria-hidden": "true", text: "\u00B7" }), link(pair.b)),
    element("small", { text: say.articles(pair.articles) }))));
}

function chosen(pairs, room, desk) {
  const nodes = new Map();
  const add = (who, articles) => {
    const node = nodes.get(who.id) ?? { id: who.id, type: who.type, names: desk.say.names(who.names, who.id), weight: 0 };
    node.weight += articles;
    nodes.set(who.id, node);
  };
  for (const pair of pairs) {
    const more = [pair.a, pair.b].filter((who) => !nodes.has(who.id)).length;
    if (nodes.size + more > room) continue;
    add(pair.a, pair.articles);
    add(pair.b, pair.articles);
  }
  const edges = pairs.filter((pair) => nodes.has(pair.a.id) && nodes.has(pair.b.id))
    .map((pair) => ({ a: nodes.get(pair.a.id), b: nodes.get(pair.b.id), articles: pair.articles, share: pair.articles / pairs[0].articles }));
  const all = [...nodes.values()];
  const greatest = Math.max(...all.map((node) => node.weight));
  for (const node of all) {
    node.radius = LEAST + (MOST - LEAST) * Math.sqrt(node.weight / greatest);
    node.label = short(node.names.first);
    node.half = Math.max(node.radius, (node.label.length * LETTER) / 2) + 4;
  }
  return { nodes: all, edges };
}

function short(name) {
  const letters = [...name];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}\u2026` : name;
}

/** Springs along the lines, and no two names on top of each other. The same pairs always give the same picture. */
function arrange(nodes, edges, width, height, before) {
  const golden = Math.PI * (3 - Math.sqrt(5));
  nodes.forEach((node, at) => {
    const known = before.get(node.id);
    const far = Math.sqrt((at + 0.5) / nodes.length) / 2.2;
    node.x = known?.x ?? width / 2 + Math.cos(at * golden) * far * width;
    node.y = known?.y ?? height / 2 + Math.sin(at * golden) * far * height;
  });
  const ideal = Math.sqrt((width * height) / Math.max(1, nodes.length)) * 0.8;
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 1 - round / ROUNDS;
    pull(edges, ideal, heat);
    push(nodes, ideal, heat);
    for (const node of nodes) {
      node.x += (width / 2 - node.x) * 0.012 * heat;
      node.y += (height / 2 - node.y) * 0.02 * heat;
    }
    for (let pass = 0; pass < 2; pass++) part(nodes);
    keepIn(nodes, width, height);
  }
  spread(nodes, width, height);
  for (let pass = 0; pass < 40; pass++) {
    part(nodes);
    keepIn(nodes, width, height);
  }
}

function keepIn(nodes, width, height) {
  for (const node of nodes) {
    node.x = Math.max(node.half + 2, Math.min(width - node.half - 2, node.x));
    node.y = Math.max(node.radius + 4, Math.min(height - node.radius - BELOW, node.y));
  }
}

/** Uses all the room there is. */
function spread(nodes, width, height) {
  const left = Math.min(...nodes.map((node) => node.x - node.half));
  const right = Math.max(...nodes.map((node) => node.x + node.half));
  const top = Math.min(...nodes.map((node) => node.y - node.radius));
  const bottom = Math.max(...nodes.map((node) => node.y + node.radius + BELOW));
  const wider = Math.min(2.2, width / Math.max(1, right - left));
  const higher = Math.min(2.2, height / Math.max(1, bottom - top));
  for (const node of nodes) {
    node.x = width / 2 + (node.x - (left + right) / 2) * wider;
    node.y = height / 2 + (node.y - (top + bottom) / 2) * higher;
  }
}

function pull(edges, ideal, heat) {
  for (const { a, b, share } of edges) {
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const far = Math.hypot(dx, dy) || 1;
    const force = ((far - ideal * 0.75) / far) * 0.06 * heat * (0.4 + share);
    a.x += dx * force;
    a.y += dy * force;
    b.x -= dx * force;
    b.y -= dy * force;
  }
}

function push(nodes, ideal, heat) {
  eachTwo(nodes, (a, b) => {
    const dx = b.x - a.x || 0.1;
    const dy = b.y - a.y || 0.1;
    const far = Math.max(1, Math.hypot(dx, dy));
    if (far > ideal * 2.5) return;
    const force = Math.min(8, (ideal * ideal) / (far * far)) * heat * 1.4;
    a.x -= (dx / far) * force;
    a.y -= (dy / far) * force;
    b.x += (dx / far) * force;
    b.y += (dy / far) * force;
  });
}

// A name takes a box: its circle and the words below.
function part(nodes) {
  eachTwo(nodes, (a, b) => {
    const overX = a.half + b.half - Math.abs(b.x - a.x);
    const top = Math.max(a.y - a.radius, b.y - b.radius);
    const bottom = Math.min(a.y + a.radius, b.y + b.radius) + BELOW;
    const overY = bottom - top;
    if (overX <= 0 || overY <= 0) return;
    if (overX < overY) {
      const shift = (overX / 2) * (a.x <= b.x ? 1 : -1);
      a.x -= shift;
      b.x += shift;
    } else {
      const shift = (overY / 2) * (a.y <= b.y ? 1 : -1);
      a.y -= shift;
      b.y += shift;
    }
  });
}

function eachTwo(nodes, act) {
  for (let i = 0; i < nodes.length; i++) for (let j = i + 1; j < nodes.length; j++) act(nodes[i], nodes[j]);
}

function line({ a, b, share }) {
  return shape("line", { x1: a.x.toFixed(1), y1: a.y.toFixed(1), x2: b.x.toFixed(1), y2: b.y.toFixed(1), "stroke-width": (1 + share * 6).toFixed(1) });
}

function circle(node, desk) {
  const text = shape("text", { y: (node.radius + 15).toFixed(1), "text-anchor": "middle", lang: node.names.firstLanguage });
  text.textContent = node.label;
  const title = shape("title");
  title.textContent = node.names.first;
  const link = shape("a", {
    href: desk.addressOf("entity", node.id), class: `node ${hue(node.type)}`, "data-id": node.id,
    transform: `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`,
  }, title, shape("circle", { r: node.radius.toFixed(1) }), text);
  return link;
}

/** Whoever is looked at stands out with those beside it. */
function light(drawing, nodes, edges, circles, lines) {
  const at = new Map(nodes.map((node, index) => [node.id, circles[index]]));
  nodes.forEach((node, index) => {
    const on = () => {
      drawing.classList.add("lit");
      circles[index].classList.add("on");
      edges.forEach((edge, number) => {
        if (edge.a !== node && edge.b !== node) return;
        lines[number].classList.add("on");
        at.get((edge.a === node ? edge.b : edge.a).id).classList.add("on");
      });
    };
    const off = () => {
      drawing.classList.remove("lit");
      drawing.querySelectorAll(".on").forEach((each) => each.classList.remove("on"));
    };
    for (const event of ["pointerenter", "focus"]) circles[index].addEventListener(event, on);
    for (const event of ["pointerleave", "blur"]) circles[index].addEventListener(event, off);
  });
}
