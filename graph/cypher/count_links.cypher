// How many relationships have this type? LINK_TYPE is one of the schema's types.
// Columns: counted.
MATCH ()-[r:LINK_TYPE]->()
RETURN count(r) AS counted
ORDER BY counted
