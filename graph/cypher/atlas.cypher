// Which schema has this graph, and how many writes has it seen? No row: nothing was ever written.
// Columns: schema, revision.
MATCH (atlas:Atlas {id: 'atlas'})
RETURN atlas.schema AS schema, atlas.revision AS revision
