"use strict";
// The same as the map, row by row: for reading aloud, for the keyboard, for copying.
atlas.table = (() => {
  const { data, state, text } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, date, compare, nameOf, kindOf, roleOf, landName } = text;
  const STEP = 200;
  let most = STEP;

  const landsOf = (node) => (node.lands.length ? node.lands : [node.home]).map(landName).join(", ");

  /** One row a line of the map, and one for every initiative without any. */
  function rows() {
    const { nodes, edges } = state.shown();
    const found = [];
    for (const node of data.nodes) {
      if (!data.isInitiative(node) || !nodes.has(node.id)) continue;
      const around = data.edgesAt(node.id).filter((edge) => edges.has(edge.id));
      if (around.length) found.push(...around.map((edge) => ({ initiative: node, edge, actor: data.node(edge.from) })));
      else found.push({ initiative: node, edge: null, actor: null });
    }
    const name = (row) => (row.actor ? row.actor.name : "");
    return found.sort(
      (a, b) =>
        compare(landsOf(a.initiative), landsOf(b.initiative)) ||
        compare(a.initiative.name, b.initiative.name) ||
        compare(name(a), name(b)),
    );
  }

  const chooser = (choice, label) =>
    element("button", { type: "button", class: "to", onclick: () => state.choose(choice) }, element("span", { text: label }));

  function rowOf({ initiative, edge, actor }) {
    const cell = (...children) => element("td", {}, ...children);
    const start = [
      element("td", { text: landsOf(initiative) }),
      element("th", { scope: "row" }, chooser({ type: "node", id: initiative.id }, nameOf(initiative))),
    ];
    if (!edge) return element("tr", {}, ...start, element("td", { class: "quiet", colspan: "5", text: nothingFor(initiative) }));
    const cited = edge.passages.length ? text.passage(edge.passages[0]) : null;
    return element(
      "tr",
      { class: edge.absence ? "absence" : null },
      ...start,
      cell(chooser({ type: "node", id: actor.id }, nameOf(actor))),
      element("td", { text: actor.nameless ? `${kindOf(actor)}, ${word("nameless")}` : kindOf(actor) }),
      cell(chooser({ type: "line", id: edge.id }, roleOf(edge))),
      element("td", { class: "date", text: date(edge.newest) }),
      element("td", { text: cited ? text.source(text.document(cited.document), cited.page) : "" }),
    );
  }

  /** Why an initiative stands alone: nobody is named, or the filters hide them. */
  const nothingFor = (initiative) => (data.edgesAt(initiative.id).length ? "–" : word("value_nobody_named"));

  function refresh() {
    const all = rows();
    const heads = ["land", "initiative", "actor", "kind", "role", "last_evidenced", "source"];
    const table = element(
      "table",
      { class: "rows" },
      element("caption", { class: "heard", text: word("table_caption") }),
      element("thead", {}, element("tr", {}, ...heads.map((key) => element("th", { scope: "col", text: word(key) })))),
      element("tbody", {}, ...all.slice(0, most).map(rowOf)),
    );
    const rest = all.length - most;
    const more = () => {
      most += STEP;
      refresh();
    };
    const button = rest > 0 ? element("button", { type: "button", class: "more", text: word("more_rows", { n: number(Math.min(rest, STEP)) }), onclick: more }) : null;
    byId("table").replaceChildren(...[table, button].filter(Boolean));
  }

  state.whenFiltered(() => (most = STEP));
  return { refresh, count: () => rows().length };
})();
