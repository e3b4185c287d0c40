"""Every word of the map page, in one place: its own, and those of the closed lists from `viz.wording`.

Words in braces are filled in on the page. A key ending in `_one` / `_many` is a pair for a count; `short_` is what fits
a narrow cell where the full words do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status, Strength
from queries.answers import CellValue, Column, Mark
from viz.language import _, spoken_language
from viz.wording.cells import word_column, word_mark, word_value
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_status, word_strength
from viz.wording.stories import story_words


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a page by their keys, and the language they are in ("de", "en")."""

    language: str
    words: Mapping[str, str]


def map_wording() -> Wording:
    """The words of the map page in the language now spoken."""
    own = (
        _page_words(),
        _filter_words(),
        _shown_words(),
        _time_words(),
        story_words(),
        _map_words(),
        _around_words(),
        _overview_words(),
        _panel_words(),
        _matrix_words(),
        _short_words(),
    )
    words = {key: word for part in own for key, word in part.items()}
    return Wording(spoken_language(), words | _kind_words() | _list_words())


def _page_words() -> dict[str, str]:
    return {
        "views": _("Views"),
        "view_net": _("Net"),
        "view_overview": _("Länder at a glance"),
        "view_map": _("Map"),
        "view_around": _("Surroundings"),
        "view_matrix": _("Who is there?"),
        "view_table": _("Table"),
        "documents_of": _("Date of the documents: {years}"),
        "undated_documents": _("{n} undated"),
        "documents_undated": _("Date of the documents unknown"),
        "made_on": _("made on {date}"),
        "incomplete": _("no claim to completeness"),
        "sample": _("Sample data"),
        "beamer": _("Projector"),
        "beamer_hint": _("Projector mode (key B)"),
        "in_view": _("What is shown"),
        "theme_dark": _("Dark"),
        "theme_light": _("Light"),
        "empty": _("There is nothing to show yet. Load documents first."),
        "no_script": _("This page needs JavaScript. It fetches nothing from the network."),
        "outdated": _("This browser is too old for the map. Any of the last three years will do."),
        "date_day": _("{day}/{month}/{year}"),
        "date_month": _("{month}/{year}"),
        "quoted": _("“{quote}”"),
        "search": _("Search"),
        "search_hint": _("Search actor or initiative"),
        "search_none": _("Nothing found for “{text}”"),
        "search_one": _("{n} hit"),
        "search_many": _("{n} hits"),
        "also": _("also: {names}"),
        "and_more": _("and {n} more"),
    }


def _filter_words() -> dict[str, str]:
    return {
        "legend": _("Legend and filters"),
        "land": _("Land"),
        "all_lands": _("all Länder"),
        "topic": _("Topic"),
        "all_topics": _("all topics"),
        "types": _("Types of initiatives"),
        "statuses": _("Status of initiatives"),
        "across_lands": _("across Länder"),
        "federal": _("Federal level"),
        "nationwide": _("nationwide"),
        "no_region": _("without a region"),
        "kinds": _("Kinds"),
        "roles": _("Roles"),
        "absences": _("Not formally at the table"),
        "nameless": _("without a name"),
        "reset": _("Show everything"),
        "all": _("all"),
        "none": _("none"),
    }


def _shown_words() -> dict[str, str]:
    return {
        "shown_everything": _("Everything shown"),
        "shown_land": _("Land: {names}"),
        "shown_topic": _("Topic: {names}"),
        "shown_types": _("initiatives: only {names}"),
        "hidden_types": _("initiatives: without {names}"),
        "shown_statuses": _("status: only {names}"),
        "hidden_statuses": _("status: without {names}"),
        "shown_kinds": _("only {names}"),
        "hidden_kinds": _("without {names}"),
        "shown_roles": _("roles: only {names}"),
        "hidden_roles": _("roles: without {names}"),
        "hidden_absences": _("hidden: {names}"),
        "shown_value": _("rows with: {names}"),
        "initiatives_of": _("{n} of {total} initiatives"),
        "actors_of": _("{n} of {total} actors"),
        "links_of": _("{n} of {total} participations"),
        "initiatives_one": _("initiative"),
        "initiatives_many": _("initiatives"),
        "actors_one": _("actor"),
        "actors_many": _("actors"),
        "links_one": _("participation"),
        "links_many": _("participations"),
        "rows_one": _("row"),
        "rows_many": _("rows"),
    }


def _time_words() -> dict[str, str]:
    return {
        "time_bar": _("Time"),
        "time_at": _("Point in time"),
        "time_help": _("What is this?"),
        "time_note": _(
            "A participation is shown from its first dated passage on, or from the beginning that the source names, "
            "until the end that it names; an initiative likewise. Whether somebody was still there later, the "
            "documents often do not say. Details list all passages, whatever their date."
        ),
        "play": _("Play (key P)"),
        "pause": _("Pause (key P)"),
        "as_of": _("As of {date}"),
        "all_times": _("All times"),
        "undated_links": _("Undated: {n}"),
        "hidden_undated": _("without undated ones"),
        "begun": _("{n} new"),
        "cell_from": _("evidenced from {date} on"),
        "cell_later": _("evidenced only from {date} on"),
        "cell_over": _("ended {date}"),
        "cell_undated": _("evidence undated"),
    }


def _map_words() -> dict[str, str]:
    return {
        "map_name": _("Map of the initiatives and who takes part. The view “Table” holds the same in rows."),
        "map_hint": _("Choose a symbol or a line: its evidence appears here."),
        "map_keys": _("Arrow keys move, + and − zoom, 0 shows everything"),
        "roughly_there": _("Places are approximate"),
        "outline_of": _("borders:"),
        "outline_changed": _("(data changed)"),
        "vacant": _("Who is not there?"),
        "moved": _("Symbols moved"),
        "save_positions": _("Save arrangement"),
        "save_positions_hint": _("A file for “buendnisatlas map --positions FILE”"),
        "undo_positions": _("Put back"),
        "positions_file": _("positions.json"),
        "beside_the_map": _("nationwide, across Länder or without a place"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "fit": _("Show the whole map"),
        "named_only": _("named, no participation"),
        "no_information_on": _("No information: {names}"),
    }


def _around_words() -> dict[str, str]:
    return {
        "steps": _("How far"),
        "steps_1": _("1 step"),
        "steps_2": _("2 steps"),
        "around_hint": _("Choose an actor or an initiative: click it, or search for its name."),
        "show_suggestions": _("Show suggestions"),
        "suggested": _("Suggestion: {name}"),
        "suggestions": _("Suggestions: who could be asked"),
        "suggestions_note": _("Computed from the register and the documents; nobody says that they take part."),
    }


def _overview_words() -> dict[str, str]:
    return {
        "overview_name": _("The Länder, their known initiatives and the actors that they share"),
        "overview_area": _("Area: number of known initiatives"),
        "overview_line": _("Line: actors taking part in both"),
        "overview_hint": _("Choose a Land to open its net. Filters apply in the other views."),
        "known_one": _("known initiative"),
        "known_many": _("known initiatives"),
        "shared_also": _("and {n} across Länder"),
        "documents_one": _("document"),
        "documents_many": _("documents"),
        "newest_of": _("Date: {date}"),
        "newest_unknown": _("Date unknown"),
        "common_one": _("actor in both"),
        "common_many": _("actors in both"),
        "common_with": _("actors in common with {names}"),
        "back_to_lands": _("All Länder"),
    }


def _panel_words() -> dict[str, str]:
    return {
        "details": _("Details and evidence"),
        "evidence": _("Evidence"),
        "close": _("Close"),
        "kind": _("Kind"),
        "region": _("Region"),
        "time": _("Period"),
        "since": _("since {date}"),
        "until": _("until {date}"),
        "from_to": _("{since} to {until}"),
        "topics": _("Topics"),
        "status": _("Status"),
        "part_of": _("Part of"),
        "possibly": _("Possibly the same"),
        "earlier": _("Continues"),
        "later": _("Continued as"),
        "participants": _("Participants"),
        "participations": _("Participations"),
        "absent_here": _("Not formally at the table, says the source"),
        "role": _("Role"),
        "newest": _("last evidenced {date}"),
        "undated": _("date unknown"),
        "page": _("page {number}"),
        "reported_by": _("reported by {name}"),
        "proposed_by": _("name proposed by the model {model}"),
        "open_source": _("Open source"),
        "searched": _("Documents searched"),
        "named_together": _("{n} named together"),
        "participation": _("Participation"),
        "absence": _("Documented absence"),
        "no_evidence": _("no passage to quote"),
    }


def _matrix_words() -> dict[str, str]:
    return {
        "matrix_caption": _("Which kinds of actors take part in which initiative"),
        "matrix_legend": _("What the cells say; choose a value to see only rows with it"),
        "initiative": _("Initiative"),
        "actor": _("Actor"),
        "source": _("Source"),
        "last_evidenced": _("Last evidenced"),
        "no_information": _("No information"),
        "no_information_note": _("Nothing is known about these regions; that is no gap."),
        "no_document": _("no initiative named in the documents"),
        "silent": _("Source: no findings"),
        "without_table": _("No table to sit at"),
        "without_table_note": _("Events, campaigns and the like: listed, but not asked for gaps."),
        "other_kinds": _("Others"),
        "via": _("via {names}"),
        "more_rows": _("Show {n} more"),
        "table_caption": _("Initiatives, participants and absences row by row"),
    }


def _short_words() -> dict[str, str]:
    return {
        "represented_via": _("represented via {names}"),
        "short_informal": _("supports, not formally"),
        "short_represented": _("represented"),
        "short_not_listed": _("not on the list"),
        "short_not_mentioned": _("not mentioned"),
        "head_ihk": word_column(Column.IHK),
        "head_hwk": _("Crafts"),
        "head_union": word_column(Column.UNION),
        "head_employers": _("Employers, business"),
        "head_government": _("Ministry, public body"),
        "head_science": _("University, research"),
        "lines_leading": _("leading and running"),
        "lines_taking_part": _("taking part"),
        "lines_supporting": _("supporting"),
        "lines_serving": _("commissioned services"),
    }


def _kind_words() -> dict[str, str]:
    """Kinds by their key in the palette; chambers by the short names people use."""
    named = {f"kind_{kind}": word_actor_kind(kind) for kind in ActorKind}
    return named | {
        "kind_initiative": _("Initiative"),
        "kind_chamber_ihk": word_column(Column.IHK),
        "kind_chamber_hwk": word_column(Column.HWK),
        "kind_chamber_arbeitskammer": word_actor_kind(ActorKind.CHAMBER, ChamberType.ARBEITSKAMMER),
    }


def _list_words() -> dict[str, str]:
    """The closed lists: key is the name of the list and the code."""
    return {
        **{f"type_{code}": word_initiative_type(code) for code in InitiativeType},
        **{f"status_{code}": word_status(code) for code in Status},
        **{f"role_{code}": word_role(code) for code in Role},
        **{f"absence_{code}": word_strength(code) for code in Strength},
        **{f"column_{code}": word_column(code) for code in Column},
        **{f"value_{code}": word_value(code) for code in CellValue},
        **{f"mark_{code}": word_mark(code) for code in Mark},
    }
