// Say after which write, and by which rules, the likenesses were derived.
// Parameters: revision, rules.
// Columns: revision (of the graph).
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.derived_revision = $revision, atlas.derived_rules = $rules
RETURN atlas.revision AS revision
ORDER BY revision
