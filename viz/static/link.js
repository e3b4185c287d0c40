"use strict";
// All that is open, filtered and chosen as one plain object of short texts, and that object as the address after "#":
// a link shows what its sender saw, back and forward go through what was seen, and reloading keeps it. Ids of the page
// change with every making, so things are named by keys that stay. Whatever an address holds that is not known is left out.
atlas.link = (() => {
  const { data, state } = atlas;
  const LONGEST = 8000;
  const SETS = ["types", "statuses", "kinds", "roles", "absences"];
  const SWITCHES = ["nameless", "undated"];
  const known = {
    land: new Set([...Object.keys(data.page.lands), ...data.nodes.map((node) => node.home)]),
    topic: new Set(data.nodes.flatMap((node) => node.topics || [])),
    value: new Set(data.page.values),
  };

  const keyOf = (id) => data.node(id).key;
  const said = (edge) => edge.role || edge.absence;
  const lineKey = (edge) => `${keyOf(edge.from)}.${keyOf(edge.to)}.${said(edge)}`;

  const nodeByKey = new Map(data.nodes.map((node) => [node.key, node.id]));
  const regionByKey = new Map(data.page.unknown.map((region, index) => [region.key, index]));
  let lineByKey = null;

  /** What is chosen: its sort, then keys that stay, with dots between. */
  function nameOf(choice) {
    if (choice.type === "node") return `node.${keyOf(choice.id)}`;
    if (choice.type === "line") return `line.${lineKey(data.edge(choice.id))}`;
    if (choice.type === "cell") return `cell.${keyOf(choice.id)}.${data.page.columns[choice.column]}`;
    return `region.${data.page.unknown[choice.index].key}`;
  }

  const READERS = new Map([
    ["node", ([key]) => nodeByKey.has(key) && { type: "node", id: nodeByKey.get(key) }],
    ["line", (keys) => {
      lineByKey ||= new Map(data.edges.map((edge) => [lineKey(edge), edge.id]));
      const id = lineByKey.get(keys.join("."));
      return id && { type: "line", id };
    }],
    ["cell", ([key, name]) => {
      const id = nodeByKey.get(key);
      const column = data.page.columns.indexOf(name);
      return Boolean(data.row(id)) && column >= 0 && { type: "cell", id, column };
    }],
    ["region", ([key]) => regionByKey.has(key) && { type: "region", index: regionByKey.get(key) }],
  ]);

  function choiceOf(name) {
    const [sort, ...keys] = String(name || "").split(".");
    const read = READERS.get(sort);
    return (read && read(keys)) || null;
  }

  /** A set of a filter in the shorter way: those that are on, or after "!" those that are off. */
  function listOf(set) {
    const all = [...state.everything()[set]];
    const on = all.filter((key) => state.filters()[set].has(key));
    const off = all.filter((key) => !state.filters()[set].has(key));
    return on.length <= off.length ? on.join(".") : `!${off.join(".")}`;
  }

  function setOf(set, list) {
    const all = state.everything()[set];
    if (list === undefined) return all;
    const named = new Set(list.replace(/^!/, "").split("."));
    return new Set([...all].filter((key) => named.has(key) !== list.startsWith("!")));
  }

  /** Everything visible that is not as at the beginning: names of settings to short texts. */
  function save() {
    const filters = state.filters();
    const saved = {};
    if (state.view() !== state.VIEWS[0]) saved.view = state.view();
    for (const name of [...Object.keys(known), "date"]) if (filters[name]) saved[name] = filters[name];
    for (const set of SETS) if (!state.isWhole(set, filters[set])) saved[set] = listOf(set);
    for (const name of SWITCHES) if (!filters[name]) saved[name] = "off";
    const plain = state.plainly();
    for (const [name, value] of Object.entries(state.looks())) if (value !== plain[name]) saved[name] = value === true ? "on" : value;
    if (state.chosen()) saved.chosen = nameOf(state.chosen());
    return saved;
  }

  /** How it was looked at: switches, and the number of steps. */
  function lookOf(saved) {
    const looks = state.plainly();
    for (const [name, value] of Object.entries(looks)) if (typeof value === "boolean") looks[name] = saved[name] === "on";
    if (saved.steps === "2") looks.steps = "2";
    if (["dark", "light"].includes(saved.theme)) looks.theme = saved.theme;
    return looks;
  }

  /** Show again what was saved; what is not named is as at the beginning. */
  function restore(saved) {
    const filters = state.everything();
    for (const [name, values] of Object.entries(known)) if (values.has(saved[name])) filters[name] = saved[name];
    for (const set of SETS) filters[set] = setOf(set, saved[set]);
    filters.date = atlas.time.stopOf(saved.date);
    for (const name of SWITCHES) filters[name] = saved[name] !== "off";
    state.change(filters);
    state.look(lookOf(saved));
    state.open(state.VIEWS.includes(saved.view) ? saved.view : state.VIEWS[0]);
    state.choose(choiceOf(saved.chosen));
  }

  /** "#" and the saved object as people may read and send it; "" for the beginning. */
  function text() {
    const parts = Object.entries(save()).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return parts.length ? `#${parts.join("&")}` : "";
  }

  const read = (address) => Object.fromEntries(new URLSearchParams(address.slice(1, LONGEST)));

  const timeless = (address) => address.replace(/[#&]date=[^&]*/, "");

  let waiting = false;
  let isRestoring = false;
  /** One entry of the history for all that a click changed, and for a walk through time. */
  function note() {
    if (waiting || isRestoring) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      const [before, now] = [location.hash, text()];
      if (now === before) return;
      const isWalk = before.includes("date=") && timeless(now) === timeless(before);
      history[isWalk ? "replaceState" : "pushState"](null, "", now || location.pathname + location.search);
    });
  }

  /** Show what the address says. */
  function follow() {
    isRestoring = true;
    restore(read(location.hash));
    isRestoring = false;
  }

  state.whenFiltered(note);
  state.whenChosen(note);
  state.whenOpened(note);
  state.whenLooked(note);
  addEventListener("hashchange", follow);

  return { save, restore, text, follow };
})();
