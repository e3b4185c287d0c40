// Write the places of a document of which no fact was made.
// Parameters: rows (all properties of the place).
UNWIND $rows AS row
CREATE (u:Unread {id: row.id})
SET u = row
