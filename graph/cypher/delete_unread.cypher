// Delete the unread places of a document.
// Parameters: id.
MATCH (u:Unread {document_id: $id})
DETACH DELETE u
