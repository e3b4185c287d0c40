"use strict";
// Search by name, alias or initials, forgiving case, umlauts, blanks and hyphens; suggestions to choose from.
atlas.search = (() => {
  const { data, state, shapes } = atlas;
  const { byId, element } = atlas.dom;
  const { word, counted, fold, compare, nameOf, kindOf, regionOf } = atlas.text;
  const MOST = 8;
  const input = byId("search");
  const list = byId("suggestions");
  const kindsByKey = new Map(data.page.kinds.map((kind) => [kind.key, kind]));
  let found = [];
  let active = -1;

  /** How well a name fits what was typed: 0 not at all, 4 exactly. */
  function fit(name, typed) {
    const tight = name.replace(/ /g, "");
    const wanted = typed.replace(/ /g, "");
    if (tight === wanted) return 4;
    if (tight.startsWith(wanted)) return 3;
    if (` ${name}`.includes(` ${typed}`)) return 2;
    return tight.includes(wanted) ? 1 : 0;
  }

  /** The nodes that fit, best first; names before initials, initiatives before actors of the same fit. */
  function matches(typed) {
    const folded = fold(typed);
    if (!folded) return [];
    const hits = [];
    for (const node of data.nodes) {
      const best = Math.max(...node.find.map((name) => fit(name, folded)));
      if (best) hits.push({ node, best });
    }
    hits.sort((a, b) => b.best - a.best || data.isInitiative(b.node) - data.isInitiative(a.node) || compare(a.node.name, b.node.name));
    return hits.map((hit) => hit.node);
  }

  function suggestion(node, index) {
    const symbol = shapes.symbol(kindsByKey.get(node.kind), { hollow: node.nameless });
    const notes = [kindOf(node), regionOf(node)].filter(Boolean).join(" · ");
    const also = node.also.length ? element("span", { class: "also", text: word("also", { names: node.also.slice(0, 3).join(", ") }) }) : null;
    const name = element("span", { class: "hit" }, element("span", { class: "name", text: nameOf(node) }), element("span", { class: "notes", text: notes }), also);
    return element(
      "li",
      { id: `suggestion-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => pick(event, index) },
      symbol,
      name,
    );
  }

  function pick(event, index) {
    event.preventDefault();
    take(found[index]);
  }

  /** Choose a node from outside the map: lift the filters that hide it, then show it. */
  function take(node) {
    close();
    if (!state.shown().nodes.has(node.id)) state.reset();
    input.value = nameOf(node);
    atlas.page.show(node.id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function open() {
    const all = matches(input.value);
    found = all.slice(0, MOST);
    if (!fold(input.value)) return close();
    const nothing = element("li", { class: "nothing", text: word("search_none", { text: input.value.trim() }) });
    list.replaceChildren(...(found.length ? found.map(suggestion) : [nothing]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    byId("search-status").textContent = found.length ? counted("search", all.length) : nothing.textContent;
    return mark(found.length ? 0 : -1);
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `suggestion-${index}`);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  input.addEventListener("input", open);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && list.hidden) open();
    else if (event.key === "Enter" && active >= 0) take(found[active]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      else if (found.length) mark((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    }
  });

  return { matches };
})();
