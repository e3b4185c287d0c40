from collections.abc import Mapping, Sequence

from jinja2 import Environment

class Network:
    nodes: Sequence[Mapping[str, object]]
    edges: Sequence[Mapping[str, object]]
    options: Mapping[str, object]
    path: str
    templateEnv: Environment  # noqa: N815 (pyvis's own name)
    def __init__(
        self, height: str = ..., width: str = ..., *, heading: str = ..., cdn_resources: str = ...
    ) -> None: ...
    def generate_html(self, name: str = ...) -> str: ...
