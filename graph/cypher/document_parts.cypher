// What does a document state, or leave unread? NodeLabel is Statement or Unread.
// Parameters: id.
// Columns: properties.
MATCH (n:NodeLabel {document_id: $id})
RETURN properties(n) AS properties, n.id AS id
ORDER BY id
