// Of which words of a kind was no fact made?
// Columns: id, document, quote_start, quote_end, quote, word, kind, chamber_type, initiative, reason
MATCH (u:Unread)
RETURN u.id AS id, u.document_id AS document, u.quote_start AS quote_start, u.quote_end AS quote_end,
       u.quote AS quote, u.word AS word, u.kind AS kind, u.chamber_type AS chamber_type,
       u.initiative_id AS initiative, u.reason AS reason
ORDER BY id
