"""The part of the wheel that says where the engine logs; see graph/engine_log.py."""

from pathlib import Path

NATIVE_ENGINE_LOG_PROPERTIES: str

def render_logging_config(engine_text: str, console: bool | None = ...) -> str: ...
def logging_config_name(console: bool | None = ...) -> str: ...
