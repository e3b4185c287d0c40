"use strict";
// The legend is the filter: symbol or line, word, count. Below the bar: the filters in force, in words.
atlas.legend = (() => {
  const { data, state, shapes } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, compare, landName, compareLands } = atlas.text;
  const updates = [];

  const occurs = state.everything();
  const initiatives = data.nodes.filter(data.isInitiative);
  const kinds = data.page.kinds.filter((kind) => occurs.kinds.has(kind.key));

  /** A blank of no width after every slash, where a long name may break. */
  const breakable = (name) => name.replace(/\//g, "/\u200b");

  /** One switch of the legend. `count` says how many there are under the other filters. */
  function row({ picture, name, isOn, onSwitch, count }) {
    const box = element("input", { type: "checkbox", onchange: () => onSwitch(box.checked) });
    const total = element("span", { class: "count" });
    updates.push(() => {
      box.checked = isOn();
      total.textContent = number(count());
      made.classList.toggle("nobody", !count());
    });
    const made = element("label", { class: "switch" }, box, picture, element("span", { class: "name", text: breakable(name) }), total);
    return made;
  }

  function memberRow(set, key, picture, name, count) {
    return row({
      picture,
      name,
      count,
      isOn: () => state.filters()[set].has(key),
      onSwitch: (on) => state.toggle(set, key, on),
    });
  }

  /** The roles under the line they share; a line with one role is that role's own picture. */
  function roleRows() {
    const count = (key) => () => counts.roles.get(key) || 0;
    return data.page.lines.flatMap((line) => {
      const roles = line.roles.filter((role) => occurs.roles.has(role));
      const rows = (picture) => roles.map((role) => memberRow("roles", role, picture, word(`role_${role}`), count(role)));
      if (roles.length < 2) return rows(shapes.line(line));
      const head = element("p", { class: "shared" }, shapes.line(line), element("span", { class: "name", text: word(`lines_${line.key}`) }));
      return [element("div", { role: "group", "aria-label": word(`lines_${line.key}`), class: "sharing" }, head, ...rows(null))];
    });
  }

  function absenceRows() {
    const occurring = data.page.lines.filter((line) => occurs.absences.has(line.key));
    const count = (key) => () => counts.absences.get(key) || 0;
    return occurring.map(({ key, ...line }) => memberRow("absences", key, shapes.line(line), word(`absence_${key}`), count(key)));
  }

  /** "all" and "none" for a whole part of the legend. */
  function wholesale(set) {
    const change = (members) => () => state.change({ [set]: members() });
    return element(
      "span",
      { class: "wholesale" },
      element("button", { type: "button", text: word("all"), onclick: change(() => state.everything()[set]) }),
      element("button", { type: "button", text: word("none"), onclick: change(() => new Set(set === "kinds" ? ["initiative"] : [])) }),
    );
  }

  function part(name, set, rows) {
    if (!rows.length) return null;
    const head = element("h2", {}, element("span", { text: name }), set ? wholesale(set) : null);
    return element("section", { "aria-label": name }, head, ...rows);
  }

  const tally = (set, items, keyOf) => {
    const counts = new Map();
    const seen = state.lifted(set);
    for (const item of items) {
      if (seen.nodes.has(item.id) || seen.edges.has(item.id)) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
    }
    return counts;
  };
  let counts = {};

  /** A filter of one value among many. */
  function chooser(name, values, nameOf) {
    if (!values.length) return null;
    const choice = element("select", { id: name, onchange: () => state.change({ [name]: choice.value }) });
    choice.append(element("option", { value: "", text: word(`all_${name}s`) }));
    for (const value of values) choice.append(element("option", { value, text: nameOf(value) }));
    updates.push(() => (choice.value = state.filters()[name]));
    const title = element("label", { for: name, text: word(name) });
    return element("section", {}, element("h2", {}, title), choice);
  }

  function landChoice() {
    const aside = ["de", "nowhere"].filter((home) => data.nodes.some((node) => node.home === home));
    return chooser("land", [...Object.keys(data.page.lands), ...aside].sort(compareLands), landName);
  }

  function topicChoice() {
    const topics = new Set(data.nodes.flatMap((node) => node.topics || []));
    return chooser("topic", [...topics].sort(compare), (topic) => topic);
  }

  /** What only initiatives have: switches for the values that occur, where there is a choice. */
  function initiativeRows(set, prefix) {
    if (occurs[set].size < 2) return [];
    const count = (key) => () => counts[set].get(key) || 0;
    const named = [...occurs[set]].map((key) => ({ key, name: word(`${prefix}_${key}`) }));
    named.sort((a, b) => compare(a.name, b.name));
    return named.map(({ key, name }) => memberRow(set, key, null, name, count(key)));
  }

  function namelessRow() {
    const sample = shapes.symbol({ shape: "circle", color: "#5b6670", border: "#5b6670" }, { hollow: true });
    return row({
      picture: sample,
      name: word("nameless"),
      count: () => counts.nameless,
      isOn: () => state.filters().nameless,
      onSwitch: (on) => state.change({ nameless: on }),
    });
  }

  function build() {
    const kindRows = kinds.map((kind) =>
      memberRow("kinds", kind.key, shapes.symbol(kind), word(`kind_${kind.key}`), () => counts.kinds.get(kind.key) || 0),
    );
    if (data.nodes.some((node) => node.nameless)) kindRows.push(namelessRow());
    const parts = [
      landChoice(),
      part(word("kinds"), "kinds", kindRows),
      part(word("roles"), "roles", roleRows()),
      part(word("absences"), null, absenceRows()),
      topicChoice(),
      part(word("types"), "types", initiativeRows("types", "type")),
      part(word("statuses"), "statuses", initiativeRows("statuses", "status")),
    ];
    byId("legend").append(...parts.filter(Boolean));
  }

  /** "only A, B" when few are left, "without C" when few are gone. */
  function inWords(set, only, without, nameOf) {
    const all = [...occurs[set]];
    const on = all.filter((key) => state.filters()[set].has(key));
    const off = all.filter((key) => !state.filters()[set].has(key));
    if (!off.length) return [];
    if (!on.length) return [word(without, { names: word("all") })];
    return on.length < off.length
      ? [word(only, { names: on.map(nameOf).join(", ") })]
      : [word(without, { names: off.map(nameOf).join(", ") })];
  }

  /** The filters in force, one phrase each. */
  function phrases() {
    const { land, topic, value, nameless, date, undated } = state.filters();
    return [
      ...(date ? [atlas.time.worded()] : []),
      ...(date && !undated && state.undated() ? [word("hidden_undated")] : []),
      ...(land ? [data.page.lands[land] ? word("shown_land", { names: landName(land) }) : landName(land)] : []),
      ...(topic ? [word("shown_topic", { names: topic })] : []),
      ...inWords("types", "shown_types", "hidden_types", (key) => word(`type_${key}`)),
      ...inWords("statuses", "shown_statuses", "hidden_statuses", (key) => word(`status_${key}`)),
      ...inWords("kinds", "shown_kinds", "hidden_kinds", (key) => word(`kind_${key}`)),
      ...(nameless ? [] : [word("hidden_absences", { names: word("nameless") })]),
      ...inWords("roles", "shown_roles", "hidden_roles", (key) => word(`role_${key}`)),
      ...inWords("absences", "hidden_absences", "hidden_absences", (key) => word(`absence_${key}`)),
      ...(value ? [word("shown_value", { names: word(`value_${value}`) })] : []),
    ];
  }

  /** The nodes and lines before one's eyes: those in focus, else all that the filters leave. */
  function seen() {
    const choice = state.chosen();
    if (choice && choice.type !== "region") return atlas.map.inFocus(choice);
    const { nodes, edges } = state.shown();
    return { nodes: data.nodes.filter((node) => nodes.has(node.id)), edges: data.edges.filter((edge) => edges.has(edge.id)) };
  }

  /** The legend of the projector: only what is to be seen, without switches. */
  function strip() {
    const entry = (picture, name) => element("li", {}, picture, element("span", { text: name }));
    const { nodes, edges } = seen();
    const seenKinds = new Set(nodes.map((node) => node.kind));
    const seenLines = new Set(edges.map(data.lineOf));
    byId("strip").replaceChildren(
      ...kinds.filter((kind) => seenKinds.has(kind.key)).map((kind) => entry(shapes.symbol(kind, { size: 24 }), word(`kind_${kind.key}`))),
      ...data.page.lines
        .filter((line) => seenLines.has(line))
        .map((line) => entry(shapes.line(line), word(line.mark ? `absence_${line.key}` : `lines_${line.key}`))),
    );
  }

  function refresh() {
    counts = {
      kinds: tally("kinds", data.nodes, (node) => node.kind),
      nameless: data.nodes.filter((node) => node.nameless && state.lifted("nameless").nodes.has(node.id)).length,
      roles: tally("roles", data.edges, (edge) => edge.role),
      absences: tally("absences", data.edges, (edge) => edge.absence),
      types: tally("types", initiatives, (node) => node.type),
      statuses: tally("statuses", initiatives, (node) => node.status),
    };
    for (const update of updates) update();
    const said = phrases();
    byId("filters").textContent = said.length ? said.join(" · ") : word("shown_everything");
    byId("reset").hidden = !said.length;
    strip();
  }

  build();
  byId("reset").addEventListener("click", state.reset);
  state.whenFiltered(refresh);
  state.whenChosen(strip);
  return { refresh, phrases };
})();
