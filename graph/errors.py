"""What can go wrong, for people: a code with its particulars. The command line words it; see viz/locale.

Every error a caller can do something about is an `AtlasError`. `code` is stable English in snake case, `details`
are the particulars (path, page, name …) that the worded line needs.
"""


class AtlasError(Exception):
    """Something a person can put right. `code` says what, `details` say where."""

    def __init__(self, code: str, **details: str | int | float) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _revived, (type(self), self.code, self.details)

    def __str__(self) -> str:
        particulars = ", ".join(f"{key}={value}" for key, value in sorted(self.details.items()))
        return f"{self.code} ({particulars})" if particulars else self.code


def _revived(kind: type[AtlasError], code: str, details: dict[str, str | int | float]) -> AtlasError:
    """An error that comes from another process."""
    return kind(code, **details)


class DocumentError(AtlasError):
    """A document cannot be read; nothing of it was stored."""


class StoreError(AtlasError):
    """The graph cannot be opened, read or written."""


class SchedulerError(AtlasError):
    """Reading on other machines cannot begin or go on."""


class RegisterError(AtlasError):
    """A row of the register or of the user's corrections cannot be used."""


class QuestionError(AtlasError):
    """A question names something that is not there, or is ambiguous."""


class StoryError(AtlasError):
    """A story file cannot be shown as it is."""
