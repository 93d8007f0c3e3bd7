/**
 * Hears what the topology publishes, as it happens. The browser itself comes back with its Last-Event-ID when the
 * connection breaks; where the server refuses, the page opens a new one and reads everything again.
 */

const KINDS = ["article", "top-entities", "subject-count", "trend", "alert"];
const AGAIN_MILLIS = 2000;

/**
 * A stream for the windows of one size.
 *
 * @param heard gets the kind and the value of each event
 * @param missed is called where events may be missing: after a break, or where the server says so
 * @param broke is called when the connection breaks
 */
export function stream({ heard, missed, broke }) {
  let source = null;
  let size = null;
  let timer = null;
  let before = false;

  function open() {
    const mine = new EventSource(`/api/stream?what=${KINDS.join(",")}&window=${encodeURIComponent(size)}`);
    source = mine;
    mine.addEventListener("open", () => {
      if (before) missed();
      before = true;
    });
    for (const kind of KINDS) mine.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
    mine.addEventListener("gap", missed);
    mine.addEventListener("error", () => {
      if (mine !== source) return;
      broke();
      if (mine.readyState === EventSource.CLOSED) later();
    });
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      source?.close();
      open();
    }, AGAIN_MILLIS);
  }

  return {
    /** From now on windows of the given size. */
    follow(wanted) {
      if (wanted === size && source) return;
      size = wanted;
      clearTimeout(timer);
      source?.close();
      open();
    },
  };
}
