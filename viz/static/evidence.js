"use strict";
// The panel: what is known about what was chosen, each line with its passage, document and date.
atlas.evidence = (() => {
  const { data, state, shapes, text } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, date, newest, quoted, source, some, nameOf, kindOf, roleOf, compare } = text;
  const kindsByKey = new Map(data.page.kinds.map((kind) => [kind.key, kind]));
  const panel = byId("panel");

  const symbolOf = (node, size) => shapes.symbol(kindsByKey.get(node.kind), { hollow: node.nameless, size });

  /** Where a passage stands: the document, its page and date, and a link if it is one of the web. */
  function sourceLine(document, day, { page, reporter, model } = {}) {
    const notes = [document.signed || date(day)];
    if (reporter) notes.push(word("reported_by", { name: reporter }));
    if (model) notes.push(word("proposed_by", { model }));
    if (document.file && document.file !== document.title && document.title) notes.push(document.file);
    return element(
      "footer",
      {},
      element("cite", { text: source(document, page) }),
      element("span", { text: ` · ${notes.join(" · ")}` }),
      isWebLink(document.link)
        ? element("a", { href: document.link, target: "_blank", rel: "noopener noreferrer", text: word("open_source") })
        : null,
    );
  }

  function isWebLink(address) {
    try {
      return ["http:", "https:"].includes(new URL(address).protocol);
    } catch {
      return false;
    }
  }

  function passage(index) {
    const { quote, document, page, date: day, reported_by: reporter, model } = text.passage(index);
    const where = sourceLine(text.document(document), day, { page, reporter, model });
    return element("blockquote", {}, quote ? element("p", { text: quoted(quote) }) : null, where);
  }

  /** The passages of a fact; from the second on folded away. */
  function passages(indexes) {
    if (!indexes.length) return [element("p", { class: "quiet", text: word("no_evidence") })];
    const rest = indexes.slice(1).map(passage);
    const more = rest.length
      ? [element("details", {}, element("summary", { text: word("and_more", { n: number(rest.length) }) }), ...rest)]
      : [];
    return [passage(indexes[0]), ...more];
  }

  function nodeButton(node) {
    const name = element("span", { text: nameOf(node) });
    return element("button", { type: "button", class: "to", onclick: () => atlas.page.show(node.id) }, symbolOf(node, 18), name);
  }

  /** One participation or absence, seen from one of its ends. */
  function fact(edge, other) {
    const said = element("p", { class: "said" }, shapes.line(data.lineOf(edge)), element("b", { text: roleOf(edge) }), element("span", { text: ` · ${edge.until ? `${word("until", { date: date(edge.until) })} · ` : ""}${newest(edge.newest)}` }));
    return element("li", { class: edge.absence ? "fact absence" : "fact" }, other ? nodeButton(other) : null, said, ...passages(edge.passages));
  }

  function facts(title, edges, here) {
    if (!edges.length) return [];
    const pairs = edges.map((edge) => [edge, data.node(edge.from === here ? edge.to : edge.from)]);
    pairs.sort((a, b) => compare(a[1].name, b[1].name));
    const heading = element("h3", { text: `${title} (${number(edges.length)})` });
    return [heading, element("ul", { class: "facts" }, ...pairs.map(([edge, other]) => fact(edge, other)))];
  }

  function period(node) {
    const { since, until } = node;
    if (since && until && since !== until) return word("from_to", { since: date(since), until: date(until) });
    if (since && until) return date(since);
    if (since) return word("since", { date: date(since) });
    return until ? word("until", { date: date(until) }) : "";
  }

  function about(node) {
    const rows = [[word("kind"), node.nameless ? `${kindOf(node)}, ${word("nameless")}` : kindOf(node)]];
    if (text.regionOf(node)) rows.push([word("region"), text.regionOf(node)]);
    if (data.isInitiative(node)) {
      rows.push([word("time"), period(node)]);
      if (node.status !== "unclear") rows.push([word("status"), word(`status_${node.status}`)]);
      rows.push([word("topics"), node.topics.join(", ")]);
    }
    const list = element("dl", {});
    for (const [term, said] of rows) if (said) list.append(element("dt", { text: term }), element("dd", { text: said }));
    return list;
  }

  function head(kicker, title, symbol) {
    const close = element("button", { type: "button", class: "close", "aria-label": word("close"), text: "×", onclick: () => state.choose(null) });
    const name = element("h2", { id: "panel-title", tabindex: "-1" }, symbol, element("span", { text: title }));
    return element("header", {}, element("p", { class: "kicker", text: kicker }), name, close);
  }

  function cellWords(cell) {
    if (cell.value === "represented" && cell.who.length) return word("represented_via", { names: some(cell.who, 4) });
    return word(`value_${cell.value}`);
  }

  /** Who is there: the six cells of an initiative, each opens its evidence. */
  function cellList(row) {
    const items = row.cells.map((cell, i) => {
      const column = data.page.columns[i];
      const notes = [cellWords(cell), ...cell.marks.map((mark) => word(`mark_${mark}`))];
      if (cell.value === "present") notes.push(newest(cell.newest));
      const said = element("span", { class: "cell-words" }, element("b", { text: word(`column_${column}`) }), element("span", { text: notes.join(" · ") }));
      const choose = () => state.choose({ type: "cell", id: row.initiative, column: i });
      return element("li", {}, element("button", { type: "button", class: `cell-line value-${cell.value}`, onclick: choose }, shapes.sign(cell.value), said));
    });
    return [element("h3", { text: word("view_matrix") }), element("ul", { class: "cells" }, ...items)];
  }

  /** Others that may be the same, or phases before and after. */
  function related(key, ids) {
    return ids.map((id) => element("p", { class: "part-of" }, element("span", { text: word(key) }), nodeButton(data.node(id))));
  }

  function ofNode(node) {
    const around = data.edgesAt(node.id);
    const here = (absent) => around.filter((edge) => Boolean(edge.absence) === absent);
    const row = data.row(node.id);
    const parent = node.parent && data.node(node.parent);
    return [
      head(kindOf(node), nameOf(node), symbolOf(node, 26)),
      node.also.length ? element("p", { class: "also", text: word("also", { names: some(node.also, 6) }) }) : null,
      about(node),
      ...node.corrections.map(passage),
      parent ? element("p", { class: "part-of" }, element("span", { text: word("part_of") }), nodeButton(parent)) : null,
      ...["possibly", "earlier", "later"].flatMap((key) => related(key, node[key])),
      ...atlas.around.panelPart({ type: "node", id: node.id }),
      ...(row ? cellList(row) : []),
      ...facts(word(data.isInitiative(node) ? "participants" : "participations"), here(false), node.id),
      ...facts(word("absent_here"), here(true), node.id),
    ];
  }

  function ofLine(edge) {
    const list = element("ul", { class: "facts" }, fact(edge, null));
    const ends = element("p", { class: "ends" }, nodeButton(data.node(edge.from)), nodeButton(data.node(edge.to)));
    return [head(word(edge.absence ? "absence" : "participation"), roleOf(edge), null), ends, element("h3", { text: word("evidence") }), list];
  }

  function ofCell({ id, column }) {
    const row = data.row(id);
    const cell = row.cells[column];
    const searched = row.documents.map((index) => element("li", {}, sourceLine(text.document(index), text.document(index).date)));
    return [
      head(word(`column_${data.page.columns[column]}`), cellWords(cell), shapes.sign(cell.value)),
      element("p", { class: "ends" }, nodeButton(data.node(id))),
      cell.marks.length ? element("p", { class: "marks", text: cell.marks.map((mark) => word(`mark_${mark}`)).join(" · ") }) : null,
      cell.who.length ? element("p", { class: "who", text: cell.who.join(", ") }) : null,
      cell.value === "present" ? element("p", { class: "quiet", text: newest(cell.newest) }) : null,
      element("h3", { text: word("evidence") }),
      ...passages(cell.passages),
      ...(searched.length ? [element("h3", { text: word("searched") }), element("ul", { class: "documents" }, ...searched)] : []),
    ];
  }

  function ofRegion({ index }) {
    const region = data.page.unknown[index];
    const said = word(region.passages.length ? "silent" : "no_document");
    return [head(word("no_information"), region.name, null), element("p", { class: "quiet", text: said }), ...(region.passages.length ? passages(region.passages) : [])];
  }

  function contents(choice) {
    if (choice.type === "node") return ofNode(data.node(choice.id));
    if (choice.type === "line") return ofLine(data.edge(choice.id));
    return choice.type === "cell" ? ofCell(choice) : ofRegion(choice);
  }

  let opener = null;

  /** Keep the keyboard where it was: in the panel on its new title, after closing on what opened it. */
  function keepFocus(wasInside) {
    if (!panel.hidden && wasInside) byId("panel-title").focus();
    else if (panel.hidden && wasInside && opener && opener.isConnected) opener.focus();
  }

  function show(choice) {
    const wasInside = panel.contains(document.activeElement);
    if (!wasInside && choice) opener = document.activeElement;
    panel.hidden = !choice;
    document.body.classList.toggle("with-panel", Boolean(choice));
    panel.replaceChildren(...(choice ? contents(choice).filter(Boolean) : []));
    panel.scrollTop = 0;
    byId("chosen").textContent = choice ? byId("panel-title").textContent : "";
    keepFocus(wasInside);
  }

  state.whenChosen(show);
  state.whenLooked(() => state.chosen() && show(state.chosen()));
  state.whenOpened(() => state.chosen() && show(state.chosen()));

  return { cellWords };
})();
