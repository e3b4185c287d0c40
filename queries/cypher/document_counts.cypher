// How much does each of these documents say? Of a sort of which it says nothing there is no row.
// Parameters: $ids, the documents
// Columns: sort (statement or unread), document, counted
UNWIND $ids AS id
MATCH (s:Statement {document_id: id})
RETURN 'statement' AS sort, s.document_id AS document, count(s) AS counted
ORDER BY sort, document
UNION ALL
UNWIND $ids AS id
MATCH (u:Unread {document_id: id})
RETURN 'unread' AS sort, u.document_id AS document, count(u) AS counted
ORDER BY sort, document
