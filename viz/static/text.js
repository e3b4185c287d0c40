"use strict";
// Words, numbers, dates and names as a reader in this language expects them.
atlas.text = (() => {
  const { words, language, passages, documents } = atlas.data.page;
  const locale = language === "de" ? "de-DE" : "en-GB";
  const collator = new Intl.Collator(locale, { numeric: true });
  const table = new Map(Object.entries(words));

  /** The word with this key, its {braces} filled in. */
  function word(key, values) {
    const found = table.get(key);
    if (found === undefined) throw new Error(`no word for ${key}`);
    return found.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
  }

  const number = (count) => count.toLocaleString(locale);

  /** A count with its noun: "1 Initiative", "7 Initiativen". */
  const counted = (key, count) => `${number(count)} ${word(count === 1 ? `${key}_one` : `${key}_many`)}`;

  /** An ISO date or a prefix of one, as people write it. */
  function date(iso) {
    if (!iso) return word("undated");
    const [year, month, day] = iso.slice(0, 10).split("-");
    if (day) return word("date_day", { day, month, year });
    return month ? word("date_month", { month, year }) : year;
  }

  /** When a fact was last evidenced: the year is what people remember, the passage has the day. */
  const newest = (iso) => (iso ? word("newest", { date: iso.slice(0, 4) }) : word("undated"));

  const quoted = (quote) => word("quoted", { quote });

  /** A document's title, with the page where it has pages. */
  const source = (document, page) => {
    const title = document.title || document.file || document.link;
    return page ? `${title}, ${word("page", { number: page })}` : title;
  };

  /** Names in a row, cut after a few: "A, B and 3 more". */
  function some(names, most) {
    const first = names.slice(0, most).join(", ");
    return names.length > most ? `${first} ${word("and_more", { n: number(names.length - most) })}` : first;
  }

  /** The same folding as graph/keys.py: case, umlauts, quotes, dashes, blanks. */
  function fold(name) {
    const spelled = name.normalize("NFKC").toLowerCase().replace(/[„“”"'»«‚‘’›‹`´]/g, "");
    const plain = spelled.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
    return plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  }

  const namesakes = new Map();
  const sameName = (node) => `${atlas.data.isInitiative(node)}/${node.name}`;
  for (const node of atlas.data.nodes) namesakes.set(sameName(node), (namesakes.get(sameName(node)) || 0) + 1);

  /** A symbol's name, with what tells it from its namesakes: the region, of a group its number. */
  function nameOf(node) {
    if (node.nameless) return node.count && !/\d/.test(node.name) ? `${node.name} (${number(node.count)})` : node.name;
    return regionOf(node) && namesakes.get(sameName(node)) > 1 ? `${node.name} (${regionOf(node)})` : node.name;
  }

  const kindOf = (node) => word(node.type ? `type_${node.type}` : `kind_${node.kind}`);
  const roleOf = (edge) => word(edge.absence ? `absence_${edge.absence}` : `role_${edge.role}`);

  // What is grouped under no Land, as viz/lands.py names it.
  const ASIDE = new Map([
    ["across", "across_lands"],
    ["de", "federal"],
    ["nowhere", "no_region"],
  ]);
  const landName = (home) => (ASIDE.has(home) ? word(ASIDE.get(home)) : atlas.data.page.lands[home]);
  /** Länder by their name, then what is under none. */
  const compareLands = (a, b) => {
    const ranks = [...ASIDE.keys()];
    return ranks.indexOf(a) - ranks.indexOf(b) || collator.compare(landName(a), landName(b));
  };
  const regionOf = (node) => node.region || (node.federal ? word("nationwide") : "");

  return {
    word,
    number,
    counted,
    date,
    newest,
    quoted,
    source,
    some,
    fold,
    nameOf,
    kindOf,
    roleOf,
    regionOf,
    landName,
    compareLands,
    compare: collator.compare,
    passage: (index) => passages[index],
    document: (index) => documents[index],
  };
})();
