"use strict";
// Names on the map: the important first, each where it covers neither a symbol nor another name, else not at all.
atlas.labels = (() => {
  const { isInitiative } = atlas.data;
  const { theme } = atlas;
  const FAMILY = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';
  const CELL = 48;

  /** Boxes by place, to find quickly what a new box would cover. */
  function makeGrid() {
    const cells = new Map();
    const visit = (box, action) => {
      for (let gx = Math.floor(box.left / CELL); gx <= Math.floor(box.right / CELL); gx += 1) {
        for (let gy = Math.floor(box.top / CELL); gy <= Math.floor(box.bottom / CELL); gy += 1) {
          if (action(gx * 10007 + gy)) return true;
        }
      }
      return false;
    };
    const covers = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
    return {
      add: (box) =>
        visit(box, (key) => {
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
          return false;
        }),
      hits: (box, owner) =>
        visit(box, (key) => (cells.get(key) || []).some((other) => other.owner !== owner && covers(box, other))),
    };
  }

  /** A name is cut to this many lines. */
  const LONGEST = 4;

  function fontOf(node, size) {
    const weight = isInitiative(node) && !atlas.lists.isListed(node) ? "600 " : "";
    return `${node.nameless ? "italic " : ""}${weight}${size}px ${FAMILY}`;
  }

  /** A name in at most `most` lines, broken at blanks; what does not fit ends in "…". */
  function wrap(context, text, width, most) {
    const lines = [];
    let line = "";
    for (const part of text.split(/\s+/)) {
      const longer = line ? `${line} ${part}` : part;
      if (!line || context.measureText(longer).width <= width) line = longer;
      else {
        lines.push(line);
        line = part;
      }
    }
    lines.push(line);
    return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
  }

  // An initiative's name is set wide if it can be, else narrow, and widest where it would be cut; an actor's in
  // between. In letters of its size.
  const widthsOf = (node) => (isInitiative(node) ? [13, 8.5, 18] : [11.5, 16]);

  const wrapped = new Map();
  function block(context, node, size, letters) {
    const key = `${node.id}/${size}/${letters}`;
    if (!wrapped.has(key)) {
      context.font = fontOf(node, size);
      const lines = wrap(context, atlas.text.nameOf(node), size * letters, LONGEST);
      const width = Math.max(...lines.map((line) => context.measureText(line).width));
      const isCut = lines[lines.length - 1].endsWith(" …");
      wrapped.set(key, { lines, size, line: size + 2, width, height: lines.length * (size + 2), isCut, align: "center" });
    }
    return wrapped.get(key);
  }

  /** A name in the forms it may take: whole if that is possible; of the widest form only what would else be cut. */
  function forms(context, node, sizes) {
    const size = isInitiative(node) ? sizes.initiative : sizes.actor;
    const all = widthsOf(node).map((letters) => block(context, node, size, letters));
    const usual = all.slice(0, -1).filter((form) => !form.isCut);
    return usual.length ? usual : all.slice(-1);
  }

  /** Where a name may stand: below, right, left, above; `far` also beyond the ring of neighbours. */
  function places(far, x, y, radius, blocks) {
    const near = radius + 4;
    const gaps = far ? [near, near + 18, near + 36, near + 54, near + 74] : [near];
    const around = (gap, text) => [
      { text, left: x + gap, top: y - text.height / 2 },
      { text, left: x - text.width / 2, top: y + gap },
      { text, left: x - gap - text.width, top: y - text.height / 2 },
      { text, left: x - text.width / 2, top: y - gap - text.height },
    ];
    return gaps.flatMap((gap) => blocks.flatMap((text) => around(gap, text)));
  }

  /** A thin line from a symbol to a name that stands far from it. */
  function lead(context, x, y, radius, box) {
    const toX = Math.max(box.left, Math.min(x, box.right));
    const toY = Math.max(box.top, Math.min(y, box.bottom));
    const far = Math.hypot(toX - x, toY - y);
    if (far < radius + 12) return;
    context.strokeStyle = theme.color("lead");
    context.lineWidth = 1;
    context.setLineDash([1, 3]);
    context.beginPath();
    context.moveTo(x + ((toX - x) / far) * radius, y + ((toY - y) / far) * radius);
    context.lineTo(toX, toY);
    context.stroke();
    context.setLineDash([]);
  }

  function write(context, node, left, top, { lines, size, line: height, width, align }) {
    context.font = fontOf(node, size);
    context.textAlign = align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = theme.color("halo");
    context.fillStyle = theme.color("ink");
    const x = align === "left" ? left : left + width / 2;
    lines.forEach((line, i) => {
      const y = top + (i + 0.5) * height;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }

  // How far from its point, across and down, a caption may stand, in its own height.
  const ASIDE = [[0, 0], [0, 1.4], [0, -1.4], [0, 2.4], [0, -2.4], [2.5, 0], [-2.5, 0]];

  /** Words of the ground itself, centred near a point: written where they cover nothing. */
  function caption(context, grid, { words, x, y, size, isHeading }) {
    context.font = `${isHeading ? "italic " : ""}${size}px ${FAMILY}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = theme.color("soft");
    const half = context.measureText(words).width / 2 + 3;
    const boxes = ASIDE.map(([across, down]) => [x + across * size, y + down * size]).map(([left, top]) => ({
      left: left - half, right: left + half, top: top - size * 0.7, bottom: top + size * 0.7, owner: words,
    }));
    const box = boxes.find((one) => !grid.hits(one, words));
    if (!box) return;
    grid.add(box);
    context.fillText(words, box.left + half, (box.top + box.bottom) / 2);
  }

  /**
   * Write the names of `list` in this order, at most `most`. `toScreen(node)` gives {x, y, radius} in pixels of the
   * canvas element; `listed(node)` the place of a name in a list; `obstacles` are nodes whose symbols stay free,
   * `marks` points on lines, `captions` ({words, x, y, size, isHeading}) what stands on the ground; with `far` every name may stand off its symbol, else only an initiative's. Answers the
   * ids that got their name.
   */
  function draw(context, { list, obstacles, marks, captions = [], toScreen, listed, sizes, most, far, width, height }) {
    const ratio = context.canvas.width / context.canvas.clientWidth;
    const grid = makeGrid();
    const written = new Set();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const { x, y } of marks) grid.add({ left: x - 9, top: y - 9, right: x + 9, bottom: y + 9, owner: null });
    for (const node of obstacles) {
      const { x, y, radius } = toScreen(node);
      grid.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, owner: node.id });
    }
    for (const one of captions.filter((each) => each.isHeading)) caption(context, grid, one);
    for (const node of list) {
      if (written.size >= most) break;
      const { x, y, radius } = toScreen(node);
      if (written.has(node.id) || x < 0 || y < 0 || x > width || y > height) continue;
      const free = () => places(far || isInitiative(node), x, y, radius, forms(context, node, sizes));
      const isListed = atlas.lists.isListed(node);
      for (const { text, left, top } of isListed ? [listed(node)] : free()) {
        const box = { left: left - 3, top: top - 1, right: left + text.width + 3, bottom: top + text.height + 1, owner: node.id };
        if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height || grid.hits(box, node.id)) continue;
        grid.add(box);
        if (!isListed) lead(context, x, y, radius, box);
        write(context, node, left, top, text);
        written.add(node.id);
        break;
      }
    }
    for (const one of captions.filter((each) => !each.isHeading)) caption(context, grid, one);
    context.restore();
    return written;
  }

  return { draw, wrap, fontOf, FAMILY };
})();
