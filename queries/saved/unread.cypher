// Welche Stellen hat noch niemand geprüft?
// Zweck: Wörter und Namen, aus denen keine Angabe wurde, mit ihrem Satz.
// English: Which places has nobody checked yet?
// Name: ungeprueft
MATCH (u:Unread)
OPTIONAL MATCH (i:Initiative {id: u.initiative_id})
OPTIONAL MATCH (d:Document {id: u.document_id})
RETURN i.name AS initiative, u.word AS wort, u.kind AS art, u.quote AS satz, d.title AS dokument, u.id AS id
ORDER BY initiative, wort, dokument, id
