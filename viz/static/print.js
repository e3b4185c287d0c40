"use strict";
// On paper: A4 across, always light, without controls; the map is drawn anew in the shape of the sheet, and finer.
atlas.print = (() => {
  const { network, fit } = atlas.map;
  const FINENESS = 3;
  const canvas = network.canvas;
  const usual = canvas._determinePixelRatio.bind(canvas);

  /** Draw the map as large as its room is now. A private name of the vis-network that pyvis 0.3.2 ships. */
  function draw(ratio) {
    canvas._determinePixelRatio = ratio ? () => ratio : usual;
    network.setSize("100%", "100%");
    fit();
    // At once: paper waits for no next frame.
    network.body.emitter.emit("_redraw");
  }

  addEventListener("beforeprint", () => {
    atlas.theme.onPaper(true);
    document.body.classList.add("printing");
    draw(FINENESS);
  });
  addEventListener("afterprint", () => {
    document.body.classList.remove("printing");
    atlas.theme.onPaper(false);
    draw(0);
  });
  return { draw };
})();
