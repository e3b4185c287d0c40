"""A Neo4j of the user's own without Docker: its jars fetched and checked, its folder, its process."""
