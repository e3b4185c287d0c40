// Does a database without an atlas hold anything that bears a label or a type of relationship of ours?
// Columns: name (one such label or type). No row: the database is free.
MATCH (n:Actor|Address|Decision|Document|Group|Initiative|Interest|Likeness|Listing|Region|Removal|RemovedPart|Silence|Statement|TextPart|Unread)
RETURN head(labels(n)) AS name
ORDER BY name LIMIT 1
UNION ALL
MATCH ()-[r:ABOUT|ABSENT|BRANCH_OF|BRINGS|HAS|HAS_TEXT|IN|IN_INITIATIVE|KEEPS|LISTS|MEMBER_OF|NAMES|PARTICIPATES|PART_OF|SHOWS]->()
RETURN type(r) AS name
ORDER BY name LIMIT 1
