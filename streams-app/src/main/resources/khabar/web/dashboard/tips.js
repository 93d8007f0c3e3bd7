/** What is told about a mark while it is pointed at or has the focus; Escape puts it away. */

import { element, isolated } from "./draw.js";

/** Tips within an element. */
export function tips(root, desk) {
  const box = element("div", { className: "tip", id: "tip", role: "tooltip", hidden: true });
  document.body.append(box);
  let owner = null;

  function show(mark, told) {
    const { say } = desk;
    owner?.removeAttribute("aria-describedby");
    owner = mark;
    box.replaceChildren(
      told.name && element("p", { className: `who ${told.className}` }, isolated(told.name.first, told.name.firstLanguage, "name"),
        told.name.second && isolated(told.name.second, told.name.secondLanguage, "other")),
      told.kind && element("p", { className: `kind ${told.className}`, text: told.kind }),
      ...(told.subjects ?? []).map((name) => element("p", { className: "who subject" }, say.words.evidenceFor(""), isolated(name.first, name.firstLanguage, "name"))),
      element("p", { className: "how" }, ...told.how.map((text) => element("span", {}, isolated(text)))));
    [...box.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).forEach((node) => node.remove());
    box.hidden = false;
    mark.setAttribute("aria-describedby", box.id);
    place(mark);
  }

  function place(mark) {
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const middle = at.left + at.width / 2 - size.width / 2;
    const left = Math.max(8, Math.min(document.documentElement.clientWidth - size.width - 8, middle));
    const above = at.top - size.height - 8;
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${above > 8 ? above : at.bottom + 8}px`);
  }

  function hide() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    box.hidden = true;
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", hide, { passive: true });

  return {
    hide,
    /** Tells about a mark; of marks in one another the innermost speaks. */
    on(mark, told) {
      mark.addEventListener("pointerover", (event) => {
        event.stopPropagation();
        show(mark, told);
      });
      mark.addEventListener("pointerleave", hide);
      mark.addEventListener("focus", () => show(mark, told));
      mark.addEventListener("blur", hide);
    },
  };
}
