"use strict";
// What part of the map is to be seen: fitting, zooming, moving, by mouse, button and key.
atlas.view = (() => {
  const { byId } = atlas.dom;
  const LARGEST = 1.25;
  const LARGEST_LISTS = 0.6;
  const SMALLEST = 0.01;
  const NEAR = 0.75;
  // Room around symbols for their names, and around lists, in pixels; below it the hint and the buttons.
  const MARGIN = { left: 70, right: 70, top: 44, bottom: 66 };
  const EDGE = { left: 24, right: 16, top: 14, bottom: 50 };

  /** The largest zoom at which all boxes fit with their margins, and the middle of the view then. */
  function fitting(boxes, wide, high) {
    const least = (key, scale) => boxes.reduce((found, box) => Math.min(found, box[key] - box.margin[key] / scale), Infinity);
    const most = (key, scale) => boxes.reduce((found, box) => Math.max(found, box[key] + box.margin[key] / scale), -Infinity);
    const largest = boxes.some((box) => box.isList) ? LARGEST_LISTS : LARGEST;
    let scale = largest;
    // The margins are pixels, so what they take of the map depends on the zoom that is looked for.
    for (let turn = 0; turn < 12; turn += 1) {
      const wideAt = most("right", scale) - least("left", scale);
      const highAt = most("bottom", scale) - least("top", scale);
      scale = Math.max(Math.min(wide / wideAt, high / highAt, largest), SMALLEST);
    }
    const middle = (low, high) => (least(low, scale) + most(high, scale)) / 2;
    return { scale, position: { x: middle("left", "right"), y: middle("top", "bottom") } };
  }

  /** `wanted()` gives the boxes, in map units, that should fill the view; those of lists say so. */
  function follow(network, container, wanted) {
    const bodies = network.body.nodes;
    let fitted = true;

    const size = () => ({ wide: container.clientWidth, high: container.clientHeight });

    /** How many pixels there are between the margins, and how far lists are enlarged. */
    function room() {
      const { wide, high } = size();
      return { wide: wide - MARGIN.left - EDGE.right, high: high - EDGE.top - EDGE.bottom, largest: LARGEST_LISTS };
    }

    /** Show it as large as it fits. */
    function fit() {
      const { wide, high } = size();
      if (!wide) return;
      const seen = wanted();
      if (!seen.length) return;
      const boxes = seen.map((box) => ({ ...box, margin: box.margin || (box.isList ? EDGE : MARGIN) }));
      network.moveTo({ ...fitting(boxes, wide, high), animation: false });
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
      if (!container.clientWidth || document.body.classList.contains("printing")) return;
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

    return { fit, refit, goTo, reveal, isInView, room, isFitted: () => fitted };
  }

  return { follow };
})();
