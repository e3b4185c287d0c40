"""Readings that go wrong in a reading process: for the tests of pools, which name these functions to it."""

import os
import threading

from loaders.document import SourceText
from loaders.orders import Delivery, Order, Watch
from loaders.worker import work
from seeds.register import Register


def go_wrong(order: Order, register: Register, watch: Watch) -> Delivery:
    """As the file's name says: "tödlich" ends the process, as the system does for lack of memory; "endlos" hangs."""
    if "tödlich" in order.path.name:
        os._exit(9)
    if "endlos" in order.path.name:
        threading.Event().wait()
    if "kaputt" in order.path.name:
        raise RuntimeError("ein Satz aus dem Dokument")
    return work(order, register, watch)


def never_finish(_order: Order, _register: Register, _watch: Watch) -> Delivery:
    """Says that it began, and reads for ever."""
    print("reading", flush=True)
    threading.Event().wait()
    raise AssertionError


def take_long(_source: SourceText, _register: Register) -> Delivery:
    """Read for ever, or nearly so."""
    threading.Event().wait(120)
    raise AssertionError
