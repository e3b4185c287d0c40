"use strict";
// Symbols that were dragged elsewhere: their places as a file for `map --positions`, or all back where they were.
atlas.positions = (() => {
  const { data } = atlas;
  const { byId, element } = atlas.dom;
  const { word } = atlas.text;
  const rounded = (number) => Math.round(number * 1000) / 1000;

  /** The file as viz/positions.py reads it: the net in its pixels, the map in kilometres. */
  function text({ net, map }) {
    const { scale } = data.page.ground;
    const listed = (nodes, points, factor) =>
      Object.fromEntries(nodes.map((node) => [node.key, [points.get(node.id).x / factor, points.get(node.id).y / factor].map(rounded)]));
    const joined = data.nodes.filter((node) => !node.lone);
    return JSON.stringify({ buendnisatlas: "positions", version: 1, net: listed(joined, net, 1), map: listed(data.nodes, map, scale) });
  }

  function save(content, name) {
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  /** `layouts` hold the points by id; `again` lays out what is shown after all went back. */
  function follow(layouts, again) {
    const before = Object.fromEntries(Object.entries(layouts).map(([name, points]) => [name, new Map(points)]));
    const bar = byId("moved");

    function undo() {
      for (const [name, points] of Object.entries(before)) for (const [id, point] of points) layouts[name].set(id, point);
      bar.hidden = true;
      again();
    }

    bar.append(
      element("span", { text: word("moved") }),
      element("button", { type: "button", text: word("save_positions"), title: word("save_positions_hint"), onclick: () => save(text(layouts), word("positions_file")) }),
      element("button", { type: "button", text: word("undo_positions"), onclick: undo }),
    );
    return { moved: () => (bar.hidden = false), text: () => text(layouts) };
  }

  return { follow };
})();
