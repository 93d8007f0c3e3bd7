/**
 * Where a reader is: what is shown, and through which window. All of it stands in the part of the address after
 * the #, so that it can be kept, sent and gone back to.
 */

const OF_ONE = new Set(["entity", "subject", "article"]);
const OF_ALL = new Set(["alerts", "refused"]);

/** The place that the address names. */
export function placeNow() {
  const [path, query] = split(location.hash.slice(1));
  const [, view, ...rest] = path.split("/");
  const asked = new URLSearchParams(query);
  return {
    view: OF_ALL.has(view) || (OF_ONE.has(view) && rest.length) ? view : "front",
    id: OF_ONE.has(view) ? decoded(rest.join("/")) : null,
    size: asked.get("window"),
    start: asked.get("start"),
    type: asked.get("type"),
    unique: asked.get("count") === "unique",
    withoutDemonyms: asked.get("demonyms") === "without",
    only: asked.get("only"),
  };
}

/** The address of a place. */
export function addressOf(place) {
  const query = new URLSearchParams();
  if (place.size) query.set("window", place.size);
  if (place.start) query.set("start", place.start);
  if (place.type) query.set("type", place.type);
  if (place.unique) query.set("count", "unique");
  if (place.withoutDemonyms) query.set("demonyms", "without");
  if (place.only) query.set("only", place.only);
  const path = place.view === "front" ? "/" : OF_ALL.has(place.view) ? `/${place.view}` : `/${place.view}/${encodeURIComponent(place.id)}`;
  const text = query.toString();
  return `#${path}${text ? `?${text}` : ""}`;
}

/** Whether two places show the same thing, maybe through another window. */
export function sameView(one, other) {
  return one?.view === other?.view && one?.id === other?.id;
}

function split(hash) {
  const at = hash.indexOf("?");
  return at < 0 ? [hash, ""] : [hash.slice(0, at), hash.slice(at + 1)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
