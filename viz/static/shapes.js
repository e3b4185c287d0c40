"use strict";
// Shapes and signs, drawn once and used on the map, in the legend and in the matrix alike.
atlas.shapes = (() => {
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const CIRCLE = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z";

  const polygon = (points) => `M${points.map((point) => point.map((c) => c.toFixed(3)).join(" ")).join("L")}Z`;
  const regular = (corners, radius, turn) =>
    polygon(
      Array.from({ length: corners }, (_, i) => {
        const angle = turn + (i * 2 * Math.PI) / corners;
        return [Math.cos(angle) * radius, Math.sin(angle) * radius];
      }),
    );
  const star = polygon(
    Array.from({ length: 10 }, (_, i) => {
      const angle = -Math.PI / 2 + (i * Math.PI) / 5;
      const radius = i % 2 ? 0.58 : 1.3;
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    }),
  );
  const diamond = regular(4, 1.25, 0);

  // Outlines for a radius of 1, of about the same area.
  const OUTLINES = new Map([
    ["circle", CIRCLE],
    ["disc", CIRCLE],
    ["diamond", diamond],
    ["diamond_hole", `${diamond}M.4 0A.4 .4 0 1 0 -.4 0A.4 .4 0 1 0 .4 0Z`],
    ["diamond_bar", `${diamond}M-.6 -.17V.17H.6V-.17Z`],
    ["diamond_flat", polygon([[0, -0.85], [1.35, 0], [0, 0.85], [-1.35, 0]])],
    ["triangle", polygon([[0, -1.2], [1.2, 0.9], [-1.2, 0.9]])],
    ["triangle_down", polygon([[0, 1.2], [1.2, -0.9], [-1.2, -0.9]])],
    ["square", polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]])],
    ["house", polygon([[-0.9, 0.95], [-0.9, -0.25], [0, -1.15], [0.9, -0.25], [0.9, 0.95]])],
    ["hexagon", regular(6, 1.1, 0)],
    ["pentagon", regular(5, 1.15, -Math.PI / 2)],
    ["star", star],
    ["cross", "M-.4 -1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z"],
    ["hourglass", polygon([[-1, -1], [1, -1], [0.35, 0], [1, 1], [-1, 1], [-0.35, 0]])],
    ["pill", "M-.75 -.6H.75A.6 .6 0 0 1 .75 .6H-.75A.6 .6 0 0 1 -.75 -.6Z"],
  ]);

  // Signs of the matrix in a field of 20 x 20: each value has its own outline, so that it reads without colour.
  const RING = "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z";
  const SIGNS = new Map([
    ["present", [["fill", RING], ["cut", "M6.2 10.2l2.7 2.7 5-5.4"]]],
    ["informal", [["line", RING], ["fill", "M10 2.5a7.5 7.5 0 0 0 0 15z"]]],
    ["absent", [["line", RING], ["line", "M4.8 15.2L15.2 4.8"]]],
    ["represented", [["line", RING], ["line", "M10 14V6.2M6.8 9.2L10 6l3.2 3.2"]]],
    ["to_check", [["fill", "M3 3h14v14H3z"], ["cut", "M7.3 8c0-3.6 5.4-3.4 5.4-.2c0 2-2.7 2-2.7 4.2M10 14v1.1"]]],
    ["not_listed", [["line", "M3.5 3.5h13v13h-13z"], ["line", "M6.5 7.5h7M6.5 10.5h7M6.5 13.2h4"]]],
    ["not_mentioned", [["dots", RING]]],
    ["nobody_named", [["line", "M5 10h10"]]],
  ]);

  const paths = new Map();
  /** The outline of a shape for a canvas, for a radius of 1. */
  function path(shape) {
    if (!paths.has(shape)) paths.set(shape, new Path2D(OUTLINES.get(shape)));
    return paths.get(shape);
  }

  function svg(width, height, viewBox, attributes) {
    const made = document.createElementNS(NAMESPACE, "svg");
    const all = { width, height, viewBox, "aria-hidden": "true", focusable: "false", ...attributes };
    for (const [name, value] of Object.entries(all)) made.setAttribute(name, value);
    return made;
  }

  function draw(parent, d, attributes) {
    const made = document.createElementNS(NAMESPACE, "path");
    made.setAttribute("d", d);
    for (const [name, value] of Object.entries(attributes)) {
      const isColour = (name === "fill" || name === "stroke") && value !== "none";
      if (isColour) made.dataset[name] = value;
      made.setAttribute(name, isColour ? atlas.theme.toned(value) : String(value));
    }
    parent.append(made);
  }

  /** The symbol of a kind; hollow for a group without a name. */
  function symbol(kind, { hollow = false, size = 20 } = {}) {
    const made = svg(size, size, "-1.6 -1.6 3.2 3.2", { class: "symbol" });
    draw(made, OUTLINES.get(kind.shape), {
      "fill-rule": "evenodd",
      fill: hollow ? "card" : kind.color,
      stroke: hollow ? kind.color : kind.border,
      "stroke-width": hollow ? 0.36 : 0.18,
      "stroke-dasharray": hollow ? ".55 .3" : "none",
    });
    return made;
  }

  /** A sample of a line, with the mark of an absence in its middle. */
  function line(style) {
    const made = svg(40, 14, "0 0 40 14", { class: "sample" });
    draw(made, "M1 7H39", {
      fill: "none",
      stroke: style.color,
      "stroke-width": style.width + 0.4,
      "stroke-dasharray": style.dash.join(" ") || "none",
    });
    if (style.mark === "bar") draw(made, "M20 1.5V12.5", { stroke: style.color, "stroke-width": 3 });
    if (style.mark === "ring") {
      draw(made, "M24 7a4 4 0 1 1 -8 0a4 4 0 1 1 8 0z", { fill: "card", stroke: style.color, "stroke-width": 2 });
    }
    return made;
  }

  /** The sign of a cell's value; its colours come from the style sheet. */
  function sign(value) {
    const made = svg(20, 20, "0 0 20 20", { class: `sign sign-${value}` });
    for (const [part, d] of SIGNS.get(value)) draw(made, d, { class: part });
    return made;
  }

  return { path, symbol, line, sign };
})();
