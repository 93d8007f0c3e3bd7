/** The first thing to read: who is in the news, in one sentence, and what is on the rise. */

import { element, icon, isolated, say as tell } from "./draw.js";
import { hue } from "./bars.js";
import { showRows } from "./rows.js";

const NAMES = 3;
const TRENDS_IN_LEAD = 3;

/** Tells the sentence. */
export function showLead({ lead, note }, { entities, subjects, unique }, desk) {
  const { say } = desk;
  const top = entities.slice(0, NAMES);
  if (!top.length) {
    tell(lead, say.words.waiting);
    tell(note, say.words.waitingNote);
    return;
  }
  const links = top.map((row) => entityLink(row, desk));
  let at = 0;
  const names = say.listParts(links.map((link) => link.textContent))
    .map((part) => (part.type === "element" ? links[at++] : part.value));
  const verb = top.length === 1 ? say.words.lead.one : say.words.lead.many;
  tell(lead, ...names, element("span", { className: "verb", text: ` ${verb}` }));
  const first = top[0];
  const name = say.names(first.names, first.id);
  const about = subjects.slice(0, 2).map((row) => say.names(row.names, row.code).first);
  tell(note, ...say.words.leadNote(isolated(name.first, name.firstLanguage),
    say.articles(unique ? first.uniqueArticles : first.articles), say.number(unique ? first.uniqueMentions : first.mentions)),
    about.length ? ` ${say.words.leadSubjects(say.list(about))}` : "");
}

function entityLink(row, desk) {
  const name = desk.say.names(row.names, row.id);
  return element("a", { className: hue(row.type), href: desk.addressOf("entity", row.id) },
    isolated(name.first, name.firstLanguage));
}

/** Tells what is on the rise beside the sentence. */
export function showRisingInLead(list, trends, desk) {
  showTrends(list, trends.slice(0, TRENDS_IN_LEAD), desk);
}

/** Tells everything that is on the rise, strongest first. */
export function showTrends(list, trends, desk) {
  const { say } = desk;
  const items = trends.map((row) => {
    const item = {
      key: row.id, type: row.type, names: say.names(row.names, row.id), href: desk.addressOf("entity", row.id),
      told: told(row, say), observed: say.articles(row.observed), expected: say.words.expected(say.about(row.expected)),
    };
    item.signature = JSON.stringify([item, say.language]);
    return item;
  });
  showRows(list, items, (li, item) => {
    li.className = `trend ${hue(item.type)}`;
    li.replaceChildren(
      icon("rise"),
      element("span", { className: "body" },
        element("a", { href: item.href, "data-act": "open" }, isolated(item.names.first, item.names.firstLanguage, "name")),
        element("span", { className: "times", text: item.told }),
        element("small", { text: `${item.observed}${say.words.comma} ${item.expected}` })));
  }, say.words.calmShort);
}

function told(row, say) {
  if (!row.expected || row.observed / row.expected > 50) return say.words.risingNew;
  return say.words.risingMore(say.about(row.observed / row.expected));
}
