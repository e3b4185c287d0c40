"use strict";
// The page as a whole: its views, its keys, the line that says what is to be seen.
atlas.page = (() => {
  const { data, state, text } = atlas;
  const { byId, element } = atlas.dom;
  const { word, counted, number } = text;
  const { VIEWS, open } = state;

  const refreshView = () => {
    if (state.view() === "matrix") atlas.matrix.refresh();
    if (state.view() === "table") atlas.table.refresh();
  };

  function showView(view) {
    document.body.dataset.view = view;
    byId("view-stage").hidden = !state.isDrawn(view);
    if (state.isDrawn(view)) byId("view-stage").setAttribute("aria-labelledby", `tab-${view}`);
    for (const name of ["matrix", "table", "overview"]) byId(`view-${name}`).hidden = name !== view;
    for (const name of VIEWS) {
      const isOpen = name === view;
      const tab = byId(`tab-${name}`);
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    refreshView();
    count();
  }

  /** "12 von 47 Initiativen", or "47 Initiativen" when all are there. */
  function share(key, shown, all) {
    return shown === all ? counted(key, all) : word(`${key}_of`, { n: number(shown), total: number(all) });
  }

  function count() {
    const { nodes, edges } = state.shown();
    const parts = (list, test, seen) => [list.filter((item) => test(item) && seen.has(item.id)).length, list.filter(test).length];
    const initiatives = share("initiatives", ...parts(data.nodes, data.isInitiative, nodes));
    const actors = share("actors", ...parts(data.nodes, (node) => !data.isInitiative(node), nodes));
    const links = share("links", ...parts(data.edges, (edge) => edge.role, edges));
    const here = { matrix: atlas.matrix.count, table: atlas.table.count }[state.view()];
    if (state.view() === "overview") byId("count").textContent = atlas.overview.count();
    else byId("count").textContent = here ? counted("rows", here()) : [initiatives, actors, links].join(" · ");
  }

  /** Choose a node and bring it into view, whichever view is open. */
  function show(id) {
    state.choose({ type: "node", id });
    if (state.view() === "matrix") atlas.matrix.reveal(id);
  }

  function project(on) {
    document.body.classList.toggle("projected", on);
    byId("beamer").setAttribute("aria-pressed", String(on));
    if (on) state.look({ suggestions: false });
    atlas.map.network.redraw();
  }
  const isProjected = () => document.body.classList.contains("projected");

  function escape() {
    if (state.chosen()) state.choose(null);
    else if (isProjected()) project(false);
  }

  const KEYS = new Map([
    ["b", () => project(!isProjected())],
    ["B", () => project(!isProjected())],
    ["Escape", escape],
    ...VIEWS.map((view, i) => [String(i + 1), () => open(view)]),
    ["p", atlas.time.toggle],
    ["/", () => byId("search").focus()],
  ]);
  const isTyping = (target) => target.matches("input[type=search], select, textarea");

  function onKey(event) {
    const action = KEYS.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) && event.key !== "Escape") return;
    event.preventDefault();
    action();
  }

  /** Left and right move among the tabs, as screen readers announce it. */
  function onTabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: VIEWS.length - 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    open(VIEWS[(VIEWS.indexOf(state.view()) + step) % VIEWS.length]);
    byId(`tab-${state.view()}`).focus();
  }

  function noteUnknown() {
    const names = data.page.unknown.map((region) => region.name);
    if (!names.length) return;
    const label = word("no_information_on", { names: text.some(names, 3) });
    byId("notes").append(element("button", { type: "button", text: label, onclick: () => open("matrix") }));
  }

  for (const view of VIEWS) {
    byId(`tab-${view}`).addEventListener("click", () => open(view));
    byId(`tab-${view}`).addEventListener("keydown", onTabKey);
  }
  byId("theme").addEventListener("click", () => state.look({ theme: atlas.theme.isDark() ? "light" : "dark" }));
  state.whenLooked(() => atlas.theme.set(state.looks().theme));
  const nameTheme = () => {
    const label = word(atlas.theme.isDark() ? "theme_light" : "theme_dark");
    byId("theme").setAttribute("aria-label", label);
    byId("theme").title = label;
  };
  atlas.theme.whenPainted(nameTheme);
  atlas.theme.whenPainted(() => atlas.map.network.redraw());
  nameTheme();
  byId("beamer").addEventListener("click", () => project(!isProjected()));
  document.addEventListener("keydown", onKey);
  state.whenOpened(showView);
  state.whenFiltered(() => {
    refreshView();
    count();
  });

  /** From when the documents are, and when the picture was made: two things that are easily taken for one. */
  function stamp() {
    const { oldest, newest, undated, documents } = data.page.dates;
    const years = oldest === newest ? oldest : word("from_to", { since: oldest, until: newest });
    const open = undated ? ` (${word("undated_documents", { n: number(undated) })})` : "";
    const span = oldest ? word("documents_of", { years }) + open : word("documents_undated");
    const parts = [...(documents ? [span] : []), word("made_on", { date: text.date(data.page.stamp) })];
    return parts.flatMap((part, i) => [i ? " · " : "", element("span", { text: part })]);
  }

  byId("stamp").append(...stamp());
  byId("empty").hidden = data.nodes.length > 0 || data.page.unknown.length > 0;
  noteUnknown();
  atlas.link.follow();
  atlas.map.fit();
  return { open, show, project, isProjected };
})();
