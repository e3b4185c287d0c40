"use strict";
// The map: vis-network holds the symbols and moves the view; lines, names and what is chosen are ours.
atlas.map = (() => {
  const { data, state, shapes, text, lists, ground, around, vacant, theme } = atlas;
  const { byId } = atlas.dom;
  const MANY_NODES = 1500;
  const NARROW = 1100;
  const NAMES_FROM = 0.22;
  const TIME = new Set(["date", "undated"]);
  const container = byId("map");

  // Each way to lay things out has points of its own; dragging moves those of the one that is shown.
  const LAYOUTS = {
    net: new Map(data.nodes.map(({ id, x, y }) => [id, { x, y }])),
    map: new Map(data.nodes.map(({ id, there: [x, y] }) => [id, { x, y }])),
  };
  let layout = "net";
  const onGround = () => layout === "map";
  const sizeOf = (node) => (onGround() ? Math.min(node.size, data.page.ground.largest) : node.size);

  // The lists at the side, initiatives, actors; among them by the number of lines; the name settles the rest.
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
        const size = sizeOf(node);
        ctx.translate(x, y);
        ctx.scale(size, size);
        ctx.fillStyle = node.nameless ? theme.color("card") : theme.paint(node.color);
        ctx.strokeStyle = theme.paint(node.nameless ? node.color : node.border);
        ctx.lineWidth = (node.nameless ? 2.5 : 1.3) / size;
        ctx.setLineDash(node.nameless ? [4 / size, 2.5 / size] : []);
        ctx.fill(outline, "evenodd");
        ctx.stroke(outline);
      },
      nodeDimensions: { width: sizeOf(node) * 2, height: sizeOf(node) * 2 },
    });
  }

  const symbols = new vis.DataSet(
    data.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, size: node.size, shape: "custom", ctxRenderer: renderer(node) })),
  );
  const network = new vis.Network(container, { nodes: symbols, edges: new vis.DataSet([]) }, data.options);
  const bodies = network.body.nodes;
  const lines = atlas.lines.follow((id) => bodies[id], onGround);
  const motion = atlas.motion.follow(network);
  const view = atlas.view.follow(network, container, wanted);

  const isProjected = () => document.body.classList.contains("projected");
  const isShown = (node) => state.shown().nodes.has(node.id) && !lists.isHidden(node.id);
  const shownNodes = () => byWeight.filter(isShown);

  function toScreen(node) {
    const scale = network.getScale();
    const { x, y } = bodies[node.id] || node;
    const point = network.canvasToDOM({ x, y });
    return { x: point.x, y: point.y, radius: sizeOf(node) * scale };
  }

  /** In pixels. */
  function nameSizes() {
    const near = container.clientWidth < NARROW ? 13 : 14;
    const initiative = isProjected() ? 19 : near;
    return { initiative, actor: initiative - 1 };
  }

  // The signs of who is not at the table, as last drawn.
  let empty = [];
  function drawEmpty(context, nodes, scale) {
    empty = vacant.signs(nodes.filter(data.isInitiative), (id) => bodies[id], scale);
    vacant.draw(context, empty, scale);
  }

  let named = new Set();
  function drawNames(context, list, obstacles, { most, far }) {
    const sizes = nameSizes();
    named = atlas.labels.draw(context, {
      list,
      obstacles,
      marks: [...lines.marks(), ...empty].map((point) => network.canvasToDOM(point)),
      captions: onGround() ? ground.captions((point) => network.canvasToDOM(point), sizes.actor) : [],
      toScreen,
      listed: (node) => lists.nameAt(node, toScreen(node), network.getScale(), sizes.initiative),
      most,
      far,
      sizes,
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
    context.strokeStyle = theme.color("card");
    context.fillStyle = theme.color("title");
    for (const island of data.page.islands) {
      const name = text.landName(island.land);
      context.strokeText(name, island.x, island.y - island.radius - 8 / scale);
      context.fillText(name, island.x, island.y - island.radius - 8 / scale);
    }
    context.restore();
  }

  /** From far away a map of islands shows Länder; names of their nodes would only be noise. */
  const isOverview = () => data.page.islands.length > 0 && !state.filters().land && network.getScale() < NAMES_FROM;

  /** Go near the island at this point, if there is one. */
  function enter(point) {
    const island = data.page.islands.find(({ x, y, radius }) => Math.hypot(point.x - x, point.y - y) < radius);
    if (!island) return;
    const room = Math.min(container.clientWidth, container.clientHeight);
    view.goTo(island, Math.max(room / (2.1 * island.radius), NAMES_FROM));
  }

  /** Above the lists: why they stand there; below: how many did not fit. */
  function drawListHeadings(context, scale) {
    context.save();
    context.textAlign = "left";
    context.textBaseline = "top";
    context.font = `italic ${lists.sizeAt(scale, nameSizes().initiative) / scale}px ${atlas.labels.FAMILY}`;
    context.fillStyle = theme.color("soft");
    for (const { words, left, top } of lists.headings()) context.fillText(words, left, top);
    context.restore();
  }

  /** The lines and symbols that what is chosen brings to the front: all within one step, or two. */
  function inFocus(choice) {
    const seen = (edge) => state.shown().edges.has(edge.id);
    const found = new Set(choice.type === "line" ? [data.edge(choice.id)] : []);
    const ids = new Set(choice.type === "line" ? [] : [choice.id]);
    if (choice.type === "line") for (const edge of found) ids.add(edge.from).add(edge.to);
    else for (let step = 0; step < around.steps(); step += 1) {
      for (const id of [...ids]) for (const edge of data.edgesAt(id)) if (seen(edge)) found.add(edge);
      for (const edge of found) ids.add(edge.from).add(edge.to);
    }
    return { edges: [...found], nodes: byWeight.filter((node) => ids.has(node.id)) };
  }

  /** Who is suggested to what is chosen, where they are to be seen. */
  const suggestedNear = (choice, nodes) => (choice.type === "node" ? around.symbols(choice, nodes.map(boxOf), bodies[choice.id]) : []);

  function drawFocus(context, choice, scale) {
    const focus = inFocus(choice);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = `rgba(${theme.color("veil")}, ${around.isOpen() ? 0.93 : 0.84})`;
    // Beyond the canvas, too: paper may show a little more of it.
    context.fillRect(-999, -999, context.canvas.width + 1998, context.canvas.height + 1998);
    context.restore();
    const suggested = suggestedNear(choice, focus.nodes);
    for (const edge of focus.edges) lines.drawChosen(context, edge, scale);
    if (suggested.length) around.draw(context, bodies[choice.id], suggested, scale);
    for (const node of focus.nodes) bodies[node.id].draw(context);
    drawEmpty(context, focus.nodes, scale);
    const first = focus.nodes.filter((node) => node.id === choice.id);
    const all = [...first, ...suggested, ...focus.nodes];
    drawNames(context, all, [...focus.nodes, ...suggested], { most: 80, far: focus.nodes.length < 40 });
  }

  /** What a story points at: a ring around each, and where it is seen its name first of all. */
  function drawRings(context, scale) {
    context.save();
    context.strokeStyle = theme.paint("#b3261e");
    context.lineWidth = 2.5 / scale;
    for (const node of pointedAt()) {
      const { x, y } = bodies[node.id];
      context.beginPath();
      context.arc(x, y, sizeOf(node) + 4.5 / scale, 0, 2 * Math.PI);
      context.stroke();
    }
    context.restore();
  }
  const pointedAt = () => state.ringed().map(data.node).filter(isShown);

  network.on("beforeDrawing", (context) => {
    if (motion.stands()) return motion.drawFrame(context);
    if (onGround()) ground.draw(context, network.getScale());
    return lines.drawAll(context, network.getScale());
  });
  network.on("afterDrawing", (context) => {
    if (motion.stands()) return;
    const scale = network.getScale();
    const choice = state.chosen();
    if (choice && choice.type !== "region") drawFocus(context, choice, scale);
    else {
      const first = new Set(state.ringed());
      const inView = shownNodes().filter((node) => view.isInView(node.id));
      const list = first.size ? [...inView.filter((node) => first.has(node.id)), ...inView.filter((node) => !first.has(node.id))] : inView;
      const many = list.length > MANY_NODES;
      drawEmpty(context, list, scale);
      const most = (many ? 60 : 160) + list.filter(lists.isListed).length;
      if (!isOverview() || onGround()) drawNames(context, isOverview() ? [] : list, many ? [] : list, { most, far: false });
      if (data.page.islands.length && !onGround()) drawLandNames(context, scale);
      else drawListHeadings(context, scale);
    }
    drawRings(context, scale);
    motion.keepFrame(context);
  });
  network.on("dragging", (event) => {
    if (event.nodes.length) lines.forget();
  });
  const places = atlas.positions.follow(LAYOUTS, () => {
    layOut(layout);
  });
  network.on("dragEnd", (event) => {
    if (!event.nodes.length) return;
    for (const id of event.nodes) LAYOUTS[layout].set(id, { x: bodies[id].x, y: bodies[id].y });
    places.moved();
  });
  /** The suggestion whose symbol is at this point, if there is one. */
  function suggestionAt(point) {
    const choice = state.chosen();
    if (!choice || choice.type !== "node") return -1;
    const all = suggestedNear(choice, inFocus(choice).nodes);
    return all.findIndex(({ x, y, size }) => Math.hypot(point.x - x, point.y - y) < size * 1.5);
  }

  network.on("click", ({ nodes, pointer }) => {
    const suggested = suggestionAt(pointer.canvas);
    if (suggested >= 0) return around.point(suggested);
    const sign = vacant.at(empty, pointer.canvas);
    if (sign) return state.choose({ type: "cell", id: sign.id, column: sign.column });
    if (nodes.length) return state.choose({ type: "node", id: nodes[0] });
    const edge = lines.nearest(pointer.canvas, 8 / network.getScale());
    if (!edge && !state.chosen() && isOverview() && !onGround()) enter(pointer.canvas);
    return state.choose(edge ? { type: "line", id: edge.id } : null);
  });

  function moveTo(node, x, y) {
    const body = bodies[node.id];
    Object.assign(body, { x, y });
    body.updateBoundingBox();
  }

  const lone = data.nodes.filter((node) => node.lone);
  function hide(nodes) {
    for (const node of nodes) bodies[node.id].options.hidden = !isShown(node);
    network._updateVisibleIndices();
  }

  /** The lists hold what the filters leave at any time, in as many columns as suit the window. */
  function arrangeLists() {
    if (!lone.length) return;
    lists.arrange(state.timeless().nodes, view.room(), moveTo);
    hide(lone);
  }

  /** While time goes by, everything keeps its place. */
  state.whenFiltered((names) => {
    const isWalk = names.every((name) => TIME.has(name));
    if (!isWalk) arrangeLists();
    hide(data.nodes);
    lines.forget();
    if (isWalk) network.redraw();
    else view.refit();
  });
  state.whenChosen((choice) => {
    if (choice && choice.type === "node" && !view.isFitted() && !view.isInView(choice.id)) view.reveal(choice.id);
    else view.refit();
  });

  /** Lay everything out as the view that was opened wants it. */
  function lay(opened) {
    const next = opened === "map" ? "map" : "net";
    if (state.isDrawn(opened) && next !== layout) layOut(next);
  }

  function layOut(next) {
    layout = next;
    lists.show(!onGround());
    for (const node of data.nodes) {
      const { x, y } = LAYOUTS[layout].get(node.id);
      moveTo(node, x, y);
    }
    arrangeLists();
    hide(data.nodes);
    lines.forget();
    view.fit();
  }
  state.whenOpened((opened) => {
    lay(opened);
    if (state.isDrawn(opened) && state.chosen()) view.fit();
  });
  state.whenLooked(() => (around.isOpen() ? view.fit() : network.redraw()));

  function boxOf(node) {
    const { x, y } = bodies[node.id];
    return lists.isListed(node) ? { ...lists.boxOf(node, { x, y }), isList: true } : { left: x, right: x, top: y, bottom: y };
  }

  /** What should fill the view: what is chosen with its neighbours, else all that the filters leave. */
  function wanted() {
    const choice = state.chosen();
    if (choice && choice.type !== "region") {
      const { nodes } = inFocus(choice);
      return [...nodes.map(boxOf), ...suggestedNear(choice, nodes).map(around.boxOf)];
    }
    arrangeLists();
    const isAll = onGround() && !state.filters().land;
    const standing = byWeight.filter((node) => state.timeless().nodes.has(node.id) && !lists.isHidden(node.id));
    return [...(isAll ? [ground.bounds] : []), ...standing.map(boxOf), ...lists.headings().map((heading) => ({ ...heading, isList: true }))];
  }

  function inWindow(point) {
    const box = container.getBoundingClientRect();
    const { x, y } = network.canvasToDOM(point);
    return { x: box.left + x, y: box.top + y };
  }

  /** The places of the signs around an initiative, by column. */
  const placesOfEmpty = (id) => empty.filter((sign) => sign.id === id).map((sign) => ({ ...sign, ...inWindow(sign) }));

  /** The place of a symbol, or the middle of a line, in pixels of the window. */
  function placeOf(choice) {
    const [ax, ay, bx, by] = choice.type === "line" ? lines.ends(data.edge(choice.id)) : [0, 0, 0, 0];
    const middle = choice.type === "line" ? { x: (ax + bx) / 2, y: (ay + by) / 2 } : bodies[choice.id];
    return inWindow(middle);
  }

  /** The place of the suggestion of this rank to what is chosen. */
  function placeOfSuggestion(rank) {
    const choice = state.chosen();
    return inWindow(suggestedNear(choice, inFocus(choice).nodes)[rank]);
  }

  return { network, fit: view.fit, inFocus, placeOf, placeOfSuggestion, placesOfEmpty, named: () => named };
})();
