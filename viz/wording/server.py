"""What may be wrong with a Neo4j of the user's own, each code as one clear line."""

from collections.abc import Mapping

from viz.language import mark

SERVER: Mapping[str, str] = {
    "neo4j_extra_missing": mark(
        'A Neo4j of your own needs an extra: pip install ".[neo4j-server]" in the folder of Bündnisatlas.'
    ),
    "neo4j_java_missing": mark("Java is not there. Install the extra neo4j-server anew."),
    "neo4j_java_old": mark("This Java is too old for Neo4j. Install the extra neo4j-server anew."),
    "neo4j_memory": mark("There is not enough memory for Neo4j (about 1.5 GB). Close other programs."),
    "neo4j_download_failed": mark(
        "{name} cannot be fetched from Maven Central. Check the network and run it again; what is there stays. "
        "Behind a mirror, set BUENDNISATLAS_MAVEN to its address."
    ),
    "neo4j_jar_wrong": mark(
        "This file is not the one that belongs to this Neo4j, so it is not started. Delete the file and run it again."
    ),
    "neo4j_not_a_folder": mark("This is a file; Neo4j needs a folder. Name another place with --folder."),
    "neo4j_folder_foreign": mark("The folder holds other things ({name}). Name an empty or new folder with --folder."),
    "neo4j_folder_not_writable": mark("Nothing may be written here. Check the permissions, or name another place."),
    "neo4j_folder_damaged": mark("This file is damaged. Restore the folder from a copy, or name a new one."),
    "neo4j_folder_in_use": mark("Another Neo4j works on this folder. Stop that one first."),
    "neo4j_newer_version": mark(
        "Neo4j {found} wrote this data; this program runs the older {known}. Update the program, or name a new folder."
    ),
    "neo4j_older_version": mark(
        "Neo4j {found} wrote this data; this program runs {known}. Copy the folder, then start it with --upgrade."
    ),
    "neo4j_port_taken": mark("Port {port} is taken by another program. Name another one with --port, or none."),
    "neo4j_not_started": mark("Neo4j did not start; this log says why."),
    "neo4j_stopped": mark("Your own Neo4j has this address, and does not run. To start it: {command}"),
    "neo4j_not_stopped": mark("Neo4j (process {pid}) does not end. Wait a moment and run it again."),
    "neo4j_password_lost": mark("Neo4j does not take the password kept here. Restore the folder from a copy."),
}
