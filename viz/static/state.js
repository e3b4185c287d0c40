"use strict";
// What is filtered and chosen, and what is therefore to be seen. Views listen; none keeps filters of its own.
atlas.state = (() => {
  const { nodes, edges, page, edgesAt, isInitiative, node: nodeOf } = atlas.data;

  const occurring = (values) => new Set(values.filter((value) => value !== undefined));
  const everything = () => ({
    land: "",
    kinds: occurring(nodes.map((node) => node.kind)),
    roles: occurring(edges.map((edge) => edge.role)),
    absences: occurring(edges.map((edge) => edge.absence)),
    nameless: true,
    value: "",
  });

  let filters = everything();
  let chosen = null;
  const onFilter = [];
  const onChoose = [];

  /** An initiative stays without its lines (that is what a gap looks like); an actor goes with its last line. */
  function compute(by) {
    const inLand = (node) => !by.land || node.home === by.land || node.lands.includes(by.land);
    const kindShown = (node) => by.kinds.has(node.kind) && (by.nameless || !node.nameless);
    const edgeShown = (edge) =>
      (edge.absence ? by.absences.has(edge.absence) : by.roles.has(edge.role)) &&
      kindShown(nodeOf(edge.from)) &&
      kindShown(nodeOf(edge.to)) &&
      inLand(nodeOf(edge.to));
    const shownEdges = new Set(edges.filter(edgeShown).map((edge) => edge.id));
    const shownNodes = new Set();
    for (const node of nodes) {
      if (!kindShown(node)) continue;
      const around = edgesAt(node.id);
      const holds = isInitiative(node) || !around.length ? inLand(node) : around.some((edge) => shownEdges.has(edge.id));
      if (holds) shownNodes.add(node.id);
    }
    return { nodes: shownNodes, edges: shownEdges };
  }

  let shown = compute(filters);

  function announce() {
    shown = compute(filters);
    for (const listener of onFilter) listener();
  }

  function change(values) {
    filters = { ...filters, ...values };
    announce();
  }

  /** What would be seen with one of the filters lifted: the counts of the legend. */
  const lifted = (name) => compute({ ...filters, [name]: everything()[name] });

  /** Switch one member of a set of filters ("kinds", "roles", "absences") on or off. */
  function toggle(name, member, on) {
    const members = new Set(filters[name]);
    if (on) members.add(member);
    else members.delete(member);
    change({ [name]: members });
  }

  function reset() {
    filters = everything();
    announce();
  }

  /** Choose {type: "node" | "line", id}, {type: "cell", id, column}, {type: "region", index} or nothing (null). */
  function choose(choice) {
    chosen = choice;
    for (const listener of onChoose) listener(choice);
  }

  /** The rows of the matrix that the filters leave, with and without a table to sit at. */
  function rows() {
    const passes = (row) =>
      shown.nodes.has(row.initiative) && (!filters.value || row.cells.some((cell) => cell.value === filters.value));
    return { rows: page.rows.filter(passes), without: page.without_table.filter(passes) };
  }

  return {
    filters: () => filters,
    everything,
    shown: () => shown,
    chosen: () => chosen,
    rows,
    lifted,
    change,
    toggle,
    reset,
    choose,
    whenFiltered: (listener) => onFilter.push(listener),
    whenChosen: (listener) => onChoose.push(listener),
  };
})();
