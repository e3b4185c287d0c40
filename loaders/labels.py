"""Labels of roles: what stands before a colon, over a list or over a column ("Träger") → the role of those named."""

from graph.keys import fold
from graph.kinds import Role
from loaders.lexicon import mapping_table

ROLE_OF_LABEL = {fold(label): Role(code) for label, code in mapping_table("roles", "labels").items()}
"""By the label, folded."""
