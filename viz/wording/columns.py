"""What the columns of the pandas tables mean, by the codes that stand beside their names in `queries`."""

from collections.abc import Mapping

from viz.language import _, mark

_MEANINGS: Mapping[str, str] = {
    "id_of_initiative": mark("id of the initiative"),
    "name_of_initiative": mark("name of the initiative"),
    "type_of_initiative": mark(
        "type: alliance, dialogue, council, network, master_plan, programme, campaign, event, service_centre, other"
    ),
    "region_in_the_words_of_the_document": mark("region as the document puts it"),
    "ids_of_laender": mark("ids of the Länder in which it lies"),
    "first_date_of_initiative": mark("since when the initiative is there"),
    "last_date_of_initiative": mark("until when it was there"),
    "status_of_initiative": mark("status: planned, active, paused, ended, unclear"),
    "topics_of_initiative": mark("topics the documents name"),
    "is_asked_for_gaps": mark(
        "whether it has a table one can sit at, or two participants named: only then an empty chair means something"
    ),
    "kind_asked_for": mark("kind: ihk, hwk (chamber of crafts), union, employers, government, science"),
    "value_of_cell": mark(
        "what the documents say of the kind there: present, informal, absent, represented, to_check, "
        "not_listed, not_mentioned, nobody_named; “not mentioned” is not “not involved”"
    ),
    "marks_of_cell": mark("marks: conflict, as_group, declined, corrected, open_list"),
    "names_behind_the_cell": mark("the names behind the value"),
    "date_of_newest_statement": mark("date of the newest statement; nothing is said of later"),
    "number_of_statements": mark("how many statements there are"),
    "newest_quote": mark("quote of the newest statement; names of persons read “[Name]”"),
    "title_of_its_document": mark("title of its document"),
    "address_of_its_document": mark("path or address of its document"),
    "page_of_the_quote": mark("page of the quote, from 1"),
    "date_of_its_document": mark("date of its document"),
    "initiatives_that_may_be_the_same": mark("initiatives that may be the same"),
    "quote_of_statement": mark("the quote; names of persons read “[Name]”"),
    "date_the_statement_speaks_of": mark("the date the statement speaks of: its own, else its document’s"),
    "since_when_by_the_statement": mark("since when, says the statement"),
    "until_when_by_the_statement": mark("until when, says the statement"),
    "confidence_from_0_to_1": mark("confidence from 0 to 1; 0 proves nothing"),
    "way_it_was_read": mark("the rule that read it, or “person”"),
    "who_reported_it": mark("who reported it, where the document says so"),
    "id_of_region": mark("id of the region in the register; “total” in the last rows"),
    "why_nothing_is_known": mark("why nothing is known of it, as a code"),
    "name_of_region": mark("name of the region"),
    "number_of_initiatives": mark("how many initiatives are counted there"),
    "number_of_cells_with_the_value": mark("how many of them have this value"),
    "perhaps_there_already": mark(
        "whether somebody of the kind may be there already: a group without names takes part, or nobody is named"
    ),
    "id_in_the_register": mark(
        "id of the body in the register; missing where the register names nobody, which does not mean that "
        "there is nobody"
    ),
    "name_of_body": mark("its name on the day asked for"),
    "why_it_is_competent": mark(
        "why it is competent: place, association, district, land, district_part, land_part, federal"
    ),
    "is_one_of_several": mark("whether it is one of several, of which only one need be competent"),
    "how_sure_the_register_is": mark("how sure the register is: high, medium, low"),
    "what_is_said_of_the_body": mark(
        "what the documents say of this very body there; the values of a cell, and as_group"
    ),
    "has_said_no_itself": mark("whether a quote says that it said no itself"),
    "who_speaks_for_it_there": mark("who sits there and speaks for it"),
    "id_of_actor": mark("id of the actor in the graph; missing where the graph has none"),
    "name_of_actor": mark("name of the actor"),
    "kind_of_actor": mark("kind of the actor: chamber, union, employers_association, …"),
    "seeks_or_offers": mark("seeks or offers"),
    "id_of_holder": mark("id of who seeks or offers"),
    "name_of_holder": mark("who seeks or offers"),
    "ids_of_regions": mark("ids of the regions in the register"),
    "id_of_event": mark("id of the event; the same in every call"),
    "name_of_event": mark("its name, or what the text calls it; missing where it only says that people met"),
    "event_is_an_initiative": mark("whether the event is an initiative itself, else a meeting of the initiative"),
    "what_the_event_belongs_to": mark("what the event belongs to"),
    "first_day_of_event": mark("first day; missing where no document gives one"),
    "last_day_of_event": mark("last day, where it is another one"),
    "time_it_begins": mark("time of day it begins, in Germany"),
    "time_it_ends": mark("time of day it ends; missing where it is not told"),
    "place_as_written": mark("place as the document writes it"),
    "names_of_hosts": mark("who holds it, organisers first"),
    "is_called_off": mark("whether the source says that it was called off"),
    "number_of_way": mark("number of the way, the best first"),
    "number_of_step": mark("number of the step, from 1"),
    "id_of_start": mark("id of the actor or initiative the step begins at"),
    "name_of_start": mark("its name"),
    "id_of_end": mark("id of the one it leads to"),
    "name_of_end": mark("name of the one it leads to"),
    "sort_of_tie": mark("what joins the two: participation, membership, branch"),
    "tie_is_told_of_the_start": mark(
        "whether the start takes part in, is a member or a part of the end; else the other way round"
    ),
    "role_of_participation": mark(
        "role: lead, sponsor, commissioner, member, partner, participant, organiser, supporter, patron, "
        "funder, founder, service_provider"
    ),
    "where_it_is": mark(
        "both, only_one (only in the first) or only_other (only in the second), as far as the documents say"
    ),
    "id_of_node": mark("id of the actor or initiative"),
    "name_of_node": mark("name of the actor or initiative"),
    "actor_or_initiative": mark("actor or initiative"),
    "kind_or_type_of_node": mark("kind of an actor, type of an initiative"),
    "number_of_tables": mark("in how many initiatives it sits, or how many sit in it"),
    "betweenness": mark(
        "part of all pairs of others whose shortest connection leads over it, 0 to 1 (betweenness); no "
        "measure of influence"
    ),
    "is_sole_link": mark("whether initiatives would fall apart without it, as far as the documents say"),
    "number_of_parts_without_it": mark("into how many parts with an initiative and an actor the network would fall"),
    "burts_constraint": mark("Burt’s constraint: low where contacts do not know each other; actors only"),
    "pairs_both_of_its_group": mark("pairs joined that are both of its own group (Gould and Fernandez: coordinator)"),
    "pairs_both_of_one_other_group": mark("pairs joined that are both of one other group (consultant)"),
    "pairs_one_of_its_group": mark("pairs joined of which one is of its group (gatekeeper, representative)"),
    "pairs_of_two_other_groups": mark("pairs joined of two other groups (liaison)"),
    "number_of_community": mark("number of the community, the largest first"),
    "names_of_largest_initiatives": mark("its largest initiatives, which name it"),
    "participations_inside": mark("participations within the community"),
    "participations_to_others": mark("participations to other communities"),
    "tuple_of_regions": mark("ids of its regions, as a tuple"),
    "side_of_the_graph": mark("0 for actors, 1 for initiatives; only in the two-mode graph"),
    "number_of_roles": mark("in how many roles it takes part"),
    "tuple_of_statements": mark("ids of the statements behind it, as a tuple"),
    "tuple_of_roles": mark("the roles, as a tuple"),
    "number_of_shared": mark("how many both share: tables of two actors, actors of two initiatives"),
    "newmans_weight": mark(
        "the same, what few share counting more: the sum of 1/(d−1), d being how many share it (Newman 2001)"
    ),
    "tuple_of_shared": mark("ids of what both share, as a tuple"),
    "number_of_known_members": mark("how many members are known by name and kind; groups without names are none"),
    "number_of_members_of_the_kind": mark("how many named members are of this kind"),
    "names_of_no_known_kind": mark("names of members of no known kind; they are not counted"),
    "kinds_there_as_a_group": mark("kinds of which a group without names takes part"),
    "names_of_known_members": mark("names of the known members, by kind"),
    "social_partners_named": mark(
        "social partners named: both, unions, employers (employers’ or business associations), neither; who is not "
        "named may be there"
    ),
    "value_of_the_unions": mark("what the documents say of unions there, as in gaps"),
    "value_of_the_employers": mark("what the documents say of employers’ and business associations there, as in gaps"),
    "blaus_index": mark(
        "Blau’s index: the chance that two members drawn by lot are of two kinds, 0 to 0.9; missing below three known "
        "members"
    ),
    "index_of_qualitative_variation": mark(
        "IQV: Blau’s index over the most it can be; 0 all of one kind, 1 all ten kinds alike; does not say whether a "
        "table is well composed"
    ),
    "one_kind_of_a_pair": mark("one kind"),
    "other_kind_of_a_pair": mark("the other kind"),
    "initiatives_with_both_kinds": mark("in how many initiatives both are named"),
    "mean_by_chance": mark(
        "the same by chance, the mean of 2,000 draws that keep every sum; missing below 20 initiatives"
    ),
    "lower_end_by_chance": mark("lower end of the range with 95 % of the draws"),
    "upper_end_by_chance": mark("upper end of the range with 95 % of the draws"),
    "corrected_p": mark("p, two-sided, corrected for the number of pairs (Holm), 0 to 1"),
    "verdict_on_a_pair": mark(
        "more (more often together than chance would have it), less, chance (not to be told from chance), fixed (no "
        "room for chance); it does not say why"
    ),
    "sort_of_change": mark(
        "opened (was there, is no longer told to be), closed (was not there, now is), known (become known), new "
        "(initiative named for the first time), begun (named before its first day), ended, silence (a source says that "
        "nothing is known of the region)"
    ),
    "value_before": mark("value of the cell then, as in gaps"),
    "value_after": mark("value of the cell now"),
    "names_that_came": mark("names behind the cell that were not there then"),
    "names_that_went": mark("names behind the cell that are no longer there"),
    "place_in_the_list": mark("place in the list, from 1; to an actor initiatives and actors are two lists"),
    "name_of_the_suggested": mark("who or what is suggested"),
    "id_of_the_suggested": mark("its id in the graph, else in the register"),
    "points_in_all": mark("points, the sum of its parts; they put the list in order and say no more"),
    "points_for_competent": mark("points because the register says that it is competent for the place"),
    "points_for_nearby": mark("points because it lies around the place"),
    "points_for_same_kind": mark("points for seats of its own or its kind in near or similar initiatives"),
    "points_for_connected": mark("points for shared memberships"),
    "points_for_interest": mark("points because it has said that it seeks or offers something"),
    "is_in_the_graph": mark("whether the graph has it; else only the register"),
    "may_be_there_already": mark("whether it may be there already"),
    "behind_what_it_may_be_there": mark("groups, names and initiatives behind which it may be"),
    "likeness_from_0_to_1": mark("likeness from 0 to 1, the sum of its parts"),
    "likeness_by_type": mark("part for the same type"),
    "likeness_by_kinds": mark("part for the kinds that take part in both"),
    "likeness_by_words": mark("part for the words of topics and name"),
    "kinds_there_and_not_named_here": mark(
        "kinds that take part there and are not named here, which does not mean that they are not here"
    ),
    "whom_to_call": mark("who leads or carries it"),
}
_TABLES: Mapping[str, str] = {
    "gaps": mark("Who is at which table: one row for each initiative and kind."),
    "statements_frame": mark("Every statement behind the cells; `ba.statements_frame(g.gaps().found)`."),
    "by_region": mark("The cells added up by Land: one row for each region, kind and value."),
    "unknown_frame": mark("Regions of which nothing is known, which are no gaps; `ba.unknown_frame(g.gaps().found)`."),
    "expected": mark("Whom the register expects where somebody is not at the table: one row for each gap and body."),
    "changes": mark("What has opened, closed or become known since a day: one row for each change."),
    "balance": mark("How evenly the tables are set: one row for each initiative."),
    "pairs_frame": mark("Which kinds sit together, beside chance; `ba.pairs_frame(g.balance().found)`."),
    "partners": mark("Whom an initiative, an actor or a town could ask: one row for each suggestion."),
    "similar": mark("Which initiatives are like one: one row for each."),
    "offers": mark("Who offers and who seeks cooperation: one row for each."),
    "events": mark("What takes place when and where: one row for each event and day."),
    "path": mark("How two are connected: one row for each fact on each step."),
    "overlap": mark("What two have in common: one row for each seat."),
    "bridges": mark("Who connects what would be further apart: one row for each actor or initiative."),
    "communities": mark("What hangs together more closely than with the rest: one row for each member."),
    "networkx_nodes": mark("Attributes of the nodes of the networkx graphs; a node is its id."),
    "networkx_edges_two_mode": mark("Attributes of the edges between actors and initiatives."),
    "networkx_edges_one_mode": mark('Attributes of the edges with mode="actors" or mode="initiatives".'),
}


def word_meaning(code: str) -> str:
    """What a column means."""
    return _(_MEANINGS[code])


def word_table(name: str) -> str:
    """What a table holds, and how many rows it has."""
    return _(_TABLES[name])
