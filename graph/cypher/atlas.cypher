// Which schema has this graph, how many writes has it seen, and after which of them, by which rules, was what is kept
// of it derived? No row: nothing was ever written.
// Columns: schema, revision, derived_revision, derived_rules, made (when the first write was; in milliseconds), importing (who imports, or was interrupted), is_held
// (an import goes on, or somebody copies the graph).
MATCH (atlas:Atlas {id: 'atlas'})
RETURN atlas.schema AS schema, atlas.revision AS revision, atlas.derived_revision AS derived_revision,
       atlas.derived_rules AS derived_rules, atlas.made AS made, atlas.importing AS importing,
       coalesce(atlas.held_until, 0) > timestamp() AS is_held
