/** Headlines: the newest articles, newest first, each with who and what it is about. */

import { element, isolated } from "./draw.js";
import { hue } from "./bars.js";
import { showRows } from "./rows.js";

const NAMES = 4;

/** The order in which the API tells articles: newest publication first, those of one moment by their uri. */
export function newestFirst(one, other) {
  return Date.parse(other.publishedAt) - Date.parse(one.publishedAt) || (one.uri < other.uri ? -1 : Number(one.uri > other.uri));
}

/** Shows articles. */
export function showArticles(list, articles, desk, { empty, fresh = false } = {}) {
  const { say } = desk;
  const items = articles.map((article) => ({
    key: article.uri,
    article,
    signature: JSON.stringify([article.uri, article.version, article.headline, article.duplicateOf, say.language, desk.query()]),
  }));
  showRows(list, items, (li, { article }) => {
    const isNew = fresh && !li.hasChildNodes() && list.querySelector("[data-key]");
    li.lang = "";
    li.removeAttribute("lang");
    li.className = isNew ? "fresh" : "";
    li.replaceChildren(...lines(article, desk));
  }, empty ?? say.words.nothing);
}

function lines(article, desk) {
  const { say } = desk;
  const time = element("time", { text: say.near(article.publishedAt), datetime: article.publishedAt });
  const names = (article.entities ?? []).slice(0, NAMES).map((entity) => {
    const name = say.names(entity.names, entity.id);
    return element("a", { className: `chip ${hue(entity.type)}`, href: desk.addressOf("entity", entity.id), "data-act": `e${entity.id}` },
      isolated(name.first, name.firstLanguage));
  });
  const subject = article.subjects?.[0];
  const about = subject && say.names(subject.names, subject.code);
  return [
    element("p", { className: "facts" }, time,
      article.source && isolated(article.source, null, "source"),
      about && element("a", { className: "about", href: desk.addressOf("subject", subject.code), "data-act": "subject" },
        isolated(about.first, about.firstLanguage)),
      article.duplicateOf && element("span", { className: "retold", text: say.words.retells })),
    element("p", { className: "title" },
      element("a", { href: desk.addressOf("article", article.uri), "data-act": "open" },
        isolated(article.headline ?? article.uri, article.language, "headline"))),
    names.length > 0 && element("p", { className: "chips" }, names),
  ].filter(Boolean);
}
