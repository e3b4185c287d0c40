// How many places are unread in each document, by reason?
// Columns: document, reason, places
MATCH (u:Unread)
RETURN u.document_id AS document, u.reason AS reason, count(u) AS places
ORDER BY document, reason
