"use strict";
// What part of the map is to be seen: fitting, zooming, moving, by mouse, button and key.
atlas.view = (() => {
  const { byId } = atlas.dom;
  const LARGEST = 1.25;
  const SMALLEST = 0.01;
  const NEAR = 0.75;
  // Room around the symbols for names, in pixels; the column at the right has its names beside it.
  const MARGIN = { left: 70, right: 70, top: 44, bottom: 66 };
  const LONE_RIGHT = 290;

  /** `wanted()` lists the nodes that should fill the view; nodes of the column have names at their right. */
  function follow(network, container, wanted) {
    const bodies = network.body.nodes;
    let fitted = true;

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

    /** Go where a person wants to look; from now on the view is theirs. */
    function goTo({ x, y }, scale) {
      fitted = false;
      network.moveTo({ position: { x, y }, scale, animation: false });
    }

    const zoom = (factor) => goTo(network.getViewPosition(), network.getScale() * factor);

    function move(dx, dy) {
      const { x, y } = network.getViewPosition();
      const scale = network.getScale();
      goTo({ x: x + dx / scale, y: y + dy / scale }, scale);
    }

    function isInView(id) {
      const { x, y } = network.canvasToDOM(bodies[id]);
      return x > 0 && y > 0 && x < container.clientWidth && y < container.clientHeight;
    }

    /** Bring a symbol into view, near enough to read its name. */
    const reveal = (id) => goTo(bodies[id], Math.max(network.getScale(), NEAR));

    new ResizeObserver(() => {
      if (!container.clientWidth) return;
      network.setSize("100%", "100%");
      refit();
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

    network.on("dragStart", () => (fitted = false));
    network.on("zoom", () => (fitted = false));

    /** Whole again if it was whole before: after filters, a choice, another size. */
    function refit() {
      if (fitted) fit();
      else network.redraw();
    }

    return { fit, refit, goTo, reveal, isInView, isFitted: () => fitted };
  }

  return { follow };
})();
