"""Pages as a search finds them: the data that a map carries packed, unpacked as text."""

import json
import re
from pathlib import Path

from viz.packing import unpack

_PACKED = re.compile(r'(<script type="application/octet-stream"[^>]*>)([A-Za-z0-9+/=]+)(</script>)')


def readable(page: str) -> str:
    """The page with its data in the open. Fails where there are none."""
    text, count = _PACKED.subn(lambda found: found[1] + json.dumps(unpack(found[2]), ensure_ascii=False), page)
    assert count
    return text


def read_page(path: Path) -> str:
    """The same of a file."""
    return readable(path.read_text(encoding="utf-8"))
