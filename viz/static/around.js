"use strict";
// The surroundings of one actor or initiative: how many steps are shown, and who could be asked to join, always called
// a suggestion, dotted, and never mixed with what is evidenced.
atlas.around = (() => {
  const { data, state, shapes } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number, nameOf } = atlas.text;
  const kindsByKey = new Map(data.page.kinds.map((kind) => [kind.key, kind]));
  const known = new Map(Object.entries(data.page.suggestions));
  // In map units: from the neighbours to the suggestions, from one to the next, and their size.
  const DISTANCE = 130;
  const PITCH = 58;
  const SIZE = 13;
  // In pixels: the room of their names, which is none of the map's.
  const MARGIN = { left: 30, right: 250, top: 34, bottom: 34 };

  const isOpen = () => state.view() === "around";
  const steps = () => (isOpen() ? Number(state.looks().steps) : 1);
  const suggestedFor = (choice) => (choice && choice.type === "node" && known.get(choice.id)) || [];

  /** The suggestions as symbols of their own in a column at the right of these boxes; none unless switched on. */
  function symbols(choice, boxes, origin) {
    if (!isOpen() || !state.looks().suggestions) return [];
    const right = Math.max(origin.x, ...boxes.map((box) => box.right));
    const suggested = suggestedFor(choice);
    return suggested.map(({ name, kind }, i) => ({
      id: `suggestion-${i}`,
      name: word("suggested", { name }),
      kind,
      also: [],
      size: SIZE,
      x: right + DISTANCE,
      y: origin.y + (i - (suggested.length - 1) / 2) * PITCH,
    }));
  }

  const boxOf = ({ x, y }) => ({ left: x, right: x, top: y, bottom: y, margin: MARGIN });

  function draw(context, origin, all, scale) {
    context.save();
    for (const one of all) {
      const kind = kindsByKey.get(one.kind);
      context.strokeStyle = atlas.theme.paint(kind.border);
      context.lineWidth = 2 * Math.max(1, 0.75 / scale);
      context.lineCap = "round";
      context.setLineDash([0.1, 7]);
      context.beginPath();
      context.moveTo(origin.x, origin.y);
      context.lineTo(one.x, one.y);
      context.stroke();
      context.save();
      context.translate(one.x, one.y);
      context.scale(one.size, one.size);
      context.fillStyle = atlas.theme.color("card");
      context.lineWidth = 2.4 / one.size;
      context.setLineDash([0.1, 4.5 / one.size]);
      context.fill(shapes.path(kind.shape), "evenodd");
      context.stroke(shapes.path(kind.shape));
      context.restore();
    }
    context.restore();
  }

  /** One suggestion in words: whom, and why. */
  function item({ name, kind, node, reasons, perhaps }, i) {
    const symbol = shapes.symbol(kindsByKey.get(kind), { hollow: true, size: 18 });
    const said = element("span", { text: node ? nameOf(data.node(node)) : name });
    const head = node
      ? element("button", { type: "button", class: "to", onclick: () => atlas.page.show(node) }, symbol, said)
      : element("p", { class: "to" }, symbol, said);
    const why = [perhaps, ...reasons].filter(Boolean).map((reason) => element("p", { class: "quiet", text: reason }));
    return element("li", { id: `suggested-${i}`, class: "suggested", tabindex: "-1" }, head, element("p", { class: "quiet", text: word(`kind_${kind}`) }), ...why);
  }

  /** What the panel says of them, where they are switched on. */
  function panelPart(choice) {
    const suggested = suggestedFor(choice);
    if (!isOpen() || !state.looks().suggestions || !suggested.length) return [];
    return [
      element("h3", { text: `${word("suggestions")} (${number(suggested.length)})` }),
      element("p", { class: "quiet", text: word("suggestions_note") }),
      element("ul", {}, ...suggested.map(item)),
    ];
  }

  /** Bring the reasons of one to the eye. */
  function point(index) {
    const found = byId(`suggested-${index}`);
    if (!found) return;
    found.scrollIntoView({ block: "center" });
    found.focus();
  }

  function stepButton(count) {
    const button = element("button", { type: "button", "aria-pressed": "false", text: word(`steps_${count}`), onclick: () => state.look({ steps: String(count) }) });
    return { count, button };
  }
  const buttons = [stepButton(1), stepButton(2)];
  const box = element("input", { type: "checkbox", id: "suggest", onchange: () => state.look({ suggestions: box.checked }) });
  const label = element("span", {});
  const line = element("label", { class: "suggest" }, box, label);
  const hint = element("p", { text: word("around_hint") });

  function refresh() {
    const choice = state.chosen();
    const isNode = Boolean(choice && choice.type === "node");
    const count = suggestedFor(choice).length;
    for (const { count: many, button } of buttons) button.setAttribute("aria-pressed", String(state.looks().steps === String(many)));
    box.checked = state.looks().suggestions;
    label.textContent = `${word("show_suggestions")} (${number(count)})`;
    line.hidden = !isNode || !known.size || !data.isInitiative(data.node(choice.id));
    hint.hidden = isNode;
  }

  byId("around").append(
    element("div", { class: "steps", role: "group", "aria-label": word("steps") }, ...buttons.map((one) => one.button)),
    line,
    hint,
  );
  state.whenChosen(refresh);
  state.whenLooked(refresh);
  refresh();
  return { isOpen, steps, symbols, boxOf, draw, panelPart, point, isSuggestion: (node) => node.id.startsWith("suggestion-") };
})();
