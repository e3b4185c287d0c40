// Who is shown as whom, and which pairs are alike, as it was last derived from the graph?
// Columns: id, sort (of likeness), one, other, details (JSON text)
MATCH (l:Likeness)
RETURN l.id AS id, l.sort AS sort, l.one AS one, l.other AS other, l.details AS details
ORDER BY id
