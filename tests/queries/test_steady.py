"""Every answer to a person comes from one state of the graph, while somebody loads in another program."""

from queries.coverage import coverage
from queries.figures import holdings
from queries.picture import picture
from queries.profile import actor_profile
from queries.search import find
from seeds.register import load_register
from tests.conftest import StorePlace
from tests.graph.test_steadiness import writing


def test_answers_agree_with_themselves_while_somebody_writes_all_the_time(store_place: StorePlace) -> None:
    register = load_register()
    store_place.open().close()
    with writing(store_place) as count:
        while not count():
            pass
        with store_place.open() as store:
            [house] = find(store, "Haus").matches
            before = count()
            while count() < before + 30:
                figures = holdings(store).total
                assert (figures.actors, figures.initiatives, figures.participations) == (1, 1, 1)
                drawn = picture(store, register)
                assert [link.participant_id for link in drawn.links] == [house.id]
                assert [link.initiative_id for link in drawn.links] == [drawn.initiatives[0].id]
                assert len(actor_profile(store, house.id).seats) == 1
                assert len(coverage(store, register).rows) == 1
