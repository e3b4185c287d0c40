"""What may be wrong with corrections of the register, each code as one clear line."""

from collections.abc import Mapping

from viz.language import mark

REGISTER: Mapping[str, str] = {
    "overlay_unreadable": mark("The corrections of the register cannot be read. Save the file as CSV in UTF-8."),
    "unknown_column": mark("The corrections know no column “{column}”. Take the column names of the register."),
    "wrong_cell_count": mark("{found} cells where the header has {expected}. Check commas and quotation marks."),
    "missing_id": mark("The row has no id. Give the id of the row to correct, or a new one."),
    "unknown_file": mark("“{file}” is no file of the register, or not the one this id is in."),
    "missing_field": mark("The field “{field}” is needed here and is empty."),
    "bad_id": mark("“{id}” is no usable id. Take small letters, digits and hyphens."),
    "bad_value": mark("“{value}” is not possible in the field “{field}”."),
    "bad_date": mark("“{date}{value}” is no date. Write it like 2019, 03.2019, 16.03.2021 or 2021-03-16."),
    "parent_circle": mark("“{id}” lies within itself. Correct its parent_id."),
    "unknown_sector": mark("The sector “{word}” is unknown."),
    "unknown_reference": mark("There is no row with the id “{id}”."),
}
