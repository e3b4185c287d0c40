"""Plain facts for judging cells, written in a line each."""

from graph.kinds import ActorKind, ChamberType, Role
from queries.answers import ActorRow, CellValue, Evidence
from queries.cells import Claim, Hint

DAY = "2026-11-21"


def evidence(quote: str = "Ein Satz.", *, date: str | None = None, start: int = 0, **times: str | None) -> Evidence:
    """A statement of a document of this date."""
    return Evidence(
        quote=quote,
        quote_start=start,
        quote_end=start + len(quote),
        document_id="document:1",
        document_title="Titel",
        document_address="a.txt",
        document_date=date,
        method="test",
        confidence=0.9,
        **times,
    )


def actor(name: str, kind: ActorKind = ActorKind.UNION, chamber_type: ChamberType | None = None) -> ActorRow:
    """A named organisation."""
    return ActorRow(f"actor:{name}", name, kind, chamber_type, (), (), None)


def group(word: str, kind: ActorKind = ActorKind.UNION, chamber_type: ChamberType | None = None) -> ActorRow:
    """A kind named without a name."""
    return ActorRow(f"group:{word}", word, kind, chamber_type, (), (), None, is_group=True)


def present(
    subject: ActorRow, *, role: Role = Role.MEMBER, date: str | None = None, quote: str = "", **times: str | None
) -> Claim:
    """Somebody takes part."""
    return Claim(subject, CellValue.PRESENT, evidence(quote or f"{subject.name} dabei", date=date, **times), role)


def absent(subject: ActorRow, *, date: str | None = None, **times: str | None) -> Claim:
    """Somebody does not."""
    return Claim(subject, CellValue.ABSENT, evidence(f"{subject.name} nicht", date=date, start=100, **times))


def informal(subject: ActorRow, *, date: str | None = None, **times: str | None) -> Claim:
    """Somebody does not formally, but supports."""
    return Claim(subject, CellValue.INFORMAL, evidence(f"{subject.name} lose", date=date, start=200, **times))


def hint(
    word: str, kind: ActorKind | None, chamber_type: ChamberType | None = None, *, is_withheld: bool = False
) -> Hint:
    """A word of a kind of which no fact was made."""
    return Hint(word, kind, chamber_type, is_withheld, evidence(f"mit {word}", start=300))
