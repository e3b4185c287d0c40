// Which constraints and indexes does a Neo4j server have? A constraint has an index of its name.
// Columns: name.
SHOW INDEXES YIELD name
RETURN name
ORDER BY name
