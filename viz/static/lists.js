"use strict";
// What stands alone, at the right of the map: initiatives without participants, and actors that are only named. Names
// have a size of the map itself, so that each has its place at every zoom; filters make the lists shorter, and the
// shape of the window tells whether columns or rows are better.
atlas.lists = (() => {
  const { data, text } = atlas;
  const { wrap, fontOf } = atlas.labels;
  // In map units: the size of a name, of a line of it, from a symbol's middle to its name, between rows and columns.
  const SIZE = 31;
  const LINE = 36;
  const INDENT = 23;
  const ROW_GAP = 9;
  const COLUMN_GAP = 44;
  const BLOCK_GAP = 40;
  const HEADING = 58;
  // More than these do not fit any more: the last row says how many are left over.
  const MOST = 60;
  const MOST_COLUMNS = 3;
  // Between the rest of the map and the lists: room for names.
  const DISTANCE = 160;
  // A row is at most this wide, in letters of its size; the narrower ones are for narrow windows.
  const WIDTHS = [19, 16, 13, 10];
  const LONGEST = 4;

  const pen = document.createElement("canvas").getContext("2d");
  const orderOf = new Map(data.page.kinds.map((kind, i) => [kind.key, i]));
  const byKind = (a, b) => orderOf.get(a.kind) - orderOf.get(b.kind) || text.compare(text.nameOf(a), text.nameOf(b));
  const lone = data.nodes.filter((node) => node.lone).sort(byKind);
  // The map has a place for each of them; only the net lists them.
  let isShown = true;
  const rest = data.nodes.filter((node) => !node.lone);
  const BLOCKS = [
    { title: "value_nobody_named", members: lone.filter(data.isInitiative) },
    { title: "named_only", members: lone.filter((node) => !data.isInitiative(node)) },
  ];

  /** What of the map is shown beside the lists; nothing is a point. */
  function boundsOf(shown) {
    const nodes = rest.filter((node) => shown.has(node.id));
    if (!nodes.length) return { left: 0, right: -DISTANCE, top: 0, bottom: 0 };
    const end = (pick, key) => nodes.reduce((found, node) => pick(found, node[key]), nodes[0][key]);
    return { left: end(Math.min, "x"), right: end(Math.max, "x"), top: end(Math.min, "y"), bottom: end(Math.max, "y") };
  }

  function measure(words, font) {
    pen.font = font;
    // A little more than measured: letters of a small size come out a little wider.
    return pen.measureText(words).width * 1.03;
  }

  const rows = new Map();
  /** A row: its node, its name in lines, its width and height. */
  function rowOf(node, letters) {
    const key = `${node.id}/${letters}`;
    if (!rows.has(key)) {
      const font = fontOf(node, SIZE);
      pen.font = font;
      const lines = wrap(pen, text.nameOf(node), letters * SIZE, LONGEST);
      const width = INDENT + Math.max(...lines.map((line) => measure(line, font)));
      rows.set(key, { node, lines, width, height: lines.length * LINE + ROW_GAP });
    }
    return rows.get(key);
  }

  /** A block cut to what fits, with the words of its last row. */
  function blockOf({ title, members }, shown) {
    const seen = members.filter((node) => shown.has(node.id));
    const kept = seen.length > MOST ? seen.slice(0, MOST - 1) : seen;
    const left = seen.length - kept.length;
    return { title: text.word(title), kept, cut: seen.slice(kept.length), left };
  }

  /** The rows of a block in columns of about the same height. */
  function columnsOf(block, count, letters) {
    const all = block.kept.map((node) => rowOf(node, letters));
    const goal = all.reduce((sum, row) => sum + row.height, 0) / count;
    const columns = [[]];
    let height = 0;
    for (const row of all) {
      if (height + row.height / 2 > goal * columns.length && columns.length < count) columns.push([]);
      columns[columns.length - 1].push(row);
      height += row.height;
    }
    return columns.map((members) => ({
      members,
      width: Math.max(...members.map((row) => row.node.size + row.width)),
      height: HEADING + members.reduce((sum, row) => sum + row.height, block.left ? LINE : 0),
    }));
  }

  /** Blocks side by side, or (one column each) one upon the other, and how large the map beside them then is. */
  function arrangement(blocks, { counts, isStacked, letters }, { around, room }) {
    const parts = blocks.map((block, i) => {
      const columns = columnsOf(block, counts[i], letters);
      const sum = columns.reduce((total, column) => total + column.width, COLUMN_GAP * (columns.length - 1));
      const width = Math.max(sum, measure(block.title, `italic ${SIZE}px ${atlas.labels.FAMILY}`));
      return { block, columns, width, height: Math.max(...columns.map((column) => column.height)) };
    });
    const total = (key, gap) => parts.reduce((sum, part) => sum + part[key], gap * (parts.length - 1));
    const most = (key) => Math.max(...parts.map((part) => part[key]));
    const width = isStacked ? most("width") : total("width", COLUMN_GAP);
    const height = isStacked ? total("height", BLOCK_GAP) : most("height");
    const wide = around.right + DISTANCE + width - around.left;
    const high = Math.max(height, around.bottom - around.top);
    return { parts, isStacked, letters, height, scale: Math.min(room.wide / wide, room.high / high, room.largest) };
  }

  /** The arrangement that lets the whole map be largest. */
  function best(blocks, place) {
    const counts = Array.from({ length: MOST_COLUMNS }, (_, i) => i + 1);
    const pairs = blocks.length === 2 ? counts.flatMap((a) => counts.map((b) => [a, b])) : counts.map((a) => [a]);
    const ways = [{ counts: [1, 1], isStacked: true }, ...pairs.map((pair) => ({ counts: pair, isStacked: false }))];
    const all = ways.flatMap((way) => WIDTHS.map((letters) => arrangement(blocks, { ...way, letters }, place)));
    return all.reduce((found, one) => (one.scale > found.scale * 1.01 ? one : found));
  }

  let headings = [];
  let letters = WIDTHS[0];
  let hidden = new Set();

  /** Set the rows of one part down at (x, y); `place(node, x, y)` moves its symbol. */
  function setDown({ block, columns, width, height }, x, y, place) {
    headings.push({ words: block.title, left: x, right: x + width, top: y, bottom: y + height });
    let left = x;
    let low = y;
    columns.forEach(({ members }, i) => {
      if (i) left += columns[i - 1].width + COLUMN_GAP;
      low = y + HEADING;
      for (const row of members) {
        place(row.node, left + row.node.size, low);
        low += row.height;
      }
    });
    for (const node of block.cut) place(node, left + node.size, low);
    if (!block.left) return;
    const words = `… ${text.word("and_more", { n: text.number(block.left) })}`;
    headings.push({ words, left, right: left, top: low - SIZE / 2, bottom: low });
  }

  /** Set the lists anew for the ids that are shown, in a window of so many pixels ({wide, high}), at a zoom of `largest` at most. */
  function arrange(shown, room, place) {
    headings = [];
    hidden = new Set();
    if (!isShown) return;
    const blocks = BLOCKS.map((block) => blockOf(block, shown)).filter((block) => block.kept.length);
    if (!blocks.length) return;
    const around = boundsOf(shown);
    const found = best(blocks, { around, room });
    letters = found.letters;
    let x = around.right + DISTANCE;
    let y = (around.top + around.bottom - found.height) / 2;
    for (const part of found.parts) {
      for (const node of part.block.cut) hidden.add(node.id);
      setDown(part, x, y, place);
      if (found.isStacked) y += part.height + BLOCK_GAP;
      else x += part.width + COLUMN_GAP;
    }
  }

  /** The room of a row whose symbol stands at this point, in map units. */
  function boxOf(node, { x, y }) {
    const { width, height } = rowOf(node, letters);
    const top = y - LINE / 2;
    return { left: x - node.size, right: x + width, top, bottom: top + height };
  }

  /** The size of names in pixels at this zoom, at most `largest`. */
  const sizeAt = (scale, largest) => Math.min(SIZE * scale, largest);

  /** Where the name of a row stands beside its symbol at (x, y), all in pixels; a zoom of `scale`. */
  function nameAt(node, { x, y }, scale, largest) {
    const { lines, width } = rowOf(node, letters);
    const size = sizeAt(scale, largest);
    const line = (size * LINE) / SIZE;
    const text = { lines, size, line, width: ((width - INDENT) * size) / SIZE, height: lines.length * line, align: "left" };
    return { text, left: x + INDENT * scale, top: y - line / 2 };
  }

  const isListed = (node) => isShown && node.lone;
  const show = (on) => {
    isShown = on;
  };

  return { show, isListed, arrange, boxOf, nameAt, sizeAt, headings: () => headings, isHidden: (id) => hidden.has(id) };
})();
