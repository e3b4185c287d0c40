"""What may be wrong with a graph that is copied, kept, imported or of another version, each code as one clear line."""

from collections.abc import Mapping

from viz.language import mark

COPIES: Mapping[str, str] = {
    "copy_from_file": mark(
        "This is a file, and copy goes from graph to graph. To read a backup: "
        'buendnisatlas import "{path}" --graph "{target}"'
    ),
    "copy_to_file": mark(
        "This is a file, and copy goes from graph to graph. To keep a graph in a file: "
        'buendnisatlas backup "{path}" --graph "{source}"'
    ),
    "backup_exists": mark("This file is there already. Give another name, or --force to replace it."),
    "copy_differs": mark("The copy is not equal to the source. Name another target and copy again."),
    "schema_older": mark(
        "The graph is of an earlier version and this account may not write. "
        "Open it once with an account that may, for instance with “buendnisatlas status”."
    ),
    "graph_unfinished": mark(
        "An import into this graph was interrupted and this account may not clear what is there. "
        "Open it once with an account that may, for instance with “buendnisatlas status”."
    ),
    "import_interrupted": mark(
        "The import was interrupted; nothing of it was kept. Run it again, with more memory free."
    ),
    "graph_importing": mark("An import into this graph is under way. Wait until it has ended."),
    "schema_newer": mark("A newer Bündnisatlas wrote this graph. Update the program to open it."),
    "import_bad_record": mark("This line is no record of a graph. Take a file that “backup” or “export” has written."),
    "import_incomplete": mark("The file is incomplete. Write it again with “buendnisatlas export”."),
    "unexpected_value": mark("The graph holds something unexpected ({column}). Load the documents into a new graph."),
}
