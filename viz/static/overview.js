"use strict";
// The Länder in the overview: a disc each, its area the number of known initiatives, its words beside it; lines are the
// actors that two of them share. Every disc is a button that opens its Land. The drawing does not follow the filters.
atlas.overview = (() => {
  const { data, state } = atlas;
  const { byId, element } = atlas.dom;
  const { word, counted, number, date, landName } = atlas.text;
  const drawn = data.page.overview;
  const NARROWEST = 1.2;
  const WIDEST = 11;
  const LINE = 25;

  const nameOf = (hub) => hub.name || landName(hub.land);
  const isEmpty = (hub) => !hub.initiatives && !hub.shared;

  function svg(tag, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, String(value));
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /** What stands beside a disc: the name, the number where the disc is too small for it, documents and their date. */
  function wordsOf(hub, isInside) {
    const known = hub.initiatives ? counted("known", hub.initiatives) : null;
    const below = isInside ? word(hub.initiatives === 1 ? "known_one" : "known_many") : known;
    const shared = hub.shared ? word("shared_also", { n: number(hub.shared) }) : null;
    const documents = hub.documents ? counted("documents", hub.documents) : null;
    const dated = hub.documents || !isEmpty(hub) ? newestOf(hub) : null;
    return [
      ...(hub.lines.length ? hub.lines : [nameOf(hub)]).map((text) => ({ text, sort: "name" })),
      { text: isEmpty(hub) ? word("no_information") : below, sort: "known" },
      { text: shared, sort: "known" },
      { text: [documents, dated].filter(Boolean).join(" · "), sort: "source" },
    ].filter(({ text }) => text);
  }

  const newestOf = (hub) => (hub.newest ? word("newest_of", { date: date(hub.newest) }) : word("newest_unknown"));

  function sizeOfNumber(hub) {
    const size = Math.min(44, hub.radius * 0.95, (hub.radius * 2.7) / number(hub.initiatives).length);
    return hub.initiatives && size >= 20 ? size : 0;
  }

  function draw(hub) {
    const size = sizeOfNumber(hub);
    const lines = wordsOf(hub, size > 0);
    const left = hub.x + hub.radius + 12;
    const top = hub.y - ((lines.length - 1) * LINE) / 2 + 7;
    const disc = svg("circle", { class: isEmpty(hub) ? "disc hollow" : "disc", cx: hub.x, cy: hub.y, r: hub.radius });
    const inside = size ? svg("text", { class: "number", x: hub.x, y: hub.y, "font-size": size }, number(hub.initiatives)) : null;
    const texts = lines.map(({ text, sort }, i) => svg("text", { class: sort, x: left, y: top + i * LINE }, text));
    const made = svg("g", { class: "hub", "data-land": hub.land, role: hub.opens ? "button" : "img", tabindex: hub.opens ? 0 : null, "aria-label": inFull(hub) }, disc, inside, ...texts);
    const light = (on) => () => lightUp(on ? hub.land : null);
    for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) made.addEventListener(name, light(on));
    if (!hub.opens) return made;
    made.addEventListener("click", () => enter(hub.land));
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      enter(hub.land);
    });
    return made;
  }

  /** All that the drawing says of a Land, for those who hear it. */
  function inFull(hub) {
    const found = wordsOf(hub, false).filter(({ sort }) => sort !== "name").map(({ text }) => text);
    const around = drawn.ties.filter((tie) => tie.one === hub.land || tie.other === hub.land).sort((a, b) => b.actors - a.actors);
    const names = around.map((tie) => `${nameOf(hubs.get(tie.one === hub.land ? tie.other : tie.one))} (${number(tie.actors)})`);
    return [nameOf(hub), ...found, ...(names.length ? [word("common_with", { names: names.join(", ") })] : [])].join(", ");
  }

  const hubs = new Map((drawn ? drawn.hubs : []).map((hub) => [hub.land, hub]));
  const most = Math.max(1, ...(drawn ? drawn.ties : []).map((tie) => tie.actors));
  let joined = [];
  let pinned = null;

  /** A line bent a little, so that it does not run straight through what lies between. */
  function join(tie) {
    const [a, b] = [hubs.get(tie.one), hubs.get(tie.other)];
    const bend = { x: (a.x + b.x) / 2 + (a.y - b.y) * 0.1, y: (a.y + b.y) / 2 + (b.x - a.x) * 0.1 };
    const way = `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`;
    const width = Math.max(NARROWEST, WIDEST * Math.sqrt(tie.actors / most));
    const line = svg("path", { class: "line", d: way, "stroke-width": width });
    const hit = svg("path", { class: "hit", d: way, "stroke-width": Math.max(width, 16) }, svg("title", {}, inWords(tie)));
    const made = { tie, bend, line, hit, group: svg("g", { class: "tie" }, line, hit) };
    hit.addEventListener("pointerenter", () => show(made));
    hit.addEventListener("pointerleave", () => show(null));
    hit.addEventListener("click", () => {
      pinned = pinned === made ? null : made;
      show(made);
    });
    return made;
  }

  const inWords = ({ one, other, actors }) => `${nameOf(hubs.get(one))} – ${nameOf(hubs.get(other))}: ${counted("common", actors)}`;

  /** The number of one line, at its middle; a line that was clicked keeps it. */
  function show(made) {
    const seen = made || pinned;
    mark(seen ? [seen] : [], (one) => middleOf(one));
    byId("overview-said").textContent = seen ? inWords(seen.tie) : "";
  }

  const middleOf = ({ tie, bend }) => {
    const [a, b] = [hubs.get(tie.one), hubs.get(tie.other)];
    return { x: (a.x + 2 * bend.x + b.x) / 4, y: (a.y + 2 * bend.y + b.y) / 4 };
  };

  /** Where a line that comes from this bend reaches a disc. */
  function besideDisc(hub, bend) {
    const share = (hub.radius + 20) / Math.max(Math.hypot(bend.x - hub.x, bend.y - hub.y), 1);
    return { x: hub.x + (bend.x - hub.x) * share, y: hub.y + (bend.y - hub.y) * share };
  }

  /** A Land's lines with their numbers, each near the other end. */
  function lightUp(land) {
    const lit = land ? joined.filter(({ tie }) => tie.one === land || tie.other === land) : [];
    if (!land) return show(null);
    return mark(lit, ({ tie, bend }) => besideDisc(hubs.get(tie.one === land ? tie.other : tie.one), bend));
  }

  function mark(lit, placeOf) {
    const svgs = byId("overview").querySelector("svg");
    svgs.classList.toggle("lighting", lit.length > 0);
    for (const one of joined) one.group.classList.toggle("lit", lit.includes(one));
    const badges = lit.map((one) => {
      const { x, y } = placeOf(one);
      return svg("text", { class: "badge-number", x, y }, number(one.tie.actors));
    });
    svgs.querySelector(".badges").replaceChildren(...badges);
  }

  /** Open a Land's net, with a way back. */
  function enter(land) {
    state.choose(null);
    state.change({ land });
    state.open("net");
    byId("all-lands").focus();
  }

  function leave() {
    state.choose(null);
    state.change({ land: "" });
    state.open("overview");
  }

  const count = () => {
    const all = drawn.hubs.reduce((sum, hub) => sum + hub.initiatives, 0);
    return counted("known", all);
  };

  function build() {
    const hatch = svg("pattern", { id: "unknown", width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("rect", { width: 2.4, height: 9 }));
    joined = [...drawn.ties].sort((a, b) => a.actors - b.actors).map(join);
    const picture = svg(
      "svg",
      { viewBox: drawn.view.join(" "), role: "group", "aria-label": word("overview_name") },
      svg("defs", {}, hatch),
      svg("g", { class: "ties", "aria-hidden": "true" }, ...joined.map(({ group }) => group)),
      svg("g", {}, ...drawn.hubs.map(draw)),
      svg("g", { class: "badges", "aria-hidden": "true" }),
    );
    const said = element("span", { id: "overview-said", class: "heard", role: "status", "aria-live": "polite" });
    const notes = ["overview_area", ...(drawn.ties.length ? ["overview_line"] : []), "overview_hint"].map((key) => element("span", { text: word(key) }));
    byId("overview").append(picture, element("p", { class: "overview-notes" }, ...notes), said);
  }

  function refresh() {
    byId("all-lands").hidden = !drawn || !state.filters().land || state.view() === "overview";
  }

  if (drawn) build();
  byId("all-lands").addEventListener("click", leave);
  state.whenFiltered(refresh);
  state.whenOpened(refresh);

  return { enter, count };
})();
