"use strict";
// The map: vis-network holds the symbols and moves the view; lines, names and what is chosen are ours.
atlas.map = (() => {
  const { data, state, shapes, text } = atlas;
  const { byId } = atlas.dom;
  const MANY_NODES = 1500;
  const container = byId("map");

  // Initiatives first, then by the number of lines; the name settles the rest.
  const byWeight = [...data.nodes].sort(
    (a, b) => data.isInitiative(b) - data.isInitiative(a) || b.size - a.size || text.compare(a.name, b.name),
  );

  /** How vis draws one symbol: our outline, hollow for a group without a name. */
  function renderer(node) {
    const outline = shapes.path(node.shape);
    return ({ ctx, x, y }) => ({
      drawNode() {
        ctx.translate(x, y);
        ctx.scale(node.size, node.size);
        ctx.fillStyle = node.nameless ? "#fff" : node.color;
        ctx.strokeStyle = node.nameless ? node.color : node.border;
        ctx.lineWidth = (node.nameless ? 2.5 : 1.3) / node.size;
        ctx.setLineDash(node.nameless ? [4 / node.size, 2.5 / node.size] : []);
        ctx.fill(outline, "evenodd");
        ctx.stroke(outline);
      },
      nodeDimensions: { width: node.size * 2, height: node.size * 2 },
    });
  }

  const symbols = new vis.DataSet(
    data.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, size: node.size, shape: "custom", ctxRenderer: renderer(node) })),
  );
  const network = new vis.Network(container, { nodes: symbols, edges: new vis.DataSet([]) }, data.options);
  const bodies = network.body.nodes;
  const lines = atlas.lines.follow((id) => bodies[id]);
  const motion = atlas.motion.follow(network);
  let fitted = true;

  const isProjected = () => document.body.classList.contains("projected");
  const shownNodes = () => byWeight.filter((node) => state.shown().nodes.has(node.id));

  function toScreen(node) {
    const scale = network.getScale();
    const point = network.canvasToDOM({ x: bodies[node.id].x, y: bodies[node.id].y });
    return { x: point.x, y: point.y, radius: node.size * scale };
  }

  function drawNames(context, list, obstacles, most) {
    atlas.labels.draw(context, {
      list,
      obstacles,
      toScreen,
      most,
      size: isProjected() ? 19 : 14,
      width: container.clientWidth,
      height: container.clientHeight,
    });
  }

  function drawLandNames(context, scale) {
    context.save();
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.font = `600 ${Math.round((isProjected() ? 20 : 15) / scale)}px ${atlas.labels.FAMILY}`;
    context.lineWidth = 4 / scale;
    context.strokeStyle = "#fff";
    context.fillStyle = "#3d5563";
    for (const island of data.page.islands) {
      const name = text.landName(island.land);
      context.strokeText(name, island.x, island.y - island.radius - 8 / scale);
      context.fillText(name, island.x, island.y - island.radius - 8 / scale);
    }
    context.restore();
  }

  /** Above the column of initiatives without lines: why they stand there. */
  function drawLoneHeading(context, scale) {
    const lone = data.nodes.filter((node) => node.lone && state.shown().nodes.has(node.id));
    if (!lone.length) return;
    context.save();
    context.font = `italic ${Math.round((isProjected() ? 17 : 13) / scale)}px ${atlas.labels.FAMILY}`;
    context.fillStyle = "#55636f";
    const [first] = lone.sort((a, b) => a.x - b.x || a.y - b.y);
    context.fillText(text.word("value_nobody_named"), first.x - first.size, first.y - first.size - 10 / scale);
    context.restore();
  }

  /** The lines and symbols that what is chosen brings to the front. */
  function inFocus(choice) {
    const seen = (edge) => state.shown().edges.has(edge.id);
    const found = choice.type === "line" ? [data.edge(choice.id)] : data.edgesAt(choice.id).filter(seen);
    const ids = new Set(choice.type === "line" ? [] : [choice.id]);
    for (const edge of found) ids.add(edge.from).add(edge.to);
    return { edges: found, nodes: byWeight.filter((node) => ids.has(node.id)) };
  }

  function drawFocus(context, choice, scale) {
    const focus = inFocus(choice);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "rgba(252, 252, 250, .84)";
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    for (const edge of focus.edges) lines.drawChosen(context, edge, scale);
    for (const node of focus.nodes) bodies[node.id].draw(context);
    const first = focus.nodes.filter((node) => node.id === choice.id);
    drawNames(context, [...first, ...focus.nodes], focus.nodes, 80);
  }

  network.on("beforeDrawing", (context) => {
    if (motion.stands()) motion.drawFrame(context);
    else lines.drawAll(context, network.getScale());
  });
  network.on("afterDrawing", (context) => {
    if (motion.stands()) return;
    const scale = network.getScale();
    const choice = state.chosen();
    if (choice && choice.type !== "region") drawFocus(context, choice, scale);
    else {
      const list = shownNodes();
      drawNames(context, list, list.length > MANY_NODES ? [] : list, list.length > MANY_NODES ? 60 : 160);
      if (data.page.islands.length) drawLandNames(context, scale);
      else drawLoneHeading(context, scale);
    }
    motion.keepFrame(context);
  });
  network.on("dragging", (event) => {
    if (event.nodes.length) lines.forget();
  });
  network.on("dragStart", () => (fitted = false));
  network.on("zoom", () => (fitted = false));
  network.on("click", ({ nodes, pointer }) => {
    if (nodes.length) return state.choose({ type: "node", id: nodes[0] });
    const edge = lines.nearest(pointer.canvas, 8 / network.getScale());
    return state.choose(edge ? { type: "line", id: edge.id } : null);
  });

  state.whenFiltered(() => {
    for (const node of data.nodes) bodies[node.id].options.hidden = !state.shown().nodes.has(node.id);
    network._updateVisibleIndices();
    lines.forget();
    if (fitted) fit();
    else network.redraw();
  });
  state.whenChosen(() => network.redraw());

  /** Show all that the filters leave, with a margin for names. */
  function fit() {
    const ids = [...state.shown().nodes];
    if (!container.clientWidth || !ids.length) return;
    network.fit({ nodes: ids, animation: false, maxZoomLevel: 1.25 });
    network.moveTo({ scale: network.getScale() * 0.93, animation: false });
    fitted = true;
  }

  function zoom(factor) {
    fitted = false;
    network.moveTo({ scale: network.getScale() * factor, animation: false });
  }

  function move(dx, dy) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    fitted = false;
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
  }

  /** Bring a symbol into view, near enough to read its name. */
  function reveal(id) {
    fitted = false;
    network.moveTo({ position: bodies[id], scale: Math.max(network.getScale(), 0.75), animation: false });
  }

  /** The place of a symbol, or the middle of a line, in pixels of the window. */
  function placeOf(choice) {
    const box = container.getBoundingClientRect();
    const [ax, ay, bx, by] = choice.type === "line" ? lines.ends(data.edge(choice.id)) : [0, 0, 0, 0];
    const middle = choice.type === "line" ? { x: (ax + bx) / 2, y: (ay + by) / 2 } : bodies[choice.id];
    const point = network.canvasToDOM(middle);
    return { x: box.left + point.x, y: box.top + point.y };
  }

  new ResizeObserver(() => {
    if (!container.clientWidth) return;
    network.setSize("100%", "100%");
    if (fitted) fit();
    network.redraw();
  }).observe(container);

  const KEYS = new Map([
    ["ArrowLeft", () => move(-80, 0)],
    ["ArrowRight", () => move(80, 0)],
    ["ArrowUp", () => move(0, -80)],
    ["ArrowDown", () => move(0, 80)],
    ["+", () => zoom(1.25)],
    ["-", () => zoom(0.8)],
    ["0", fit],
  ]);
  container.addEventListener("keydown", (event) => {
    const action = KEYS.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", fit);

  return { network, fit, reveal, placeOf };
})();
