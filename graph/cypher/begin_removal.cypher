// Begin to keep what a removed document said; it is not kept before `settle_removal`.
// Parameters: id, properties.
MERGE (r:Removal {id: $id})
SET r = $properties
