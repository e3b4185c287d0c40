"""The words of the Vorführung on the page, and what can be wrong with a story file."""

from collections.abc import Mapping

from viz.language import _, mark

STORIES: Mapping[str, str] = {
    "story_not_read": mark("The story file cannot be read. Check its name and permissions."),
    "story_not_utf8": mark("The story file is not UTF-8. Save it as UTF-8 text."),
    "story_too_large": mark("The story is too long: at most {most} steps, and a megabyte."),
    "story_not_yaml": mark(
        "This is no valid YAML. Check the indentation, and put texts with a colon or a hash into quotation marks."
    ),
    "story_not_fields": mark("Fields are expected here, as “titel: Wer ist dabei?”."),
    "story_no_steps": mark("The story has no steps. Write them under “schritte:”, each with “- titel: …”."),
    "story_step_empty": mark("The step says nothing. Give it a “titel” or a “text”."),
    "story_field_unknown": mark("There is no field “{field}” here. Known are: {known}."),
    "story_value_wrong": mark("The value of “{field}” must be a text, or a list of texts where several may stand."),
    "story_text_long": mark("The text of “{field}” is too long (at most {longest} letters)."),
    "story_word_unknown": mark("“{field}” knows no “{value}”. Known are: {known}."),
    "story_name_unknown": mark("“{name}” is not clear or not in the graph. Nearest: {nearest}."),
}


def story_words() -> dict[str, str]:
    """What the page calls the parts of a presentation."""
    return {
        "story": _("Presentation"),
        "story_hint": _("Record steps and show them (Page Down starts)"),
        "story_note": _(
            "Set view, filters and focus as the audience should see them, record that as a step, and write what you "
            "say. Page Down and Page Up move on and back, Esc ends."
        ),
        "story_title": _("Title of the presentation"),
        "story_step_title": _("Title"),
        "story_step_text": _("What is said here"),
        "story_record": _("Record what is seen"),
        "story_start": _("Start"),
        "story_save": _("Save as file"),
        "story_file": _("presentation.yaml"),
        "story_look": _("Show"),
        "story_up": _("Move up"),
        "story_down": _("Move down"),
        "story_drop": _("Delete"),
        "story_back": _("Back (Page Up)"),
        "story_on": _("On (Page Down)"),
        "story_end": _("End"),
        "story_show_evidence": _("Show evidence"),
        "story_hide_evidence": _("Hide evidence"),
    }
