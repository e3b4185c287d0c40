"use strict";
// The lines of the map: painted in groups of one style, parallel ones side by side, absences with a mark across.
atlas.lines = (() => {
  const { edges, page, node: nodeOf, lineOf } = atlas.data;
  const { theme } = atlas;
  const LANE = 7;
  const CHUNK = 200;
  const MANY = 1500;
  const discs = new Map(page.islands.map((island) => [island.land, island]));

  /** `positions(id)` is a symbol's point, `onGround()` whether the outline of the Länder lies below. */
  function follow(positions, onGround) {
    let chunks = null;
    let sums = [];
    let marked = [];

    /** Both ends of a line, moved sideways into its lane. */
    function ends(edge) {
      const a = positions(edge.from);
      const b = positions(edge.to);
      if (!edge.lane) return [a.x, a.y, b.x, b.y];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const dx = ((a.y - b.y) / length) * edge.lane * LANE;
      const dy = ((b.x - a.x) / length) * edge.lane * LANE;
      return [a.x + dx, a.y + dy, b.x + dx, b.y + dy];
    }

    const summed = (edge) =>
      discs.size > 0 && !atlas.state.filters().land && nodeOf(edge.from).home !== nodeOf(edge.to).home;

    function build() {
      chunks = [];
      marked = [];
      const open = new Map();
      const between = new Map();
      for (const edge of edges) {
        if (!atlas.state.shown().edges.has(edge.id)) continue;
        if (summed(edge)) {
          const pair = [nodeOf(edge.from).home, nodeOf(edge.to).home].sort().join("|");
          between.set(pair, (between.get(pair) || 0) + 1);
          continue;
        }
        const style = lineOf(edge);
        let chunk = open.get(style.key);
        if (!chunk || chunk.count === CHUNK) {
          chunk = { style, count: 0, path: new Path2D() };
          open.set(style.key, chunk);
          chunks.push(chunk);
        }
        const [ax, ay, bx, by] = ends(edge);
        chunk.path.moveTo(ax, ay);
        chunk.path.lineTo(bx, by);
        chunk.count += 1;
        if (edge.absence) marked.push(edge);
      }
      const middles = onGround() ? atlas.ground.middles : discs;
      sums = [...between].map(([pair, count]) => ({ ends: pair.split("|").map((land) => middles.get(land)), count }));
      sums = sums.filter((sum) => sum.ends.every(Boolean));
    }

    function pen(context, style, scale, factor) {
      context.strokeStyle = theme.paint(style.color);
      context.lineWidth = style.width * factor * Math.max(1, 0.75 / scale);
      context.setLineDash(style.dash.map((length) => length / Math.max(scale, 0.5)));
    }

    /** The sign of an absence in the middle of its line: a bar across it, or a ring. */
    function drawMark(context, edge, scale) {
      const style = lineOf(edge);
      const [ax, ay, bx, by] = ends(edge);
      const x = (ax + bx) / 2;
      const y = (ay + by) / 2;
      const reach = 7 * Math.max(1, 0.8 / scale);
      context.setLineDash([]);
      context.strokeStyle = theme.paint(style.color);
      context.lineWidth = reach * 0.45;
      context.beginPath();
      if (style.mark === "bar") {
        const length = Math.hypot(bx - ax, by - ay) || 1;
        const dx = ((ay - by) / length) * reach;
        const dy = ((bx - ax) / length) * reach;
        context.moveTo(x - dx, y - dy);
        context.lineTo(x + dx, y + dy);
      } else {
        context.fillStyle = theme.color("card");
        context.arc(x, y, reach * 0.7, 0, 7);
        context.fill();
      }
      context.stroke();
    }

    function drawSums(context, scale) {
      context.strokeStyle = theme.color("edge");
      context.globalAlpha = 0.6;
      for (const sum of sums) {
        context.lineWidth = Math.min(Math.sqrt(sum.count) * 0.6, 9) / scale;
        context.beginPath();
        context.moveTo(sum.ends[0].x, sum.ends[0].y);
        context.lineTo(sum.ends[1].x, sum.ends[1].y);
        context.stroke();
      }
      context.globalAlpha = 1;
    }

    function drawDiscs(context, scale) {
      context.strokeStyle = theme.color("edge");
      context.fillStyle = theme.color("disc");
      context.lineWidth = 1 / scale;
      for (const island of discs.values()) {
        context.beginPath();
        context.arc(island.x, island.y, island.radius, 0, 7);
        context.fill();
        context.stroke();
      }
    }

    /** Everything that lies under the symbols. */
    function drawAll(context, scale) {
      if (!chunks) build();
      drawSums(context, scale);
      if (!onGround()) drawDiscs(context, scale);
      context.globalAlpha = edges.length > MANY ? 0.4 : 1;
      for (const chunk of chunks) {
        pen(context, chunk.style, scale, 1);
        context.stroke(chunk.path);
      }
      context.globalAlpha = 1;
      for (const edge of marked) drawMark(context, edge, scale);
      context.setLineDash([]);
    }

    /** One line by itself, stronger: it is chosen. */
    function drawChosen(context, edge, scale) {
      const [ax, ay, bx, by] = ends(edge);
      pen(context, lineOf(edge), scale, 1.5);
      context.beginPath();
      context.moveTo(ax, ay);
      context.lineTo(bx, by);
      context.stroke();
      if (edge.absence) drawMark(context, edge, scale);
      context.setLineDash([]);
    }

    /** The line that runs nearest to a point, if one is within reach (all in map units). */
    function nearest(point, reach) {
      let best = null;
      let least = reach;
      for (const edge of edges) {
        if (!atlas.state.shown().edges.has(edge.id) || summed(edge)) continue;
        const far = distance(point, ends(edge));
        if (far < least) {
          least = far;
          best = edge;
        }
      }
      return best;
    }

    /** Where the signs of absences stand: names keep away from them. */
    const marks = () =>
      marked.map((edge) => {
        const [ax, ay, bx, by] = ends(edge);
        return { x: (ax + bx) / 2, y: (ay + by) / 2 };
      });

    return { drawAll, drawChosen, nearest, ends, marks, forget: () => (chunks = null) };
  }

  function distance(point, [ax, ay, bx, by]) {
    const dx = bx - ax;
    const dy = by - ay;
    const along = ((point.x - ax) * dx + (point.y - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(point.x - ax - t * dx, point.y - ay - t * dy);
  }

  return { follow };
})();
