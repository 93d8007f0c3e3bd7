/**
 * Marks spans in a text. Offsets are UTF-16 units, as in the strings of this language. Marks may lie in one another;
 * one that begins in another and ends after it is cut in two, as markup must nest.
 */

/**
 * The text as a tree: strings, and marks with their own children.
 *
 * @param text the original text
 * @param spans each with start, end and what it stands for; those out of the text are left out
 */
export function nested(text, spans) {
  const fitting = spans.filter((span) => span.start >= 0 && span.end <= text.length && span.start < span.end);
  const sorted = fitting.map((span, order) => ({ ...span, order }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  return within(text, 0, text.length, sorted);
}

function within(text, from, to, spans) {
  const parts = [];
  let at = from;
  for (let next = 0; next < spans.length;) {
    const span = spans[next];
    if (span.start > at) parts.push(text.slice(at, span.start));
    const inside = [];
    const after = [];
    for (const other of spans.slice(next + 1)) {
      if (other.start >= span.end) after.push(other);
      else if (other.end <= span.end) inside.push(other);
      else {
        inside.push({ ...other, end: span.end, cut: other.cut ?? "start" });
        after.push({ ...other, start: span.end, cut: "end" });
      }
    }
    parts.push({ span, parts: within(text, span.start, span.end, inside) });
    at = span.end;
    spans = after.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
    next = 0;
  }
  if (at < to) parts.push(text.slice(at, to));
  return parts;
}
