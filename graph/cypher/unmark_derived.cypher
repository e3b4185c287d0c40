// Say that nothing is derived.
MATCH (atlas:Atlas {id: 'atlas'})
REMOVE atlas.derived_revision
