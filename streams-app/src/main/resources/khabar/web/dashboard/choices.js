/** What a reader chose for good: the language and the theme, kept in the browser where it lets us. */

const LANGUAGE = "khabar.language";
const THEME = "khabar.theme";
const THEMES = ["auto", "light", "dark"];

/** The language to start with: asked for in the address, chosen before, or the reader's own. */
export function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? read(LANGUAGE);
  const wanted = asked ?? navigator.language ?? "en";
  return wanted.toLowerCase().startsWith("fa") ? "fa" : "en";
}

/** Keeps the language for the next visit. */
export function rememberLanguage(language) {
  write(LANGUAGE, language);
}

/** The theme to start with. */
export function firstTheme() {
  const asked = new URLSearchParams(location.search).get("theme") ?? read(THEME);
  return THEMES.includes(asked) ? asked : "auto";
}

/** Shows a theme: as the system has it, light or dark. */
export function wear(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  write(THEME, theme);
}

/** The theme that the switch leads to: the opposite of what is seen. */
export function nextTheme(theme) {
  const dark = theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  return dark ? "light" : "dark";
}

function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
