/**
 * A chart of counts over time on a canvas, drawn by uPlot. Time runs from left to right in both languages; the
 * words at the axes are those of the reader.
 */

const FAMILY = "Vazirmatn, system-ui, sans-serif";
const DAY_SECONDS = 86_400;
const RTL_ISOLATE = "\u2067";
const ISOLATE_END = "\u2069";

let loading = null;

/** The library, fetched when the first chart is drawn: what is read first does not wait for it. */
function library() {
  loading ??= Promise.all([script("/page/uplot.js"), document.fonts.load(`12px ${FAMILY}`, "\u06F1a")]).then(() => window.uPlot);
  return loading;
}

function script(address) {
  return new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = address;
    made.addEventListener("load", resolve);
    made.addEventListener("error", () => reject(new Error(address)));
    document.head.append(made);
  });
}

/**
 * Columns for the chart: what has no window was not named, so beside every window with data stands a zero.
 *
 * @param lists for each line its points, ascending
 * @param stepMillis size of a window
 * @param count takes a point, gives its number
 */
export function columns(lists, stepMillis, count) {
  const step = stepMillis / 1000;
  const maps = lists.map((points) => new Map(points.map((point) => [Date.parse(point.start) / 1000, count(point)])));
  const times = new Set();
  for (const map of maps) for (const time of map.keys()) times.add(time);
  const sorted = [...times].sort((a, b) => a - b);
  const last = sorted.at(-1);
  const filled = [];
  for (const time of sorted) {
    if (filled.at(-1) !== undefined && filled.at(-1) < time - step) filled.push(time - step);
    filled.push(time);
    if (!times.has(time + step) && time !== last) filled.push(time + step);
  }
  return [filled, ...maps.map((map) => filled.map((time) => map.get(time) ?? 0))];
}

/** A chart in the given element; moved(index) is told which point the reader looks at, null for none. */
export function chart(holder, moved) {
  let plot = null;
  let shape = null;
  let zoomed = false;

  const observer = new ResizeObserver(() => {
    if (plot && holder.clientWidth) plot.setSize({ width: holder.clientWidth, height: holder.clientHeight });
  });
  observer.observe(holder);
  holder.addEventListener("keydown", walk);
  holder.addEventListener("blur", () => plot?.setCursor({ left: -10, top: -10 }));

  function walk(event) {
    if (!plot || !["ArrowLeft", "ArrowRight", "Home", "End", "Escape"].includes(event.key)) return;
    event.preventDefault();
    const times = plot.data[0];
    const at = plot.cursor.idx ?? (event.key === "ArrowLeft" ? times.length : -1);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: times.length - 1, Escape: -1 }[event.key];
    const index = Math.max(0, Math.min(times.length - 1, to));
    if (event.key === "Escape") plot.setCursor({ left: -10, top: -10 });
    else plot.setCursor({ left: plot.valToPos(times[index], "x"), top: plot.bbox.height / 2 / devicePixelRatio });
  }

  return {
    /** Draws; data as columns() gives it, one line for each colour. */
    async draw({ data, colours, ink, say, stepMillis }) {
      const uPlot = await library();
      if (!holder.isConnected || !holder.clientWidth) return;
      const wanted = JSON.stringify([colours, ink, say.language, stepMillis]);
      if (plot && shape === wanted) {
        plot.setData(data, !zoomed);
        return;
      }
      plot?.destroy();
      zoomed = false;
      shape = wanted;
      const settings = options({ uPlot, data, colours, ink, say, stepMillis });
      settings.width = holder.clientWidth;
      settings.height = holder.clientHeight;
      settings.hooks = {
        setCursor: [(self) => moved(self.cursor.idx ?? null)],
        setSelect: [(self) => {
          if (self.select.width > 0) zoomed = true;
        }],
      };
      plot = new uPlot(settings, data, holder);
      plot.over.addEventListener("dblclick", () => {
        zoomed = false;
      });
    },
    /** Takes the chart away. */
    clear() {
      plot?.destroy();
      plot = null;
      shape = null;
    },
  };
}

function options({ uPlot, data, colours, ink, say, stepMillis }) {
  const single = colours.length === 1;
  const bars = single && data[0].length <= 120;
  // A bar is as wide as its window, and so is all of time while there is but one: by itself uPlot shows years then.
  const half = stepMillis / 2000;
  const stretch = (times, least, most) => {
    if (times.length === 1) return [times[0] - half, times[0] + half];
    return bars ? [least - half, most + half] : [least, most];
  };
  // The canvas knows no rem: the words at the axes grow with those around it.
  const letter = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.76);
  const axis = { stroke: ink.quiet, font: `${letter}px ${FAMILY}`, grid: { stroke: ink.line, width: 1 }, ticks: { show: false } };
  return {
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    legend: { show: false },
    padding: [12, letter * 2.6, 0, 4],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: true },
      points: { size: 8, width: 2, fill: (self, at) => colours[at - 1], stroke: () => ink.paper },
    },
    scales: {
      // The first and the last bar stand whole.
      x: { range: (self, least, most) => stretch(self.data[0], least, most) },
      y: { range: (self, least, most) => [0, Math.max(4, most * 1.08)] },
    },
    axes: [
      { ...axis, space: letter * 6, gap: 6, size: letter * 3.8, incrs: increments(stepMillis), values: (self, splits, at, space, step) => timeLabels(splits, step, say) },
      { ...axis, space: letter * 2.8, gap: 6, size: (self, values) => 18 + letter * 0.66 * Math.max(1, ...(values ?? [""]).map((value) => value.length)),
        values: (self, splits) => splits.map((value) => (Number.isInteger(value) ? say.short(value) : "")) },
    ],
    series: [{}, ...colours.map((colour) => ({
      stroke: colour,
      width: bars ? 0 : 2,
      fill: bars ? colour : single ? veil(colour) : undefined,
      paths: bars ? uPlot.paths.bars({ size: [0.72, 40], radius: 0.18, align: 0 }) : undefined,
      points: { show: !bars && data[0].length < 60, size: 5, fill: colour },
    }))],
  };
}

function veil(colour) {
  return colour.replace(/^rgb\((.*)\)$/, "rgba($1, .16)");
}

// Windows are UTC-aligned: marks closer than a window would say the same twice.
function increments(stepMillis) {
  const seconds = [60, 300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365, 730, 1825]
    .map((each, at) => (at < 9 ? each : each * DAY_SECONDS));
  return seconds.filter((each) => each >= stepMillis / 1000);
}

function timeLabels(splits, step, say) {
  let before = null;
  return splits.map((seconds) => {
    const time = new Date(seconds * 1000);
    const day = label(say, say.briefDay(time));
    if (step >= 300 * DAY_SECONDS) return label(say, say.yearOf(time));
    if (step >= DAY_SECONDS) {
      const year = say.yearOf(time);
      const text = before === year ? day : `${day}\n${label(say, year)}`;
      before = year;
      return text;
    }
    const text = before === day ? say.clock(time) : `${say.clock(time)}\n${day}`;
    before = day;
    return text;
  });
}

// The canvas is left-to-right; a date of two words must still be read from the right.
function label(say, text) {
  return say.direction === "rtl" ? `${RTL_ISOLATE}${text}${ISOLATE_END}` : text;
}
