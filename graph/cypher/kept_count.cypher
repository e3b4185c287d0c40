// How many nodes have this label, by the number that either store keeps? NodeLabel is one of the schema's labels.
// One row, and no order: sorting it would let the embedded engine look at each node.
// Columns: counted.
MATCH (n:NodeLabel)
RETURN count(n) AS counted
