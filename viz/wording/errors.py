"""Codes of errors into one clear line: the place, what is wrong, the next step."""

import errno
from collections import defaultdict
from collections.abc import Mapping

from graph.errors import AtlasError
from viz.language import _, mark
from viz.wording.copies import COPIES
from viz.wording.dates import word_date
from viz.wording.logins import LOGINS
from viz.wording.register import REGISTER
from viz.wording.server import SERVER
from viz.wording.stories import STORIES

_SETTINGS: Mapping[str, str] = {
    "unknown_language": mark("{place}: “{value}” is no language here. Choose de or en."),
    "configuration_unreadable": mark("The configuration cannot be read. Save it as UTF-8 and check its permissions."),
    "configuration_invalid": mark("The configuration is not valid TOML. Correct this line."),
    "configuration_key": mark("The configuration knows no key “{key}”. Known are: {known}."),
    "author_missing": mark(
        "Who decides? Give initials or an organisation with --by, or for good as “author” in config.toml "
        "(at most {longest} letters)."
    ),
    "configuration_value": mark("The value of “{key}” must be text in quotation marks."),
}
_GRAPH: Mapping[str, str] = {
    "graph_missing": mark("There is no graph here yet. Make one with “buendnisatlas load PATH”."),
    "graph_looks_like_address": mark(
        "There is no folder of this name. If the address of a server is meant, it is probably {meant}; "
        "for a new folder, put ./ before its name."
    ),
    "graph_not_for_samples": mark("This graph holds your own documents. Give a PATH, or leave out --graph."),
    "graph_held": mark(
        "The graph is in use by another program that does not answer (process {pid}). End it and run this again."
    ),
    "graph_held_silently": mark(
        "Another program is opening or closing this graph and does not get done. End it and run this again."
    ),
    "graph_held_by_user": mark("Another user has this graph open. Wait until that one is done, or use a Neo4j server."),
    "graph_held_by_version": mark("Another version of Bündnisatlas has this graph open. Close that one first."),
    "graph_held_elsewhere": mark(
        "Another machine ({host}) has this graph open. Close it there; several machines need a Neo4j server."
    ),
    "graph_busy": mark(
        "Another program has been writing to the graph for minutes. Wait until it is done, then run this again."
    ),
    "graph_damaged": mark("The graph is damaged. Load the documents into a new folder with --graph."),
    "graph_not_a_folder": mark("This is a file; the graph needs a folder. Name another place with --graph."),
    "graph_not_writable": mark(
        "Nothing may be written here; the graph needs that even for reading. "
        "Check the permissions, or name another place."
    ),
    "graph_folder_foreign": mark("The folder holds other things ({name}). Name an empty or new folder with --graph."),
    "disk_full": mark("There is no space left on the disk. Make room and run it again."),
    "no_embedded_engine": mark(
        "The embedded graph does not run on this machine. Give the address of a Neo4j server with --graph neo4j://…"
    ),
    "store_address_invalid": mark("This is no address of a Neo4j server. Write it like neo4j://server:7687."),
    "store_address_has_password": mark(
        "The address contains a user or password. Take them out and set NEO4J_USERNAME and NEO4J_PASSWORD."
    ),
    "store_address_has_path": mark(
        "The address goes on behind the server. End it there, and name the database in NEO4J_DATABASE."
    ),
    "store_login_paused": mark(
        "After several wrong passwords the server takes none for some seconds. "
        "Check NEO4J_USERNAME and NEO4J_PASSWORD and wait a moment."
    ),
    "store_database_reserved": mark(
        "The database “{database}” is the server’s own. Name another one in NEO4J_DATABASE."
    ),
    "store_not_empty": mark(
        "The database holds other data ({name}). Give Bündnisatlas a database of its own, with NEO4J_DATABASE."
    ),
    "store_password_refused": mark("The server refuses user or password. Check NEO4J_USERNAME and NEO4J_PASSWORD."),
    "store_password_expired": mark(
        "The server wants a new password for this user first. Set one in Neo4j Browser or with its administrator."
    ),
    "store_token_refused": mark("The server refuses the token. Check NEO4J_TOKEN, and whether the token has expired."),
    "store_certificate_untrusted": mark(
        "The server’s certificate is signed by nobody whom this computer trusts, so nothing was sent. "
        "If its administrator gives you the file of the authority, name it in NEO4J_CA."
    ),
    "store_certificate_dates": mark(
        "The server’s certificate is not valid today, so nothing was sent. "
        "Check this computer’s date, or ask the server’s administrator for a new one."
    ),
    "store_certificate_other_host": mark(
        "The server’s certificate was made for another name, so nothing was sent. "
        "Write the address with the name that its administrator gives."
    ),
    "store_encrypted_only": mark("The server talks encrypted only. Begin the address with {wanted}"),
    "store_not_encrypted": mark(
        "The server does not encrypt. In a network that you trust, begin the address with {wanted}"
    ),
    "store_authority_unreadable": mark(
        "This file holds no certificates that can be read. Name a file in PEM format in NEO4J_CA."
    ),
    "store_only_reads": mark(
        "This server takes no changes: it holds a copy to read from. Begin the address with neo4j://, or neo4j+s://, "
        "so that the one that takes them is found."
    ),
    "store_no_leader": mark(
        "No server of the cluster takes changes at the moment. Wait a little and run it again; reading goes on."
    ),
    "store_forbidden": mark("This user may not do that on the server. Ask its administrator."),
    "store_unreachable": mark(
        "The server cannot be reached. Check the address, the network and whether it is running."
    ),
    "store_database_missing": mark("The server has no database “{database}”. Check NEO4J_DATABASE."),
    "store_query_failed": mark("The server does not understand a question. It must be Neo4j 5 or newer."),
    "store_memory": mark(
        "The server has too little memory for this question. Give it more: a Neo4j of your own with "
        "“buendnisatlas neo4j stop” and “neo4j start --memory 8”, others in their configuration."
    ),
    "store_failed": mark("The graph could not carry this out. Nothing of it was stored; run it again."),
    "value_too_large": mark("The document is too large to be stored. Split it into parts."),
    "text_not_storable": mark("The text contains characters that cannot be stored. Save the file again as UTF-8."),
    "key_too_long": mark("The address is too long to be stored. Give the file a shorter name or place."),
    "number_too_large": mark("A number is too large to be stored. Whole numbers go up to 9223372036854775807."),
    "query_writes": mark(
        "The question would change the graph, and without --write it is only read. "
        "Nothing was changed; corrections with evidence are made by “buendnisatlas correct”."
    ),
    "query_schema": mark("Constraints and indexes are not changed by this. Do that in Neo4j Browser."),
    "query_syntax": mark(
        "“{near}” in column {column} is not understood as Cypher. "
        "Correct it there; “buendnisatlas cypher --list” names questions that come along."
    ),
    "query_unfinished": mark("The question breaks off in column {column}. Complete it there."),
    "query_parameter": mark("The question still needs values for: {names}. Give each with --param NAME=VALUE."),
    "query_refused": mark("The graph cannot answer the question ({reason}). Check functions, procedures and values."),
    "graph_changed": mark("The graph was changed by another program meanwhile. Run it again."),
    "graph_read_only": mark("This graph can only be read here."),
    "graph_inconsistent": mark(
        "What the graph holds of a document does not belong together. Load that document again ({document})."
    ),
    "target_not_empty": mark(
        "The target holds something that the source holds otherwise or not at all ({name}). Name an empty folder or "
        "database."
    ),
}
_DOCUMENTS: Mapping[str, str] = {
    "not_found": mark("There is no such file or folder. Check the path."),
    "a_folder": mark("This is a folder, not a file. Name a file."),
    "an_archive": mark("This archive holds several documents. Name one of them (ARCHIVE.zip/NAME), or use “load”."),
    "archive_bomb": mark(
        "Unpacked, the archive would be over a hundred times its size, so it is not opened. "
        "Load its documents one by one."
    ),
    "too_many_members": mark("The archive holds more documents than are read from one. Split it into parts."),
    "nested_too_deeply": mark("This archive lies too deep within other archives. Unpack the outer ones."),
    "unsafe_name": mark("The name leads out of the archive or cannot be used. Unpack the archive and rename the file."),
    "not_a_file": mark("This is neither a file nor a folder. Name a document."),
    "unreadable": mark("This may not be read. Check the permissions, or whether it is open elsewhere."),
    "link_loop": mark("The link leads back to itself. Name the file or folder itself."),
    "unknown_format": mark(
        "This format is not read. Save it as .txt, .md, .html, .docx, .odt, .pdf, .eml, .xlsx or .csv."
    ),
    "no_readable_files": mark(
        "There is no document in here. Readable are .txt, .md, .html, .docx, .odt, .pdf, .eml, .xlsx, .csv and .zip."
    ),
    "empty": mark("There is no text in it. Check whether it is the right file."),
    "too_large": mark("The document is too large. Split it into parts."),
    "document_bomb": mark(
        "Unpacked, the file would be over a hundred times its size, so it is not read. Check where it comes from."
    ),
    "xml_entities": mark(
        "The file contains XML entities, as they are used to make programs stand still, and is not read. "
        "Check where it comes from."
    ),
    "binary": mark("This is no text, whatever the file’s name says. Save it again in its own format."),
    "review_file": mark("This is a table of corrections. Take it over with “buendnisatlas review import FILE.xlsx”."),
    "review_of_another_graph": mark(
        "Not one row of this table is in this graph. It comes from another one: name that one with --graph."
    ),
    "no_review_table": mark("This is no table that “buendnisatlas review export” wrote: its headings are not there."),
    "damaged": mark("The file is damaged. Open it in its program and save it again."),
    "password_protected": mark("The file is protected by a password. Save it without one."),
    "no_text_layer": mark("The PDF has pictures of pages, but no text. Run text recognition (OCR) first."),
    "too_deep": mark("The document is nested too deeply. Save it again, for instance as plain text."),
    "too_many_rows": mark("More than {limit} rows in one sheet. Split it into several files."),
    "too_many_empty_rows": mark(
        "There are more empty rows and columns between the filled ones than can be read. Delete them and save again."
    ),
    "too_many_columns": mark("More than {limit} columns in one sheet. Delete those that are not needed."),
    "positions_invalid": mark("This is no file of positions. Save one on the map, and name it with --positions."),
    "positions_version": mark("These positions come from another version ({version}). Save them on a new map."),
    "mapping_unreadable": mark("The mapping cannot be read. Check the path, and save it as UTF-8."),
    "mapping_invalid": mark("The mapping is not valid TOML ({reason}). “load --preview” prints one to start with."),
    "mapping_key": mark("The mapping knows no key “{key}”. Known are: {known}."),
    "mapping_value": mark("The value of “{key}” in the mapping is not possible. Text stands in quotation marks."),
    "mapping_meaning": mark("“{word}” is no meaning of a column. Known are: {known}."),
    "mapping_role": mark("“{word}” is no role. Known are: {known}, or x for a tick without a role."),
    "mapping_column": mark("{mapping} names a column “{column}” that is not here. Here are: {known}."),
    "mapping_header": mark(
        "{mapping} says that the headings stand in line {header}, but that line is empty or missing."
    ),
    "mapping_sheet": mark("{mapping} is about a sheet “{sheet}” that is not here. Here are: {known}."),
    "reader_died": mark(
        "The process that read this was ended, perhaps for lack of memory. Split the document, or use --jobs 1."
    ),
    "reader_too_slow": mark("Reading this was given up after {minutes} minutes. Split the document, or use --jobs 1."),
    "dask_missing": mark("Reading on other machines needs Dask. Install it: python -m pip install distributed"),
    "scheduler_unreachable": mark(
        "No Dask scheduler with at least one worker answers here. "
        "Check the address, as tcp://host:8786, and the network."
    ),
    "scheduler_lost": mark(
        "The Dask scheduler is gone. What was read is kept; run it again when the scheduler is back."
    ),
    "document_failed": mark("This document could not be read because of a fault of ours; the log has the details."),
}
_PAGES: Mapping[str, str] = {
    "web_address_invalid": mark("This is no usable address. Write it like https://example.org/page."),
    "web_scheme": mark("Only addresses with http or https are read. Save the page as a file and load that."),
    "web_credentials": mark(
        "The address contains a password or a key. Save the page in your browser as a file and load that."
    ),
    "web_unknown_host": mark("There is no server with the name {host}. Check the address and the network."),
    "web_private": mark("The address leads into a network that is not public ({host}). If meant so: --allow-private."),
    "web_unreachable": mark("The server cannot be reached. Check the address and the network."),
    "web_too_slow": mark(
        "The server takes too long to answer. Try again later, or save the page as a file and load that."
    ),
    "web_tls": mark(
        "The server cannot prove who it is (certificate). Open the address in your browser and check it there."
    ),
    "web_broken": mark("The page did not arrive whole. Try again, or save it as a file and load that."),
    "web_too_large": mark("The page has more than {limit} MB. Save it as a file, split it into parts and load those."),
    "web_robots": mark(
        "The site asks programs not to read this page (robots.txt). Save it in your browser as a file and load that."
    ),
    "web_robots_unknown": mark(
        "The site cannot say at the moment whether programs may read this page (robots.txt). Try again later."
    ),
    "web_not_found": mark("There is no such page (any more). Check the address in your browser."),
    "web_refused": mark(
        "The server lets nobody read this page unasked. Save it in your browser as a file and load that."
    ),
    "web_login": mark("The page asks to sign in. Save it in your browser as a file and load that."),
    "web_busy": mark("The server is busy or being serviced. Try again later."),
    "web_server_error": mark("The server has a fault of its own ({status}). Try again later."),
    "web_status": mark("The server answers with something other than a page ({status}). Check the address."),
    "web_too_many_redirects": mark(
        "The address leads on and on. Open it in your browser, save the page as a file and load that."
    ),
}
_PROPOSERS: Mapping[str, str] = {
    "proposer_unknown": mark("“{name}” is no model adapter. Choose one of: {known}."),
    "proposer_extra": mark('This needs an extra: pip install ".[{extra}]" in the folder of Bündnisatlas.'),
    "proposer_model": mark("spaCy has no model “{model}”. Install it, or name another as model under [proposer]."),
    "proposer_url": mark(
        "The model’s address is not usable. Set it like http://localhost:11434/v1 as url under [proposer], "
        "and a key in BUENDNISATLAS_PROPOSER_KEY."
    ),
    "proposer_unnamed": mark("Name the model as model under [proposer], as its server lists it."),
    "proposer_key": mark("There is something in BUENDNISATLAS_PROPOSER_KEY that no key holds. Copy it anew."),
    "proposer_not_local": mark(
        "This is another machine: the texts of the documents would be sent there. If that may be, add "
        "--remote-model; else --proposer none."
    ),
    "proposer_unencrypted": mark(
        "The texts would go over the internet unencrypted. Give an address that begins with https://."
    ),
    "proposer_unreachable": mark(
        "The model cannot be reached. Start it, or check the address; read without proposals."
    ),
    "proposer_too_slow": mark("The model takes too long to answer. Choose a smaller one; read without proposals."),
    "proposer_refused": mark(
        "The model does not let us in. Check BUENDNISATLAS_PROPOSER_KEY; read without its proposals."
    ),
    "proposer_status": mark(
        "The model’s server has a fault ({status}). Check its name and its log; read without proposals."
    ),
    "proposer_answer": mark(
        "The model does not always answer in the form asked for. Choose another one; those answers were left aside."
    ),
    "proposer_failed": mark("The model broke down; the log has the details. Read without its proposals."),
}
_QUESTIONS: Mapping[str, str] = {
    "unknown_question": mark(
        "No question “{name}” comes along. “buendnisatlas cypher --list” names them all; "
        "Cypher is put in quotation marks."
    ),
    "unknown_name": mark("“{name}” is not in the graph. Most like it: {nearest}"),
    "name_or_place": mark("Give either a name or a place."),
    "ambiguous_name": mark("“{name}” can mean several: {nearest}. Give the id in brackets."),
    "unknown_region": mark("“{name}” is no known region. Most like it: {nearest}."),
    "unknown_topic": mark("No initiative is on the topic “{name}”. Most like it: {nearest}."),
    "no_topics": mark("The documents name no topics; leave out --topic."),
    "sheet_too_long": mark(
        "A sheet of Excel takes {most} rows, this would have {count}. Narrow it with --region, or take --csv."
    ),
    "period_reversed": mark("The time ends before it begins: {since} to {until}. Swap the two dates."),
    "since_ahead": mark("{since} is not before {until}: nothing can have changed yet. Give an earlier day."),
    "date_out_of_bounds": mark("“{value}” lies outside of what can be asked for. Give a date from {first} to {last}."),
    "topic_not_offered": mark("No offer and no wish is about “{name}”. Topics most like it: {nearest}."),
    "unknown_body": mark("The register has no body “{name}”."),
    "never_asked": mark("Gaps are not asked for bodies like “{name}”. See “buendnisatlas show NAME”."),
    "unknown_actor": mark("There is no actor {id} in the graph. Look it up with “buendnisatlas show NAME”."),
    "unknown_initiative": mark("There is no initiative {id} in the graph. Look it up with “buendnisatlas show NAME”."),
    "unknown_node": mark(
        "There is nothing called {id} in the graph, or not yet at the date asked for. "
        "Look it up with “buendnisatlas show NAME”."
    ),
    "overlap_mixed": mark(
        "One is an actor, the other an initiative: “overlap” compares two of one sort. "
        "How they are connected, “buendnisatlas path” shows."
    ),
    "unknown_document": mark("There is no document {id} in the graph. “buendnisatlas status” lists them."),
    "bundled_script_unsafe": mark("A script of the map has been altered. Install Bündnisatlas anew."),
}
_SENTENCES: Mapping[str, str] = {
    **REGISTER,
    **_SETTINGS,
    **LOGINS,
    **_GRAPH,
    **COPIES,
    **SERVER,
    **STORIES,
    **_DOCUMENTS,
    **_PAGES,
    **_PROPOSERS,
    **_QUESTIONS,
}
_PLACES = ("path", "url", "address")
_DATES = ("since", "until")

_SYSTEM: Mapping[int, str] = {
    errno.ENOSPC: mark("There is no space left on the disk. Make room and run it again."),
    errno.EDQUOT: mark("There is no space left on the disk. Make room and run it again."),
    errno.EROFS: mark("The disk can only be read. Choose another place to write to."),
    errno.EACCES: mark("This may not be read or written. Check the permissions, or whether it is open elsewhere."),
    errno.EPERM: mark("This may not be read or written. Check the permissions, or whether it is open elsewhere."),
    errno.ENOENT: mark("There is no such file or folder. Check the path."),
    errno.ENOTDIR: mark("A part of the path is a file, not a folder. Check the path."),
    errno.EISDIR: mark("This is a folder, not a file. Name a file."),
    errno.ENAMETOOLONG: mark("The path is too long. Name a shorter one."),
}


def word_error(error: AtlasError) -> str:
    """One line: where, what, and what to do next. A code without a wording of its own is named."""
    line = _SENTENCES.get(error.code)
    details = defaultdict(str, {key: _word(key, str(value)) for key, value in error.details.items()})
    if line is None:
        details["code"] = error.code
        line = mark("Something is wrong that has no words yet (code {code}).")
    return _place(error.details) + _(line).format_map(details)


def _word(key: str, value: str) -> str:
    return word_date(value) if key in _DATES else value


def word_reason(error: AtlasError) -> str:
    """The same without the path, for a list in which the path already stands."""
    details = {key: value for key, value in error.details.items() if key not in _PLACES}
    return word_error(AtlasError(error.code, **details))


def word_system_error(error: OSError) -> str | None:
    """One line for what the system refused; None where that is nothing the user can put right."""
    line = _SYSTEM.get(error.errno or 0)
    if line is None:
        return None
    path = str(error.filename2 or error.filename or "")
    return _place({"path": path} if path else {}) + _(line)


def known_codes() -> frozenset[str]:
    """The codes that have a wording."""
    return frozenset(_SENTENCES)


def _place(details: Mapping[str, str | int | float]) -> str:
    """The place in front of the line: "Mitglieder.pdf, Seite 4: "."""
    parts = [str(details[key]) for key in _PLACES if key in details]
    for key, word in (
        ("page", _("page {number}")),
        ("step", _("step {number}")),
        ("row", _("line {number}")),
        ("line", _("line {number}")),
    ):
        if key in details:
            parts.append(word.format(number=details[key]))
    return ", ".join(parts) + ": " if parts else ""
