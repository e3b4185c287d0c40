// Schema 2: documents have pages. Those of schema 1 have none.
// Parameters: limit.
// Columns: changed (how many documents).
MATCH (d:Document)
WHERE d.pages IS NULL
WITH d LIMIT $limit
SET d.pages = []
RETURN count(d) AS changed
ORDER BY changed
