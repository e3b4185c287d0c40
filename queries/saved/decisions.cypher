// Was hat wer von Hand entschieden?
// Zweck: Korrekturen, Zusammenführungen und Ablehnungen, die neuesten zuerst; zurückgenommene sind dabei.
// English: What has been decided by hand, and by whom?
// Name: entscheidungen
MATCH (n:Decision)
RETURN n.written_at AS wann, n.author AS wer, n.action AS was, n.note AS notiz, n.undone AS zurueckgenommen, n.id AS id
ORDER BY wann DESC, id
