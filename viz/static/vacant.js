"use strict";
// Around each initiative with a table, on request: hollow signs for the kinds that are not at it, told apart by their
// outline and in the words of the matrix. Nothing is claimed: each leads to its cell and the documents searched.
atlas.vacant = (() => {
  const { data, state, shapes, theme } = atlas;
  const { byId, element } = atlas.dom;
  const { word } = atlas.text;
  const { columns, kinds } = data.page;
  const VALUES = ["not_mentioned", "not_listed", "absent"];
  // In pixels: the size of a sign, and below which zoom they would only be noise.
  const SIZE = 5.5;
  const NEAR = 0.3;
  const MOST = 250;
  const rows = new Map(data.page.rows.map((row) => [row.initiative, row]));

  const isOn = () => state.looks().vacant;

  /** The signs around these initiatives, in map units; each column has its own side. */
  function signs(initiatives, pointOf, scale) {
    if (!isOn() || scale < NEAR) return [];
    const size = SIZE * Math.max(1, Math.min(1.6 / scale, 1.6));
    return initiatives.slice(0, MOST).flatMap((node) => {
      const row = rows.get(node.id);
      if (!row) return [];
      const { x, y } = pointOf(node.id);
      const reach = node.size + size * 2;
      return row.cells.flatMap((cell, column) => {
        if (!VALUES.includes(cell.value) || state.silent(cell) || !atlas.matrix.columnShown(columns[column])) return [];
        const angle = (column / columns.length) * 2 * Math.PI - Math.PI / 2;
        return [{ id: node.id, column, value: cell.value, size, x: x + Math.cos(angle) * reach, y: y + Math.sin(angle) * reach }];
      });
    });
  }

  function draw(context, all, scale) {
    for (const { column, value, size, x, y } of all) {
      const kind = kinds.find((one) => one.key === atlas.matrix.kindsOf(columns[column])[0]);
      const outline = shapes.path(kind.shape);
      context.save();
      context.translate(x, y);
      context.scale(size, size);
      context.fillStyle = theme.color("card");
      context.strokeStyle = theme.paint(value === "absent" ? "#9B2C00" : kind.border);
      context.lineWidth = (1.2 * Math.max(1, 0.7 / scale)) / size;
      context.setLineDash(value === "not_mentioned" ? [1.6 / size, 1.6 / size] : []);
      context.fill(outline, "evenodd");
      context.stroke(outline);
      if (value === "absent") {
        context.beginPath();
        context.moveTo(-1.1, 1.1);
        context.lineTo(1.1, -1.1);
        context.stroke();
      }
      context.restore();
    }
  }

  const at = (all, point) => all.find(({ x, y, size }) => Math.hypot(point.x - x, point.y - y) < size * 1.3);

  function sample(value) {
    const kind = { shape: "circle", color: "#5b6670", border: value === "absent" ? "#9B2C00" : "#3f4a53" };
    const made = shapes.symbol({ ...kind, color: kind.border }, { hollow: true, size: 16 });
    const path = made.firstChild;
    path.setAttribute("stroke-dasharray", value === "not_mentioned" ? ".3 .3" : "none");
    if (value === "absent") path.setAttribute("d", `${path.getAttribute("d")}M-1.1 1.1L1.1 -1.1`);
    return made;
  }

  const box = element("input", { type: "checkbox", id: "vacant-on", onchange: () => state.look({ vacant: box.checked }) });
  const key = element("ul", {}, ...VALUES.map((value) => element("li", {}, sample(value), element("span", { text: word(`value_${value}`) }))));
  byId("vacant").append(element("label", {}, box, element("span", { text: word("vacant") })), key);
  byId("vacant").hidden = !rows.size;

  function refresh() {
    box.checked = isOn();
    key.hidden = !isOn();
  }
  state.whenLooked(refresh);
  refresh();
  return { signs, draw, at };
})();
