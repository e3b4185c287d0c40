"use strict";
// The page's only global name. The files are inlined in order; each adds one part and uses only earlier ones.
const atlas = {};

// What Python wrote into the page, unpacked. Everything is data: it reaches the document as text, never as markup.
atlas.hold = ({ nodes, edges, options, page }) => {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const edgeOf = new Map(edges.map((edge) => [edge.id, edge]));
  const edgesAt = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    edgesAt.get(edge.from).push(edge);
    edgesAt.get(edge.to).push(edge);
  }
  const lines = new Map(page.lines.map((line) => [line.key, line]));
  const lineOfRole = new Map(page.lines.flatMap((line) => line.roles.map((role) => [role, line])));
  const rowOf = new Map([...page.rows, ...page.without_table].map((row) => [row.initiative, row]));

  atlas.data = {
    page,
    nodes,
    edges,
    node: (id) => nodeOf.get(id),
    edge: (id) => edgeOf.get(id),
    row: (id) => rowOf.get(id),
    edgesAt: (id) => edgesAt.get(id),
    lineOf: (edge) => (edge.absence ? lines.get(edge.absence) : lineOfRole.get(edge.role)),
    isInitiative: (node) => node.kind === "initiative",
    options: JSON.parse(options),
  };
};

// The other files wait for the data, which the browser inflates while the page is drawn. `ready` is fulfilled when all
// have run.
atlas.begin = (run) => {
  async function unpack() {
    const packed = atob(document.getElementById("data").textContent);
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }
  const isOutdated = typeof DecompressionStream === "undefined";
  document.getElementById("outdated").hidden = !isOutdated;
  atlas.ready = isOutdated ? Promise.resolve() : unpack().then(atlas.hold).then(run);
};

// Elements from text: the only way anything gets into the document.
atlas.dom = (() => {
  const byId = (id) => document.getElementById(id);

  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "text") made.textContent = value;
      else if (name === "class") made.className = value;
      else made.setAttribute(name, value === true ? "" : String(value));
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  return { byId, element };
})();
