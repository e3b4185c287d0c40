"use strict";
// The ground under the symbols on the map of Germany: the Länder with their names, and where the rest stands.
atlas.ground = (() => {
  const { data, text, theme } = atlas;
  const { lands, beside } = data.page.ground;
  const paths = lands.map((land) => ({ ...land, outline: new Path2D(land.path) }));

  /** The box of the outline, in map units: what is to be seen at the beginning. */
  const bounds = (() => {
    const numbers = (path) => path.match(/-?[\d.]+/g).map(Number);
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { path } of lands) {
      for (const ring of path.split("M").slice(1)) {
        let [x, y] = [0, 0];
        const steps = numbers(ring);
        for (let i = 0; i < steps.length; i += 2) {
          x += steps[i];
          y += steps[i + 1];
          box.left = Math.min(box.left, x);
          box.right = Math.max(box.right, x);
          box.top = Math.min(box.top, y);
          box.bottom = Math.max(box.bottom, y);
        }
      }
    }
    return box;
  })();

  /** Where the sums of a Land's lines end, on large maps: in its middle, or where stands what lies in none. */
  const middles = new Map([
    ...lands.map(({ land, x, y }) => [land, { x, y }]),
    ...(beside ? ["across", "de", "nowhere"].map((home) => [home, { x: beside[0], y: beside[1] - 20 }]) : []),
  ]);

  function draw(context, scale) {
    const chosen = atlas.state.filters().land;
    context.save();
    context.setLineDash([]);
    context.lineJoin = "round";
    context.lineWidth = 1.2 / scale;
    context.strokeStyle = theme.color("border");
    for (const { land, outline } of paths) {
      context.fillStyle = theme.color(chosen && chosen === land ? "chosen" : "land");
      context.fill(outline, "evenodd");
      context.stroke(outline);
    }
    context.restore();
  }

  /** The names of the Länder, and above what stands beside them, why; `toScreen(x, y)` gives pixels. */
  function captions(toScreen, size) {
    const heading = beside ? [{ words: text.word("beside_the_map"), x: beside[0] + 130, y: beside[1] - 48, size, isHeading: true }] : [];
    const names = lands.map(({ name, x, y }) => ({ words: name, x, y, size: size - 1 }));
    return [...heading, ...names].map((one) => ({ ...one, ...toScreen(one) }));
  }

  return { draw, captions, bounds, middles };
})();
