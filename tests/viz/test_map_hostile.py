"""The map in a real browser: what hostile documents and the page itself must never run."""

from collections.abc import Callable, Sequence

import pytest

from tests.viz.conftest import Visit
from tests.viz.pictures import PAYLOADS, hostile_picture, small_picture

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def touch_everything(visit: Visit) -> None:
    """Open every view, choose every node, line, cell and region, search for every payload."""
    visit.page.evaluate(
        """payloads => {
          for (const view of ['net', 'map', 'matrix', 'table']) {
            atlas.page.open(view);
            for (const node of atlas.data.nodes) atlas.page.show(node.id);
            for (const edge of atlas.data.edges) atlas.state.choose({type: 'line', id: edge.id});
            for (const row of [...atlas.data.page.rows, ...atlas.data.page.without_table])
              row.cells.forEach((_, column) => atlas.state.choose({type: 'cell', id: row.initiative, column}));
            atlas.data.page.unknown.forEach((_, index) => atlas.state.choose({type: 'region', index}));
          }
          const search = document.getElementById('search');
          for (const payload of payloads) {
            search.value = payload;
            search.dispatchEvent(new Event('input'));
          }
          const land = document.getElementById('land');
          for (const option of land.options) {
            land.value = option.value;
            land.dispatchEvent(new Event('change'));
          }
          atlas.state.reset();
          atlas.page.open('net');
          document.querySelectorAll('details').forEach(one => { one.open = true; });
        }""",
        list(PAYLOADS),
    )


def test_hostile_text_in_every_field_runs_nothing(open_map: Open) -> None:
    visit = open_map(hostile_picture(), title=PAYLOADS[1] + PAYLOADS[6])
    touch_everything(visit)
    assert visit.page.evaluate("[window.__pwn, window.__pwn5]") == [None, None]
    assert visit.page.evaluate("[document.images.length, document.querySelectorAll('b[onmouseover]').length]") == [0, 0]
    assert visit.page.locator("h1").inner_text().startswith("</script><script>")
    assert (visit.requests, visit.complaints) == ([], [])


def test_hostile_addresses_become_no_links(open_map: Open) -> None:
    visit = open_map(hostile_picture())
    links: Sequence[str] = visit.page.evaluate(
        """() => atlas.data.nodes.flatMap(node => {
          atlas.state.choose({type: 'node', id: node.id});
          return [...document.querySelectorAll('#panel a')].map(link => link.protocol);
        })"""
    )
    assert set(links) == {"https:"}


def test_content_policy_stops_markup_forced_into_the_page(open_map: Open) -> None:
    visit = open_map(small_picture())
    visit.page.evaluate(
        """() => {
          const box = document.createElement('div');
          box.innerHTML = '<img src=x onerror="window.__pwn=9"><b onclick="window.__pwn=10">x</b>';
          document.body.append(box);
          box.querySelector('b').click();
          const script = document.createElement('script');
          script.textContent = 'window.__pwn = 11';
          document.body.append(script);
        }"""
    )
    visit.page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    assert visit.page.evaluate("window.__pwn") is None
    assert any("Content Security Policy" in line for line in visit.complaints)
