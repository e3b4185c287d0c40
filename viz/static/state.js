"use strict";
// What is filtered, chosen and open, and what is therefore to be seen. Views listen; none keeps filters of its own.
atlas.state = (() => {
  const { nodes, edges, page, edgesAt, isInitiative, node: nodeOf } = atlas.data;
  const VIEWS = page.views;
  // The views that are drawn, on one stage.
  const DRAWN = new Set(["net", "map", "around"]);
  const initiatives = nodes.filter(isInitiative);

  const occurring = (values) => new Set(values.filter((value) => value !== undefined));
  const everything = () => ({
    land: "",
    topic: "",
    types: occurring(initiatives.map((node) => node.type)),
    statuses: occurring(initiatives.map((node) => node.status)),
    kinds: occurring(nodes.map((node) => node.kind)),
    roles: occurring(edges.map((edge) => edge.role)),
    absences: occurring(edges.map((edge) => edge.absence)),
    nameless: true,
    value: "",
    date: "",
    undated: true,
  });

  let filters = everything();
  let chosen = null;
  let view = VIEWS[0];
  let ringed = [];
  const onFilter = [];
  const onChoose = [];
  const onOpen = [];
  const onLook = [];
  // How the same things are looked at; filters decide which things they are.
  const plainly = () => ({ steps: "1", suggestions: false, vacant: false, theme: "" });
  let looks = plainly();

  // One bit a filter: what keeps a thing from being seen is the sum of its bits, so that any filter can be lifted.
  const BITS = { land: 1, topic: 2, types: 4, statuses: 8, kinds: 16, nameless: 32, roles: 64, absences: 128, date: 256 };
  const OF_INITIATIVES = ["topic", "types", "statuses"];
  const indexOf = new Map(nodes.map((node, i) => [node.id, i]));
  const ends = edges.map((edge) => [indexOf.get(edge.from), indexOf.get(edge.to)]);
  const full = everything();
  const isWhole = (name, value) => (value instanceof Set ? value.size === full[name].size : value === full[name]);

  const inLand = (node) => !filters.land || node.home === filters.land || node.lands.includes(filters.land);
  const bit = (name, holds) => (holds ? 0 : BITS[name]);

  /**
   * Why something is not to be seen at the date chosen: it begins later ("later"), has ended ("over") or has no date
   * ("undated", where those are switched off); null: it is. Dates are ISO 8601, prefixes allowed: a prefix is all its days.
   */
  function outside({ first, until }) {
    const { date, undated } = filters;
    if (!date) return null;
    if (until && until < date.slice(0, until.length)) return "over";
    if (!first) return undated ? null : "undated";
    return first.slice(0, date.length) > date ? "later" : null;
  }

  /** An actor without lines belongs to no initiative that a filter of initiatives could be about. */
  function hindering(node, ofInitiatives) {
    const own = bit("kinds", filters.kinds.has(node.kind)) | bit("nameless", filters.nameless || !node.nameless);
    if (!isInitiative(node) && edgesAt(node.id).length) return own;
    const here = own | bit("date", !outside(node)) | bit("land", inLand(node));
    if (!isInitiative(node)) return here | ofInitiatives;
    return (
      here |
      bit("topic", !filters.topic || node.topics.includes(filters.topic)) |
      bit("types", filters.types.has(node.type)) |
      bit("statuses", filters.statuses.has(node.status))
    );
  }

  const saidBy = (edge) =>
    bit("date", !outside(edge)) |
    (edge.absence ? bit("absences", filters.absences.has(edge.absence)) : bit("roles", filters.roles.has(edge.role)));

  let masks = null;
  function hinder() {
    const ofInitiatives = OF_INITIATIVES.reduce((sum, name) => sum | bit(name, isWhole(name, filters[name])), 0);
    const ofNodes = Uint16Array.from(nodes, (node) => hindering(node, ofInitiatives));
    masks = { nodes: ofNodes, edges: Uint16Array.from(edges, (edge, i) => saidBy(edge) | ofNodes[ends[i][0]] | ofNodes[ends[i][1]]) };
  }

  /** An initiative stays without its lines (that is what a gap looks like); an actor goes with its last line. */
  function seenBut(lifted) {
    const kept = ~lifted;
    const reached = new Uint8Array(nodes.length);
    const shownEdges = new Set();
    edges.forEach((edge, i) => {
      if (masks.edges[i] & kept) return;
      shownEdges.add(edge.id);
      reached[ends[i][0]] = 1;
    });
    const stays = (node, i) => !(masks.nodes[i] & kept) && (isInitiative(node) || reached[i] || !edgesAt(node.id).length);
    const shownNodes = new Set();
    nodes.forEach((node, i) => stays(node, i) && shownNodes.add(node.id));
    return { nodes: shownNodes, edges: shownEdges };
  }

  let shown = null;
  let timeless = null;
  function compute() {
    hinder();
    shown = seenBut(0);
    timeless = filters.date ? seenBut(BITS.date) : shown;
  }
  compute();

  /** Listeners hear the names of what changed. */
  function change(values) {
    filters = { ...filters, ...values };
    compute();
    for (const listener of onFilter) listener(Object.keys(values));
  }

  /** What would be seen with one of the filters lifted: the counts of the legend. */
  const lifted = (name) => seenBut(BITS[name]);

  /** Switch one member of a set of filters ("kinds", "roles", …) on or off. */
  function toggle(name, member, on) {
    const members = new Set(filters[name]);
    if (on) members.add(member);
    else members.delete(member);
    change({ [name]: members });
  }

  const reset = () => change(everything());

  /** Choose {type: "node" | "line", id}, {type: "cell", id, column}, {type: "region", index} or nothing (null). */
  function choose(choice) {
    chosen = choice;
    for (const listener of onChoose) listener(choice);
  }

  /** What a story points at: these symbols get a ring and their names come first. */
  function ring(ids) {
    ringed = ids;
  }

  function open(name) {
    view = name;
    for (const listener of onOpen) listener(name);
  }

  function look(values) {
    looks = { ...looks, ...values };
    for (const listener of onLook) listener();
  }

  /** Why a cell says nothing at the date chosen; what rests on no passage speaks of all documents. */
  const silent = (cell) => (cell.passages.length ? outside(cell) : null);

  /** The rows of the matrix that the filters leave, with and without a table to sit at. */
  function rows() {
    const says = (cell) => cell.value === filters.value && !silent(cell);
    const passes = (row) => shown.nodes.has(row.initiative) && (!filters.value || row.cells.some(says));
    return { rows: page.rows.filter(passes), without: page.without_table.filter(passes) };
  }

  return {
    VIEWS,
    isDrawn: (name) => DRAWN.has(name),
    filters: () => filters,
    everything,
    isWhole,
    shown: () => shown,
    timeless: () => timeless,
    undated: () => edges.filter((edge) => !edge.first && timeless.edges.has(edge.id)).length,
    silent,
    chosen: () => chosen,
    view: () => view,
    rows,
    lifted,
    change,
    toggle,
    reset,
    choose,
    ring,
    ringed: () => ringed,
    open,
    look,
    looks: () => looks,
    plainly,
    whenLooked: (listener) => onLook.push(listener),
    whenFiltered: (listener) => onFilter.push(listener),
    whenChosen: (listener) => onChoose.push(listener),
    whenOpened: (listener) => onOpen.push(listener),
  };
})();
