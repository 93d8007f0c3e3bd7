// Draws what the API says. Text of articles is hostile: it only ever becomes text nodes.

/** A new element: properties that hold text, never markup. */
export function element(tag, { className, text, lang, dir } = {}, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined && text !== null) made.textContent = text;
  if (lang) made.lang = lang;
  if (dir) made.dir = dir;
  made.append(...children.filter(Boolean));
  return made;
}

/** A name or headline of any language, kept from moving what stands around it. */
function isolated(text, lang, className) {
  return element("bdi", { text, lang, className, dir: "auto" });
}

const KINDS = new Set(["place", "person", "organisation", "event", "product"]);

/** Rows of entities with bars; rows that stay are moved, not made again, so that their bars glide. */
export function drawEntities(list, rows, say) {
  drawBars(list, rows, say, (row) => ({
    key: row.id,
    names: say.names(row.names, row.id),
    hue: KINDS.has(row.type) ? row.type : "",
    kind: say.words.kinds[row.type] ?? "",
    size: row.mentions,
    count: say.number(row.mentions),
    detail: say.words.inArticles(say.number(row.articles), row.articles),
  }));
}

/** Rows of subjects with bars. */
export function drawSubjects(list, rows, say) {
  drawBars(list, rows, say, (row) => ({
    key: row.code,
    names: say.names(row.names, row.code),
    hue: "subject",
    kind: "",
    size: row.articles,
    count: say.number(row.articles),
    detail: say.words.ofArticles("", row.articles).trim(),
  }));
}

function drawBars(list, rows, say, describe) {
  const shown = rows.map(describe);
  const greatest = Math.max(1, ...shown.map((row) => row.size));
  const before = positions(list);
  const items = shown.map((row, index) => {
    const signature = JSON.stringify([row, index, say.language]);
    const known = before.items.get(row.key);
    const item = known?.dataset.signature === signature ? known : bar(row, index, say, known);
    item.dataset.key = row.key;
    item.dataset.signature = signature;
    item.style.setProperty("--share", String(row.size / greatest));
    return item;
  });
  list.replaceChildren(...(items.length ? items : [element("li", { className: "empty", text: say.words.nothing })]));
  glide(list, before.tops);
}

function bar(row, index, say, known) {
  const item = known ?? element("li");
  const changed = known && known.dataset.count !== row.count;
  item.className = row.hue;
  item.dataset.count = row.count;
  item.replaceChildren(
    element("span", { className: "rank", text: say.number(index + 1) }),
    element("span", { className: "names" },
      isolated(row.names.first, row.names.firstLanguage, "name"),
      row.names.second && isolated(row.names.second, row.names.secondLanguage, "other"),
      row.kind && element("span", { className: "kind", text: row.kind })),
    element("span", { className: "count" }, element("span", { text: row.count }), " ", element("small", { text: row.detail })));
  if (changed) again(item, "moved");
  return item;
}

function again(item, className) {
  item.classList.remove(className);
  void item.offsetWidth;
  item.classList.add(className);
}

function positions(list) {
  const items = new Map();
  const tops = new Map();
  for (const item of list.children) {
    if (item.dataset.key) {
      items.set(item.dataset.key, item);
      tops.set(item, item.offsetTop);
    }
  }
  return { items, tops };
}

function glide(list, tops) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const item of list.children) {
    const moved = tops.has(item) ? tops.get(item) - item.offsetTop : 0;
    if (moved) {
      item.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], { duration: 350, easing: "ease-out" });
    }
  }
}

/** The newest articles, newest first. */
export function drawArticles(list, articles, say) {
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const first = known.size === 0;
  const items = articles.map((article) => {
    const signature = JSON.stringify([article, say.language]);
    const old = known.get(article.uri);
    if (old?.dataset.signature === signature) return old;
    const item = articleItem(article, say);
    item.dataset.key = article.uri;
    item.dataset.signature = signature;
    if (!old && !first) item.classList.add("fresh");
    return item;
  });
  list.replaceChildren(...(items.length ? items : [element("li", { className: "empty", text: say.words.nothing })]));
}

function articleItem(article, say) {
  const headline = isolated(article.headline ?? article.uri, article.language, "headline");
  const names = article.entities.slice(0, 3).map((entity) => say.names(entity.names, entity.id).first);
  const about = article.subjects.slice(0, 2).map((subject) => say.names(subject.names, subject.code).first);
  const time = element("time", { text: say.moment(article.publishedAt) });
  time.dateTime = article.publishedAt;
  return element("li", {},
    element("p", {}, linked(headline, article.url)),
    element("p", { className: "facts" },
      time,
      article.source && isolated(article.source),
      names.length && isolated(say.list(names)),
      about.length && isolated(say.list(about))));
}

/** A link where the address is one of the web; anything else could be a script. */
function linked(headline, address) {
  if (!/^https?:\/\//i.test(address ?? "")) return headline;
  const link = element("a", {}, headline);
  link.href = address;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

/** The three names that a visitor should see first. */
export function drawLead({ lead, note, when, open }, window, entities, say) {
  const top = entities.slice(0, 3);
  when.textContent = window ? say.window(window) : "";
  open.textContent = window ? (window.open ? say.words.open : say.words.closed) : "";
  open.classList.toggle("open", Boolean(window?.open));
  if (!top.length) {
    lead.textContent = say.words.waiting;
    note.textContent = say.words.waitingNote;
    return;
  }
  const names = top.map((row) => say.names(row.names, row.id));
  const texts = names.map((name) => name.first);
  let at = 0;
  const parts = say.listParts(texts).map((part) =>
    part.type === "element" ? isolated(part.value, names[at++].firstLanguage) : part.value);
  // Drawn again only when it says something else: a reader may have selected it.
  if (lead.textContent !== parts.map((part) => part.textContent ?? part).join("")) lead.replaceChildren(...parts);
  note.textContent = say.words.named(say.list(top.map((row) => say.number(row.mentions))));
}

/** How the stream is doing. */
export function drawHealth({ state, figures }, status, say) {
  const fine = Boolean(status?.ready);
  state.textContent = !status ? say.words.lost : fine ? say.words.running : say.words.notRunning;
  state.className = `state ${fine ? "fine" : "alarm"}`;
  if (!status) return;
  const told = [
    ["articles", say.number(status.figures.articles), false],
    ["perSecond", say.rate(status.figures.articlesPerSecond), false],
    ["rejected", say.number(status.figures.rejected), false],
    ["deadLetters", say.number(status.figures.deadLetters), status.figures.deadLetters > 0],
  ];
  if (status.lag) told.push(["lag", say.number(status.lag), false]);
  figures.replaceChildren(...told.map(([name, value, alarm]) => element("div", {},
    element("dt", { text: say.words.figures[name] }),
    element("dd", { text: value, className: alarm ? "alarm" : "" }))));
}
