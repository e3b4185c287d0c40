// Which likenesses are kept?
// Columns: id.
MATCH (l:Likeness)
RETURN l.id AS id
ORDER BY id
