"""How a command ends: the exit code, and one clear line on stderr for what went wrong."""

import errno
import re
import sys

import click

from graph.errors import AtlasError
from viz.commands.interruption import Interrupted
from viz.commands.options import is_verbose
from viz.console import (
    BAD_INPUT,
    INTERRUPTED,
    OK,
    PIPE_CLOSED,
    WRONG_USAGE,
    drop_output,
    prepare_console,
    settle_output,
)
from viz.language import _
from viz.settings import find_folders

_PIPE_ERRORS = frozenset({errno.EPIPE, errno.ESHUTDOWN})
_QUOTED = re.compile(r"(?<!\w)'([^'\n]*)'(?!\w)")
"""What click puts between its straight quotation marks."""


def run_guarded(command: click.Command, arguments: list[str]) -> int:
    """Run a command; every ending becomes an exit code, none a traceback on the screen."""
    prepare_console()
    context: click.Context | None = None
    try:
        with command.make_context("buendnisatlas", arguments) as context:
            outcome = command.invoke(context)
        sys.stdout.flush()
        return outcome if isinstance(outcome, int) else OK
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return WRONG_USAGE
    except click.ClickException as error:
        _say_wrong_usage(error)
        return WRONG_USAGE
    except (KeyboardInterrupt, EOFError, click.Abort) as ending:
        _say(f"{_('Interrupted.')} {ending.state}" if isinstance(ending, Interrupted) else _("Interrupted."))
        return INTERRUPTED
    except AtlasError as error:
        return _say_error(error)
    except OSError as error:
        return _say_system_error(error, context)
    except Exception as error:
        return _say_unexpected(error, context)
    finally:
        _stop_log()


def _say_wrong_usage(error: click.ClickException) -> None:
    """click's own line, with the quotation marks of the language; an argument's name as the help gives it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Argument) and error.param.metavar:
        error.param_hint = f"'{error.param.metavar.strip('[]')}'"
    click.UsageError(_QUOTED.sub(_requoted, error.format_message()), context).show()


def _requoted(found: re.Match[str]) -> str:
    return _("“{quote}”").format(quote=found[1])


def _say_error(error: AtlasError) -> int:
    from viz.wording.errors import word_error

    reason = error.details.get("reason")  # the server's own code for it, never a message
    _note(f"stopped: {error.code}" + (f" ({reason})" if reason else ""), None)
    _say(word_error(error))
    return BAD_INPUT


def _say_system_error(error: OSError, context: click.Context | None) -> int:
    """A closed pipe is quiet; a full disk or a forbidden file is the user's to put right; the rest is ours."""
    if isinstance(error, BrokenPipeError) or error.errno in _PIPE_ERRORS or _is_windows_pipe(error):
        drop_output()
        return PIPE_CLOSED
    from viz.wording.errors import word_system_error

    line = word_system_error(error)
    if line is None:
        return _say_unexpected(error, context)
    _note("stopped by the system", error)
    _say(line)
    settle_output()
    return BAD_INPUT


def _is_windows_pipe(error: OSError) -> bool:
    """Windows calls a closed pipe an invalid argument, of no file."""
    return sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None


def _say_unexpected(error: Exception, context: click.Context | None) -> int:
    from viz.logs import conceal, current_log

    _note("unexpected", error)
    if context is not None and is_verbose(context):
        import traceback

        _say(conceal("".join(traceback.format_exception(error))))
    line = _("Something unexpected happened; the graph holds what was loaded before. Details: {path}")
    _say(line.format(path=current_log() or _("no log could be written; run it again with --verbose")))
    return BAD_INPUT


def _note(message: str, error: BaseException | None) -> None:
    """Write into the log; it is started here when the command got nowhere near doing so."""
    import logging

    from viz.logs import current_log, start_log

    if current_log() is None:
        start_log(find_folders().logs)
    logging.getLogger(__name__).warning(message, exc_info=error)


def _say(line: str) -> None:
    try:
        click.echo(line, err=True)
    except OSError:
        drop_output()


def _stop_log() -> None:
    if "viz.logs" in sys.modules:
        from viz.logs import stop_log

        stop_log()
