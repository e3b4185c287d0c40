"use strict";
// The bar of time: what was known, and who took part, at a date. It filters every view; what has no date has a switch.
atlas.time = (() => {
  const { data, state } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, date: written } = atlas.text;
  const STEP_MS = 1100;
  // Years, unless there are fewer than these: then months.
  const FEW_YEARS = 4;
  const MOST_YEARS = 120;
  const pad = (value) => String(value).padStart(2, "0");

  const begun = [...data.edges, ...data.nodes.filter(data.isInitiative)].map((one) => one.first).filter(Boolean);

  /** Every year from the first fact to the last, or every month where the years are few. */
  function stopsOf(dates) {
    if (!dates.length) return [];
    const sorted = [...dates].sort();
    const last = sorted[sorted.length - 1];
    const to = Number(last.slice(0, 4));
    const from = Math.max(Number(sorted[0].slice(0, 4)), to - MOST_YEARS);
    const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
    if (years.length >= FEW_YEARS) return years;
    const months = years.flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${pad(i + 1)}`));
    return months.filter((month) => month >= sorted[0].slice(0, 7) && month <= `${last.slice(0, 4)}-${last.slice(5, 7) || "12"}`);
  }

  const stops = stopsOf(begun.filter((date) => /^\d{4}(-\d\d)*$/.test(date)));
  const slider = byId("time-at");
  const play = byId("time-play");
  let timer = 0;

  const here = () => (state.filters().date ? stops.indexOf(state.filters().date) : stops.length);
  const goTo = (index) => state.change({ date: index < stops.length ? stops[index] : "" });
  const worded = () => (state.filters().date ? word("as_of", { date: written(state.filters().date) }) : word("all_times"));

  /** The stop that a date means, be it told more or less exactly; "" for none. */
  const stopOf = (date) => (date && stops.filter((stop) => stop.startsWith(date) || date.startsWith(stop)).pop()) || "";

  function stop() {
    clearInterval(timer);
    timer = 0;
    refresh();
  }

  function start() {
    if (here() >= stops.length) goTo(0);
    timer = setInterval(() => {
      goTo(here() + 1);
      if (here() >= stops.length) stop();
    }, STEP_MS);
    refresh();
  }

  const toggle = () => stops.length > 1 && (timer ? stop() : start());

  /** Where the slider's knob is at a stop. */
  function at(made, index) {
    made.style.setProperty("--at", String(index / stops.length));
    return made;
  }

  /** How much begins at each stop, as a row of small columns above the slider. */
  function columns() {
    const found = new Map();
    for (const date of begun) found.set(date.slice(0, stops[0].length), (found.get(date.slice(0, stops[0].length)) || 0) + 1);
    const counts = stops.map((stop) => found.get(stop) || 0);
    const most = Math.max(1, ...counts);
    return counts.map((count, i) => {
      const column = element("span", { title: `${written(stops[i])}: ${word("begun", { n: number(count) })}` });
      column.style.setProperty("--part", Math.sqrt(count / most).toFixed(3));
      return at(column, i);
    });
  }

  /** The first stop, the last, and what fits between, in round numbers. */
  function labels() {
    const step = [1, 2, 5, 10, 20, 50].find((size) => stops.length / size <= 14) || 100;
    return stops.map((stop, i) => {
      const isShown = stop.length > 4 ? stop.endsWith("-01") || !i : Number(stop) % step === 0;
      if (!isShown) return null;
      const name = stop.endsWith("-01") ? stop.slice(0, 4) : written(stop);
      return at(element("span", { text: name }), i);
    });
  }

  function refresh() {
    const { date, undated } = state.filters();
    slider.value = String(here());
    slider.setAttribute("aria-valuetext", worded());
    byId("time-now").textContent = worded();
    byId("time").classList.toggle("set", Boolean(date));
    play.textContent = timer ? "❚❚" : "▶";
    play.setAttribute("aria-label", word(timer ? "pause" : "play"));
    play.title = word(timer ? "pause" : "play");
    byId("time-undated").checked = undated;
    byId("time-undated-line").hidden = !date || !state.undated();
    byId("time-undated-count").textContent = word("undated_links", { n: number(state.undated()) });
  }

  function build() {
    byId("time").hidden = stops.length < 2;
    document.body.classList.toggle("with-time", stops.length > 1);
    if (stops.length < 2) return;
    slider.max = String(stops.length);
    byId("time-columns").append(...columns());
    byId("time-columns").style.setProperty("--stops", String(stops.length));
    byId("time-labels").append(...labels().filter(Boolean));
    slider.addEventListener("input", () => {
      if (timer) stop();
      goTo(Number(slider.value));
    });
    play.addEventListener("click", toggle);
    byId("time-undated").addEventListener("change", (event) => state.change({ undated: event.target.checked }));
  }

  build();
  state.whenFiltered(refresh);
  return { stops, stopOf, toggle, worded };
})();
