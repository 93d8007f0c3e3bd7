/**
 * Makes elements. The text of articles is hostile: here and everywhere in the page it only ever becomes text
 * nodes, and addresses become links only where they are of the web.
 */

const SVG = "http://www.w3.org/2000/svg";
const PLAIN = new Set(["className", "text", "lang", "dir"]);

/** A new element: properties hold text or attributes, never markup; what is null is left out. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  const { className, text, lang, dir } = properties;
  if (className) made.className = className;
  if (text !== undefined && text !== null) made.textContent = text;
  if (lang) made.lang = lang;
  if (dir) made.dir = dir;
  setAttributes(made, properties);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

/** A new element of a drawing. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  made.append(...children.filter(Boolean));
  return made;
}

function setAttributes(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (PLAIN.has(name) || value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A name or headline of any language, kept from moving what stands around it. */
export function isolated(text, lang, className) {
  return element("bdi", { text, lang: lang === "und" ? null : lang, className, dir: "auto" });
}

/** A name as names() of the wording gives it: the reader's own, and the other one beside it. */
export function named(names, { second = true } = {}) {
  return [
    isolated(names.first, names.firstLanguage, "name"),
    second && names.second && isolated(names.second, names.secondLanguage, "other"),
  ].filter(Boolean);
}

/** Whether an address is one of the web; anything else could be a script. */
export function isWeb(address) {
  return /^https?:\/\//i.test(address ?? "");
}

/** A link out of the page, or only its content where the address is not one of the web. */
export function outward(address, className, ...content) {
  if (!isWeb(address)) return element("span", { className }, ...content);
  return element("a", { className, href: address, rel: "noopener noreferrer", target: "_blank" }, ...content);
}

const ICONS = {
  sun: "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M19.8 4.2l-2.1 2.1M6.3 17.7l-2.1 2.1",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.500z",
  before: "M15 5l-7 7 7 7",
  after: "M9 5l7 7-7 7",
  rise: "M4 17l6-6 4 4 7-8M15 7h6v6",
  out: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
  line: "M3 17l5-6 4 3 8-9",
  print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
};

/** A small drawing that says nothing to those who do not see it. */
export function icon(name) {
  return shape("svg", { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    shape("path", { d: ICONS[name] }));
}

/** Replaces the content only where it says something else: a reader may have selected it. */
export function say(target, ...content) {
  const parts = content.flat().filter((part) => part !== null && part !== undefined && part !== false);
  const text = parts.map((part) => part.textContent ?? part).join("");
  const links = parts.map((part) => part.href ?? "").join(" ");
  const signature = `${text}\n${links}`;
  if (target.dataset.said === signature) return;
  target.dataset.said = signature;
  target.replaceChildren(...parts);
}
