/** What the display form mends: its words that are written otherwise in the original. */

/** What spelling may move without touching a letter: blanks, half-spaces, kashida. */
const BETWEEN = /[\s\u00A0\u200B-\u200F\u0640\u00AC]/u;

/**
 * The display form in parts: strings, and words that were mended with how they stand in the original. Where letters
 * were added or taken away, so that words cannot be told apart for sure, it is one string.
 */
export function mended(original, display) {
  const here = letters(display);
  const there = letters(original ?? "");
  if (here.length !== there.length) return [display];
  const parts = [];
  let at = 0;
  let letter = 0;
  for (const word of display.matchAll(/\S+/gu)) {
    const first = letter;
    while (letter < here.length && here[letter] < word.index + word[0].length) letter++;
    if (letter === first) continue;
    const was = original.slice(there[first], there[letter - 1] + 1);
    if (was === word[0]) continue;
    if (word.index > at) parts.push(display.slice(at, word.index));
    parts.push({ text: word[0], was });
    at = word.index + word[0].length;
  }
  parts.push(display.slice(at));
  return parts;
}

/** Where the letters of a text are. */
function letters(text) {
  const found = [];
  for (let at = 0; at < text.length; at++) if (!BETWEEN.test(text[at])) found.push(at);
  return found;
}
