"""An OpenAI-compatible endpoint as a proposer. It is asked on this machine only, unless somebody allowed another one.

Texts go there as they are stored, with contact data masked. The model's answer names organisations; only names that
stand in the text, letter by letter, become proposals.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from graph.errors import DocumentError
from loaders.proposal import Proposal, ProposerError, pieces
from loaders.web.address import WebAddress, parse_address
from loaders.web.connection import Limits, ask, read_body
from loaders.web.deadline import within
from loaders.web.hosts import find_addresses, is_loopback, is_public

PATIENCE = Limits(seconds=120.0, pause=120.0, size=2_000_000, redirects=0)
_UNSURE = 0.7  # where the model gives no score
_MOST_NAMES = 1_000  # in one piece of text
_LOOKING_UP = 10.0
_CODES: Mapping[str, str] = {
    "web_too_slow": "proposer_too_slow",
    "web_too_large": "proposer_answer",
}
_REFUSED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model behind `address`, which ends in /chat/completions; made by `at`. `name` is the model's."""

    address: WebAddress
    name: str
    key: str = field(default="", repr=False)
    remote: bool = False
    limits: Limits = PATIENCE

    @classmethod
    def at(cls, url: str, *, model: str, key: str = "", remote: bool = False, limits: Limits = PATIENCE) -> "Endpoint":
        """The endpoint at a base URL ("http://localhost:11434/v1"); with `remote` on any machine.

        Raises ProposerError: proposer_url, proposer_unnamed, proposer_key.
        """
        try:
            base = parse_address(url)
        except DocumentError as error:
            raise ProposerError("proposer_url") from error
        if not model:
            raise ProposerError("proposer_unnamed", url=base.origin)
        if not (key.isascii() and key.isprintable()):
            raise ProposerError("proposer_key")
        target = base.path.rstrip("/") + "/chat/completions"
        return cls(WebAddress(base.scheme, base.host, base.port, target), model, key, remote, limits)

    def check(self) -> None:
        """Raise ProposerError where texts may not go there: proposer_not_local, proposer_unencrypted.

        A machine that cannot be found now is none: asking it will tell.
        """
        try:
            within(_LOOKING_UP, self._machines)
        except DocumentError:
            return

    def propose(self, text: str, /) -> Sequence[Proposal]:
        """What it takes for organisations, wherever they stand. Raises ProposerError."""
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[Proposal]:
        for start, piece in pieces(text):
            if piece.isspace():
                continue
            for name, label, score in dict.fromkeys(_named(self._answer(piece))):
                for place in _places(piece, name):
                    yield Proposal(start + place, start + place + len(name), label, score)

    def _answer(self, piece: str) -> bytes:
        try:
            status, data = within(self.limits.seconds, lambda: self._ask(piece))
        except DocumentError as error:
            raise ProposerError(_CODES.get(error.code, "proposer_unreachable"), url=self.address.origin) from error
        if status != 200:
            code = "proposer_refused" if status in _REFUSED else "proposer_status"
            raise ProposerError(code, url=self.address.origin, status=status)
        return data

    def _machines(self) -> tuple[str, ...]:
        """The addresses behind the host, each of which may have the texts."""
        machines = find_addresses(self.address.host, self.address.port, allow_private=True)
        if not self.remote and not all(map(is_loopback, machines)):
            raise ProposerError("proposer_not_local", url=self.address.origin)
        if self.address.scheme == "http" and any(map(is_public, machines)):
            raise ProposerError("proposer_unencrypted", url=self.address.origin)
        return machines

    def _ask(self, piece: str) -> tuple[int, bytes]:
        """Look the host up, check where it leads to, and ask there and nowhere else."""
        machines = self._machines()
        said = [{"role": "system", "content": _prompt()}, {"role": "user", "content": piece}]
        body = json.dumps({"model": self.name, "temperature": 0, "messages": said}).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        answer = ask(self.address, machines, self.limits, headers=headers, body=body)
        try:
            return answer.status, read_body(answer, self.limits.size) if answer.status == 200 else b""
        finally:
            answer.close()


def _named(data: bytes) -> Iterator[tuple[str, str, float]]:
    """(name, label, score) of each organisation in an answer; ProposerError("proposer_answer") where it is none."""
    try:
        said = json.loads(data)["choices"][0]["message"]["content"]
        listed = json.loads(said[said.index("{") : said.rindex("}") + 1])["organisations"]
        rows = [row for row in listed[:_MOST_NAMES] if isinstance(row, dict)]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ProposerError("proposer_answer") from error
    for row in rows:
        name, label, score = row.get("name"), row.get("kind", "ORG"), row.get("score", _UNSURE)
        if isinstance(name, str) and isinstance(label, str) and isinstance(score, int | float):
            yield name.strip(), label, score


def _places(piece: str, name: str) -> Iterator[int]:
    """Where a name stands in the text, letter by letter; nowhere if the model made it up."""
    for match in re.finditer(re.escape(name), piece) if name else ():
        yield match.start()


@cache
def _prompt() -> str:
    return (files("loaders") / "proposers" / "prompt.txt").read_text(encoding="utf-8").strip()
