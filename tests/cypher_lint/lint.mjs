// Neo4j's own checker over texts: a JSON list of [name, text] comes in, a JSON object from name to complaints goes out.
// Both versions of the language are asked; labels and types that are not among ours are complained about, too.
import { createRequire } from "module";
import { readFileSync } from "fs";
import { join } from "path";

const [, , home] = process.argv;
const { lintCypherQuery } = createRequire(join(home, "/"))("@neo4j-cypher/language-support");
const { texts, labels, types } = JSON.parse(readFileSync(0, "utf8"));
const found = {};
for (const [name, text] of texts) {
  const names = [...text.matchAll(/\$(\w+)/g)].map((match) => match[1]);
  const schema = {
    labels,
    relationshipTypes: types,
    parameters: Object.fromEntries(names.map((parameter) => [parameter, { type: "Any" }])),
  };
  const complaints = ["CYPHER 5", "CYPHER 25"].flatMap((version) =>
    lintCypherQuery(`${version} ${text}`, schema).diagnostics.map((one) => `${version}: ${one.message}`),
  );
  if (complaints.length) found[name] = complaints;
}
process.stdout.write(JSON.stringify(found));
