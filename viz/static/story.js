"use strict";
// The Vorführung: steps that each show one view with a title and a few sentences, played before an audience, recorded
// from what is seen, and saved as a file that `map --story` takes.
atlas.story = (() => {
  const { data, state, link } = atlas;
  const { byId, element } = atlas.dom;
  const { word, number } = atlas.text;
  const side = byId("story");
  const told = data.page.story || { title: "", steps: [] };
  const idOf = new Map(data.nodes.map((node) => [node.key, node.id]));

  let title = told.title;
  let steps = told.steps.map((step) => ({ ...step }));
  // What the side shows: nothing, the list of steps ("steps") or one of them ("show").
  let mode = "";
  let here = 0;
  let before = null;

  const isShowing = () => mode === "show";

  function refresh() {
    side.hidden = !mode;
    document.body.classList.toggle("telling", Boolean(mode));
    document.body.classList.toggle("showing", isShowing());
    if (!isShowing()) document.body.classList.remove("with-evidence");
    byId("story-open").setAttribute("aria-expanded", String(Boolean(mode)));
    side.replaceChildren(...(isShowing() ? stepShown() : mode ? stepList() : []));
    byId("story-said").textContent = isShowing() ? [steps[here].title, steps[here].text].filter(Boolean).join(". ") : "";
  }

  function button(key, onclick, more = {}) {
    return element("button", { type: "button", text: word(key), onclick, ...more });
  }

  /** One step before the audience. */
  function stepShown() {
    const { title: head, text } = steps[here];
    const paragraphs = text.split(/\n\s*\n/).filter(Boolean).map((part) => element("p", { text: part.replace(/\s+/g, " ") }));
    const back = button("story_back", () => go(here - 1), { text: "‹", "aria-label": word("story_back"), title: word("story_back"), disabled: here === 0 });
    const on = button("story_on", () => go(here + 1), { text: "›", "aria-label": word("story_on"), title: word("story_on"), disabled: here === steps.length - 1 });
    const place = element("span", { class: "count", text: `${number(here + 1)} / ${number(steps.length)}` });
    const bar = element("div", { class: "bar" }, back, place, on, evidenceSwitch(), button("story_end", end, { class: "end" }));
    return [title ? element("p", { class: "kicker", text: title }) : null, element("h2", { text: head }), ...paragraphs, bar].filter(Boolean);
  }

  function evidenceSwitch() {
    if (!state.chosen()) return null;
    const on = document.body.classList.contains("with-evidence");
    const flip = () => {
      document.body.classList.toggle("with-evidence");
      refresh();
      atlas.map.fit();
    };
    return button(on ? "story_hide_evidence" : "story_show_evidence", flip, { "aria-pressed": String(on) });
  }

  function go(index) {
    if (index < 0 || index >= steps.length) return;
    here = index;
    document.body.classList.remove("with-evidence");
    state.ring(steps[here].highlight.map((key) => idOf.get(key)).filter(Boolean));
    link.restore(Object.fromEntries(new URLSearchParams(steps[here].look)));
    refresh();
    atlas.map.fit();
  }

  /** From the first step; the end leads back to what was seen before. */
  function start(index = 0) {
    if (!steps.length) return;
    if (!isShowing()) before = { look: link.save(), isProjected: atlas.page.isProjected() };
    mode = "show";
    atlas.page.project(true);
    go(index);
  }

  function end() {
    mode = "";
    state.ring([]);
    refresh();
    atlas.page.project(before.isProjected);
    link.restore(before.look);
    byId("story-open").focus();
  }

  /** Steps to be recorded, worded, ordered and saved. */
  function stepList() {
    const name = element("input", { type: "text", value: title, "aria-label": word("story_title"), placeholder: word("story_title"), oninput: (event) => (title = event.target.value) });
    const items = steps.map((step, index) => stepLine(step, index));
    const actions = element(
      "div",
      { class: "bar" },
      button("story_record", record, { class: "main" }),
      button("story_start", () => start(), { disabled: !steps.length }),
      button("story_save", save, { disabled: !steps.length }),
    );
    const close = element("button", { type: "button", class: "close", "aria-label": word("close"), text: "×", onclick: () => open(false) });
    const note = element("p", { class: "quiet", text: word("story_note") });
    return [element("header", {}, element("h2", { text: word("story") }), close), note, actions, name, element("ol", {}, ...items)];
  }

  function stepLine(step, index) {
    const field = (tag, key) => element(tag, { value: step[key], "aria-label": word(`story_step_${key}`), placeholder: word(`story_step_${key}`), oninput: (event) => (step[key] = event.target.value) });
    const text = field("textarea", "text");
    text.value = step.text;
    const bar = element(
      "div",
      { class: "bar" },
      button("story_look", () => start(index)),
      button("story_up", () => move(index, -1), { text: "↑", "aria-label": word("story_up"), title: word("story_up"), disabled: index === 0 }),
      button("story_down", () => move(index, 1), { text: "↓", "aria-label": word("story_down"), title: word("story_down"), disabled: index === steps.length - 1 }),
      button("story_drop", () => drop(index)),
    );
    return element("li", {}, field("input", "title"), text, bar);
  }

  function record() {
    steps.push({ title: atlas.legend.phrases().join(" · ") || word(`view_${state.view()}`), text: "", look: link.text().slice(1), highlight: [] });
    refresh();
    const fields = side.querySelectorAll("li input");
    fields[fields.length - 1].select();
  }

  function move(index, by) {
    [steps[index], steps[index + by]] = [steps[index + by], steps[index]];
    refresh();
  }

  function drop(index) {
    steps = steps.filter((_, i) => i !== index);
    refresh();
  }

  /** The story as YAML; quoted as JSON quotes, which YAML reads alike. */
  function written() {
    const lines = [`titel: ${JSON.stringify(title)}`, "schritte:"];
    for (const step of steps) {
      lines.push(`  - titel: ${JSON.stringify(step.title)}`, `    text: ${JSON.stringify(step.text)}`);
      if (step.look) lines.push(`    blick: ${JSON.stringify(step.look)}`);
      const names = step.highlight.map((key) => idOf.get(key)).filter(Boolean).map((id) => data.node(id).name);
      if (names.length) lines.push(`    hervorheben: [${names.map((name) => JSON.stringify(name)).join(", ")}]`);
    }
    return `${lines.join("\n")}\n`;
  }

  function save() {
    const address = URL.createObjectURL(new Blob([written()], { type: "application/yaml" }));
    element("a", { href: address, download: word("story_file") }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function open(on) {
    mode = on ? "steps" : "";
    refresh();
    atlas.map.fit();
    if (!on) byId("story-open").focus();
  }

  const KEYS = new Map([
    ["PageDown", () => (isShowing() ? go(here + 1) : start())],
    ["PageUp", () => go(here - 1)],
    ["ArrowRight", () => go(here + 1)],
    ["ArrowLeft", () => go(here - 1)],
    ["Home", () => go(0)],
    ["End", () => go(steps.length - 1)],
    ["Escape", end],
  ]);

  /** Before the page's own keys: what a presenter's remote sends moves the steps. */
  function onKey(event) {
    const isStart = event.key === "PageDown" && steps.length > 0 && !event.target.closest("main > section, aside");
    if (!isShowing() && !isStart) return;
    const action = KEYS.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select,textarea,input")) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  byId("story-open").addEventListener("click", () => (isShowing() ? end() : open(!mode)));
  document.addEventListener("keydown", onKey, true);

  return { start, written };
})();
