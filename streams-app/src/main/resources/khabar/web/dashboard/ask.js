/** Questions to the API, and how often they may be asked. */

const PATIENCE_MILLIS = 8000;
/** What the stream tells is in the answers a little later: the archive gathers for 200 ms what it writes. */
const KNOWN_AFTER_MILLIS = 300;

/** The server did not answer. */
export class Lost extends Error {}

/**
 * Asks the API.
 *
 * @returns value: what it says, or null; missing: whether it does not know such a thing; ready: false where it
 *     will know later
 */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
  const text = query.toString();
  let answer;
  try {
    answer = await fetch(text ? `${path}?${text}` : path, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    const value = answer.ok ? await answer.json() : null;
    return { value, missing: answer.status === 404 || answer.status === 400, ready: answer.status !== 503 };
  } catch (failure) {
    throw new Lost(failure.message);
  }
}

/**
 * A task that runs at most once in the given time, never twice at once, and once more after a call that came
 * meanwhile. Nobody looks at a hidden page: there it waits until it is shown again.
 */
export function paced(task, millis) {
  let timer = null;
  let running = false;
  let wanted = false;
  let last = -Infinity;
  const run = async () => {
    timer = null;
    running = true;
    wanted = false;
    last = performance.now();
    try {
      await task();
    } catch (failure) {
      if (!(failure instanceof Lost)) throw failure;
    } finally {
      running = false;
      if (wanted) plan();
    }
  };
  const plan = () => {
    wanted = true;
    if (running || timer || document.hidden) return;
    const least = last === -Infinity ? 0 : KNOWN_AFTER_MILLIS;
    timer = setTimeout(run, Math.max(least, millis - (performance.now() - last)));
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && wanted) plan();
  });
  plan.now = () => {
    last = -Infinity;
    if (timer) clearTimeout(timer);
    timer = null;
    plan();
  };
  return plan;
}
