"use strict";
// While a large map is zoomed or moved, its last full frame is shown as a picture; the full frame follows at rest.
atlas.motion = (() => {
  const { nodes, edges } = atlas.data;
  const LARGE = 2500;
  const REST_MS = 150;
  const isLarge = nodes.length + edges.length > LARGE;

  function follow(network) {
    const frame = document.createElement("canvas");
    let taken = null;
    let moving = false;
    let dragging = false;
    let timer = 0;

    const stands = () => isLarge && moving && !dragging && taken !== null;

    // A private name of the vis-network that pyvis 0.3.2 ships; tests/viz/test_map_browser.py watches over it.
    const drawNodes = network.renderer._drawNodes.bind(network.renderer);
    network.renderer._drawNodes = (...rest) => (stands() ? { drawExternalLabels() {} } : drawNodes(...rest));

    function rest() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        moving = false;
        dragging = false;
        network.redraw();
      }, REST_MS);
    }

    network.on("zoom", () => {
      moving = true;
      rest();
    });
    network.on("dragStart", (event) => {
      moving = true;
      dragging = event.nodes.length > 0;
      clearTimeout(timer);
    });
    network.on("dragEnd", rest);

    /** Show the last frame where it now belongs. */
    function drawFrame(context) {
      const view = network.body.view;
      const factor = view.scale / taken.scale;
      const canvas = context.canvas;
      const ratio = canvas.width / canvas.clientWidth;
      context.save();
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.drawImage(
        frame,
        view.translation.x - taken.x * factor,
        view.translation.y - taken.y * factor,
        canvas.clientWidth * factor,
        canvas.clientHeight * factor,
      );
      context.restore();
    }

    /** Keep this full frame for the next movement. */
    function keepFrame(context) {
      if (!isLarge) return;
      const view = network.body.view;
      frame.width = context.canvas.width;
      frame.height = context.canvas.height;
      frame.getContext("2d").drawImage(context.canvas, 0, 0);
      taken = { scale: view.scale, x: view.translation.x, y: view.translation.y };
    }

    return { stands, drawFrame, keepFrame };
  }

  return { follow };
})();
