"""Where the embedded engine logs: nowhere, or into a folder; never on the console.

The engine reads its logging configuration from a file when its library is loaded, once in a process. A log file on a
disk that fills up would put a stack trace on the console, past everything that Python can catch, so by default there
is none: what goes wrong comes back as an error anyway.
"""

import logging
import os
from pathlib import Path

_SILENT = "handlers =\n.level = OFF\n"

# Without a handler of its own, Python prints a library's warnings to the console.
logging.getLogger("arcadedb").addHandler(logging.NullHandler())


def set_up_engine_log(place: Path, log_folder: Path | None) -> None:
    """Prepare the logging of an engine that is not loaded yet; `place` takes its configuration where it logs nowhere.

    Raises OSError when the configuration cannot be written: without it the engine would log to the console.
    """
    from arcadedb import _logdir

    if log_folder is None:
        _logdir.NATIVE_ENGINE_LOG_PROPERTIES = _SILENT
    folder = log_folder or place
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_LOG_DIR"] = str(folder)
    configuration = folder / _logdir.logging_config_name(console=False)
    text = _logdir.render_logging_config(_logdir.NATIVE_ENGINE_LOG_PROPERTIES, console=False)
    if not configuration.exists() or configuration.read_text(encoding="iso-8859-1") != text:
        configuration.write_text(text, encoding="iso-8859-1", newline="\n")
