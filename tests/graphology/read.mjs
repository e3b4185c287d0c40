// The libraries of Gephi Lite over files: {path, format} comes in, the graph as graphology holds it goes out.
import { createRequire } from "module";
import { readFileSync } from "fs";
import { join } from "path";

const [, , home] = process.argv;
const load = createRequire(join(home, "/"));
const Graph = load("graphology");
const { path, format } = JSON.parse(readFileSync(0, "utf8"));
const text = readFileSync(path, "utf8");
const graph =
  format === "graphology"
    ? Graph.from(JSON.parse(text))
    : load(`graphology-${format}`).parse(Graph, text, { allowUndeclaredAttributes: false });
process.stdout.write(
  JSON.stringify({ order: graph.order, size: graph.size, multi: graph.multi, type: graph.type, ...graph.export() }),
);
