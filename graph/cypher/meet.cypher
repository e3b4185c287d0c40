// Make this transaction the only writer, and say what a document that may be new meets: every write touches the atlas
// first, so that writers wait for each other.
// Parameters: schema (the version a new graph has), id (the document), addresses, actors, initiatives, groups, facts
// (keys).
// Columns: schema, is_held (somebody copies the graph: writers wait), importing (who imports, or was interrupted),
// revision (counts writes), documents and shown (how many of its key, of its addresses are there), facts (those that
// have a statement), actors, initiatives, groups (those that stand: id, labels, properties), actor_claims,
// initiative_claims, group_claims (what documents say of them: id, claims, confidence, date).
MERGE (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1, atlas.schema = coalesce(atlas.schema, $schema)
WITH atlas
CALL () {
  OPTIONAL MATCH (d:Document {id: $id})
  RETURN count(d) AS documents
}
CALL () {
  UNWIND $addresses AS address
  MATCH (a:Address {id: address})
  RETURN count(a) AS shown
}
CALL () {
  UNWIND $facts AS fact
  MATCH (s:Statement {fact_id: fact})
  RETURN collect(DISTINCT fact) AS facts
}
CALL () {
  UNWIND $actors AS key
  MATCH (n:Actor {id: key})
  RETURN collect({id: n.id, labels: labels(n), properties: properties(n)}) AS actors
}
CALL () {
  UNWIND $initiatives AS key
  MATCH (n:Initiative {id: key})
  RETURN collect({id: n.id, labels: labels(n), properties: properties(n)}) AS initiatives
}
CALL () {
  UNWIND $groups AS key
  MATCH (n:Group {id: key})
  RETURN collect({id: n.id, labels: labels(n), properties: properties(n)}) AS groups
}
CALL () {
  UNWIND $actors AS key
  MATCH (n:Actor {id: key})<-[r:NAMES]-(d:Document)
  RETURN collect({id: n.id, claims: r.claims, confidence: r.confidence, date: d.date}) AS actor_claims
}
CALL () {
  UNWIND $initiatives AS key
  MATCH (n:Initiative {id: key})<-[r:NAMES]-(d:Document)
  RETURN collect({id: n.id, claims: r.claims, confidence: r.confidence, date: d.date}) AS initiative_claims
}
CALL () {
  UNWIND $groups AS key
  MATCH (n:Group {id: key})<-[r:NAMES]-(d:Document)
  RETURN collect({id: n.id, claims: r.claims, confidence: r.confidence, date: d.date}) AS group_claims
}
RETURN atlas.schema AS schema, coalesce(atlas.held_until, 0) > timestamp() AS is_held,
       atlas.importing AS importing, atlas.revision AS revision, documents, shown, facts,
       actors, initiatives, groups, actor_claims, initiative_claims, group_claims
ORDER BY revision
