"""The coverage matrix of any few documents: nobody is lost, order is nothing to it, more never makes it silent."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.kinds import ActorKind, ChamberType
from graph.model import Reading
from queries.answers import CellValue
from queries.coverage import coverage
from seeds.register import load_register
from tests.factory import a_reading
from tests.queries.test_coverage import values

REGISTER = load_register()
KAMMER, UNION, COMPANY = ActorKind.CHAMBER, ActorKind.UNION, ActorKind.COMPANY
KIND_OF = {
    "IG Metall": (UNION, None),
    "ver.di": (UNION, None),
    "IHK Lippe": (KAMMER, ChamberType.IHK),
    "HWK Kassel": (KAMMER, ChamberType.HWK),
    "Otis": (COMPANY, None),
    "TU Berlin": (ActorKind.UNIVERSITY, None),
    "Staatskanzlei": (ActorKind.MINISTRY, None),
    "VME": (ActorKind.EMPLOYERS_ASSOCIATION, None),
}
Told = tuple[str, str, str]
TOLD = st.tuples(
    st.sampled_from(["Bündnis", "Beirat"]),
    st.sampled_from(["participates", "absent", "unread", "listing"]),
    st.sampled_from(sorted(KIND_OF)),
)
DOCUMENT = st.tuples(st.sampled_from([None, "2015", "2017"]), st.lists(TOLD, max_size=5, unique=True))
DOCUMENTS = st.lists(DOCUMENT, min_size=1, max_size=3)
ON_ONE_STORE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(address: str, date: str | None, told: list[Told]) -> Reading:
    reading = a_reading(address, date=date).sentence(f"Aus {address}, {date}.")
    for name in sorted({name for name, _, _ in told}):
        reading.initiative(name, region="de-he")
    for who in sorted({who for _, what, who in told if what in ("participates", "absent")}):
        reading.actor(who, KIND_OF[who][0], chamber_type=KIND_OF[who][1])
    for name, what, who in told:
        if what == "participates":
            reading.participates(who, name)
        elif what == "absent":
            reading.absent(name, who)
        elif what == "listing":
            reading.listing(name)
        else:
            kind, chamber_type = KIND_OF[who]
            reading.unread(who, kind, initiative=name, chamber_type=chamber_type)
    return reading.build()


def load(store, documents: list[tuple[str | None, list[Told]]], *, backwards: bool = False) -> None:
    for document in store.documents():
        store.remove_document(document.id)
    readings = [write(f"{number}.txt", date, told) for number, (date, told) in enumerate(documents)]
    for reading in reversed(readings) if backwards else readings:
        store.write_reading(reading)


@ON_ONE_STORE
@given(documents=DOCUMENTS)
def test_every_participant_is_told_once_where_nothing_is_denied(store, documents):
    affirmed = [(date, [told for told in lines if told[1] != "absent"]) for date, lines in documents]
    load(store, affirmed)
    for row in coverage(store, REGISTER).rows:
        seated = {who for cell in row.cells if cell.value is CellValue.PRESENT for who in cell.who}
        taking_part = {
            who
            for _, lines in affirmed
            for name, what, who in lines
            if (name, what) == (row.initiative.name, "participates")
        }
        assert seated == taking_part - {"Otis"}
        assert dict(row.others) == ({COMPANY: 1} if "Otis" in taking_part else {})


@ON_ONE_STORE
@given(documents=DOCUMENTS)
def test_the_same_documents_give_the_same_matrix_in_any_order(store, documents):
    load(store, documents)
    before = coverage(store, REGISTER)
    load(store, documents, backwards=True)
    assert coverage(store, REGISTER) == before


@ON_ONE_STORE
@given(documents=DOCUMENTS, another=DOCUMENT)
def test_another_document_never_turns_something_told_into_silence(store, documents, another):
    load(store, documents)
    silent = {CellValue.NOT_LISTED, CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED}
    told = {key for key, value in values(coverage(store, REGISTER)).items() if value not in silent}
    store.write_reading(write("another.txt", *another))
    after = values(coverage(store, REGISTER))
    assert [key for key in told if after[key] in silent] == []
