"use strict";
// "Who is there?": initiatives by kinds. A cell says its value by sign and word; a click shows the evidence.
atlas.matrix = (() => {
  const { data, state, shapes, text } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, counted, date, some, kindOf, quoted } = text;
  const { columns, values, unknown } = data.page;
  const SHORT = new Set(["informal", "represented", "not_listed", "not_mentioned"]);

  // The kinds behind a column: it goes when all of them are switched off.
  const BEHIND = new Map([
    ["ihk", ["chamber_ihk"]],
    ["hwk", ["chamber_hwk"]],
    ["union", ["union"]],
    ["employers", ["employers_association", "business_association"]],
    ["government", ["ministry", "public_body"]],
    ["science", ["university", "research"]],
  ]);
  const occurs = state.everything().kinds;
  function columnShown(column) {
    const kinds = BEHIND.get(column).filter((kind) => occurs.has(kind));
    return !kinds.length || kinds.some((kind) => state.filters().kinds.has(kind));
  }

  const landOf = (row) => data.node(row.initiative).home;

  /** The second line of a cell: who (their number where the column is narrow), and the year of the newest evidence. */
  function detail(cell) {
    if (!["present", "represented"].includes(cell.value) || !cell.who.length) return null;
    // Who of them was there then, the cell does not say.
    if (state.filters().date) return element("small", { text: cell.first ? word("cell_from", { date: cell.first.slice(0, 4) }) : word("undated") });
    const names = element("span", { class: "names", text: some(cell.who, 1) });
    const number = element("span", { class: "number", text: counted("actors", cell.who.length) });
    if (cell.value === "represented") return element("small", {}, word("via", { names: some(cell.who, 1) }));
    const year = cell.newest ? cell.newest.slice(0, 4) : word("undated");
    return element("small", {}, cell.marks.includes("as_group") ? null : number, names, element("span", { text: year }));
  }

  function spoken(cell, column) {
    const parts = [word(`column_${column}`), atlas.evidence.cellWords(cell), ...cell.marks.map((mark) => word(`mark_${mark}`))];
    if (cell.value === "present") parts.push(some(cell.who, 3), cell.newest ? text.newest(cell.newest) : word("undated"));
    return parts.filter(Boolean).join(", ");
  }

  /** A cell that says nothing at the date chosen: when it does. */
  function silentCell(cell, why, label) {
    const day = why === "later" ? cell.first : cell.until;
    const said = word(`cell_${why}`, { date: day ? day.slice(0, 4) : "" });
    return element("td", { class: "silent", title: label }, element("span", { text: said }));
  }

  function cellOf(row, i) {
    const cell = row.cells[i];
    const why = state.silent(cell);
    if (why) return silentCell(cell, why, word(`column_${columns[i]}`));
    const shown = word(`${SHORT.has(cell.value) ? "short" : "value"}_${cell.value}`);
    const marks = cell.marks.map((mark) => element("em", { class: `mark-${mark}`, text: word(`mark_${mark}`) }));
    const words = element("span", { class: "cell-words" }, element("b", { text: shown }), detail(cell));
    const dimmed = state.filters().value && state.filters().value !== cell.value ? " dimmed" : "";
    const said = spoken(cell, columns[i]);
    const choose = () => state.choose({ type: "cell", id: row.initiative, column: i });
    const button = element(
      "button",
      { type: "button", class: "cell", "aria-label": said, title: said, onclick: choose },
      shapes.sign(cell.value),
      words,
      ...marks,
    );
    return element("td", { class: `value-${cell.value}${dimmed}` }, button);
  }

  /** The cells of a row; one for all where nobody is named at all. */
  function cellsOf(row, shownColumns) {
    if (!row.cells.every((cell) => cell.value === "nobody_named")) return shownColumns.map((i) => cellOf(row, i));
    if (!shownColumns.length) return [];
    const only = cellOf(row, shownColumns[0]);
    only.colSpan = shownColumns.length;
    only.firstChild.title = word("value_nobody_named");
    only.firstChild.setAttribute("aria-label", word("value_nobody_named"));
    return [only];
  }

  function othersOf(row) {
    const count = row.others.reduce((sum, [, n]) => sum + n, 0);
    const names = row.others.map(([kind, n]) => `${word(`kind_${kind}`)} ${number(n)}`).join(", ");
    return element("td", { class: "others", title: names, text: count ? `+ ${number(count)}` : "" });
  }

  function rowOf(row, shownColumns) {
    const node = data.node(row.initiative);
    const notes = [kindOf(node), text.regionOf(node)].filter(Boolean).join(" · ");
    const name = element(
      "button",
      { type: "button", class: "to", id: `row-${node.id}`, onclick: () => state.choose({ type: "node", id: node.id }) },
      element("span", { text: text.nameOf(node) }),
      element("small", { text: notes }),
    );
    return element("tr", {}, element("th", { scope: "row" }, name), ...cellsOf(row, shownColumns), othersOf(row));
  }

  function bodyOf(title, note, rows, shownColumns) {
    const head = element("th", { scope: "rowgroup", colspan: shownColumns.length + 2 }, element("span", { text: title }), note ? element("small", { text: note }) : null);
    return element("tbody", {}, element("tr", { class: "group" }, head), ...rows.map((row) => rowOf(row, shownColumns)));
  }

  /** Rows by Land in the order of the alphabet, those under no Land last. */
  function byLand(rows) {
    const groups = new Map();
    for (const row of rows) groups.set(landOf(row), [...(groups.get(landOf(row)) || []), row]);
    return [...groups].sort(([a], [b]) => text.compareLands(a, b));
  }

  function headOf(shownColumns) {
    const cells = shownColumns.map((i) => element("th", { scope: "col", title: word(`column_${columns[i]}`), text: word(`head_${columns[i]}`) }));
    return element(
      "thead",
      {},
      element("tr", {}, element("th", { scope: "col", text: word("initiative") }), ...cells, element("th", { scope: "col", class: "others", text: word("other_kinds") })),
    );
  }

  function tableOf({ rows, without }) {
    const shownColumns = columns.map((_, i) => i).filter((i) => columnShown(columns[i]));
    const bodies = byLand(rows).map(([land, some]) => bodyOf(text.landName(land), "", some, shownColumns));
    if (without.length) bodies.push(bodyOf(word("without_table"), word("without_table_note"), without, shownColumns));
    return element("table", { class: "matrix" }, element("caption", { class: "heard", text: word("matrix_caption") }), headOf(shownColumns), ...bodies);
  }

  /** The legend of the values with how often each occurs; it is a filter too. */
  function valueLegend() {
    const counts = new Map(values.map((value) => [value, 0]));
    const isOut = ({ initiative }) => state.filters().date && !state.shown().nodes.has(initiative) && state.timeless().nodes.has(initiative);
    const all = [...data.page.rows, ...data.page.without_table].filter((row) => !isOut(row));
    for (const cell of all.flatMap((row) => row.cells)) if (!state.silent(cell)) counts.set(cell.value, counts.get(cell.value) + 1);
    const chosen = state.filters().value;
    const buttons = values.map((value) =>
      element(
        "button",
        {
          type: "button",
          class: `value value-${value}`,
          "aria-pressed": String(chosen === value),
          disabled: !counts.get(value),
          onclick: () => state.change({ value: chosen === value ? "" : value }),
        },
        shapes.sign(value),
        element("span", { text: word(`value_${value}`) }),
        element("span", { class: "count", text: number(counts.get(value)) }),
      ),
    );
    return element("div", { class: "values", role: "group", "aria-label": word("matrix_legend") }, ...buttons);
  }

  function unknownRegions() {
    if (!unknown.length) return null;
    const items = unknown.map((region, index) => {
      const cited = region.passages.length ? text.passage(region.passages[0]) : null;
      const said = cited ? `${quoted(cited.quote)} (${text.source(text.document(cited.document), cited.page)}, ${date(cited.date)})` : word("no_document");
      const choose = () => state.choose({ type: "region", index });
      return element("li", {}, element("button", { type: "button", class: "to", onclick: choose }, element("b", { text: region.name }), element("span", { text: said })));
    });
    return element("section", { class: "unknown" }, element("h2", { text: word("no_information") }), element("p", { class: "quiet", text: word("no_information_note") }), element("ul", {}, ...items));
  }

  function refresh() {
    const shown = state.rows();
    byId("matrix").replaceChildren(...[valueLegend(), tableOf(shown), unknownRegions()].filter(Boolean));
  }

  function reveal(id) {
    const button = byId(`row-${id}`);
    if (button) button.scrollIntoView({ block: "center" });
  }

  return { columnShown, kindsOf: (column) => BEHIND.get(column), refresh, reveal, count: () => state.rows().rows.length + state.rows().without.length };
})();
