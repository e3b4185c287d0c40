// What did the last writes touch?
// Columns: log (entries, the oldest first: a write's number and the keys it touches), logged (the write up to which the
// log has no gap), revision (counts writes).
MATCH (atlas:Atlas {id: 'atlas'})
RETURN atlas.log AS log, atlas.logged AS logged, atlas.revision AS revision
ORDER BY revision
