"use strict";
// The map: vis-network holds the symbols and moves the view; lines, names and what is chosen are ours.
atlas.map = (() => {
  const { data, state, shapes, text } = atlas;
  const { byId } = atlas.dom;
  const MANY_NODES = 1500;
  const LARGEST = 1.25;
  const SMALLEST = 0.01;
  const container = byId("map");

  // The column at the side, initiatives, actors; among them by the number of lines; the name settles the rest.
  const byWeight = [...data.nodes].sort(
    (a, b) =>
      Boolean(b.lone) - Boolean(a.lone) ||
      data.isInitiative(b) - data.isInitiative(a) ||
      b.size - a.size ||
      text.compare(a.name, b.name),
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

  function drawNames(context, list, obstacles, { most, far }) {
    atlas.labels.draw(context, {
      list,
      obstacles,
      toScreen,
      most,
      far,
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
    drawNames(context, [...first, ...focus.nodes], focus.nodes, { most: 80, far: focus.nodes.length < 40 });
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
      const many = list.length > MANY_NODES;
      drawNames(context, list, many ? [] : list, { most: many ? 60 : 160, far: false });
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
  state.whenChosen((choice) => {
    if (fitted) fit();
    else if (choice && choice.type === "node" && !isInView(choice.id)) reveal(choice.id);
    network.redraw();
  });

  // Room around the symbols for names, in pixels; the column at the right has its names beside it.
  const MARGIN = { left: 70, right: 70, top: 44, bottom: 66 };
  const LONE_RIGHT = 290;

  /** What should fill the view: what is chosen with its neighbours, else all that the filters leave. */
  function wanted() {
    const choice = state.chosen();
    return choice && choice.type !== "region" ? inFocus(choice).nodes : shownNodes();
  }

  /** Show it as large as it fits. */
  function fit() {
    const seen = wanted();
    const wide = container.clientWidth;
    const high = container.clientHeight;
    if (!wide || !seen.length) return;
    const xs = seen.map((node) => bodies[node.id].x);
    const ys = seen.map((node) => bodies[node.id].y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { left: marginLeft, top: marginTop, bottom: marginBottom } = MARGIN;
    const marginRight = seen.some((node) => node.lone && bodies[node.id].x === right) ? LONE_RIGHT : MARGIN.right;
    const scale = Math.min(
      (wide - marginLeft - marginRight) / (right - left || 1),
      (high - marginTop - marginBottom) / (bottom - top || 1),
      LARGEST,
    );
    const position = {
      x: (left + right) / 2 + (marginRight - marginLeft) / 2 / scale,
      y: (top + bottom) / 2 + (marginBottom - marginTop) / 2 / scale,
    };
    network.moveTo({ position, scale: Math.max(scale, SMALLEST), animation: false });
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

  function isInView(id) {
    const { x, y } = network.canvasToDOM(bodies[id]);
    return x > 0 && y > 0 && x < container.clientWidth && y < container.clientHeight;
  }

  /** Bring a symbol into view, near enough to read its name. */
  function reveal(id) {
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

  return { network, fit, placeOf };
})();
