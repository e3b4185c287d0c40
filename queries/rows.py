"""Rows of the store to typed values. A value that the schema does not promise is a StoreError, never a guess."""

from graph.errors import StoreError
from graph.records import Row


def text(row: Row, column: str) -> str:
    """The string in this column."""
    value = row.get(column)
    if not isinstance(value, str):
        raise StoreError("unexpected_value", column=column)
    return value


def maybe_text(row: Row, column: str) -> str | None:
    """The string in this column, None where the property is not set."""
    value = row.get(column)
    if value is None or isinstance(value, str):
        return value
    raise StoreError("unexpected_value", column=column)


def texts(row: Row, column: str) -> tuple[str, ...]:
    """The list of strings in this column, empty where the property is not set."""
    if not (value := row.get(column)) and (value is None or value == []):
        return ()
    if not isinstance(value, list) or {*map(type, value)} != {str}:
        raise StoreError("unexpected_value", column=column)
    return tuple(item for item in value if isinstance(item, str))


def integer(row: Row, column: str) -> int:
    """The whole number in this column."""
    value = maybe_integer(row, column)
    if value is None:
        raise StoreError("unexpected_value", column=column)
    return value


def maybe_integer(row: Row, column: str) -> int | None:
    """The whole number in this column, None where the property is not set."""
    value = row.get(column)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise StoreError("unexpected_value", column=column)
    return value


def integers(row: Row, column: str) -> tuple[int, ...]:
    """The list of whole numbers in this column, empty where the property is not set."""
    if not (value := row.get(column)) and (value is None or value == []):
        return ()
    if not isinstance(value, list) or {*map(type, value)} != {int}:
        raise StoreError("unexpected_value", column=column)
    return tuple(item for item in value if isinstance(item, int))


def number(row: Row, column: str) -> float:
    """The number in this column."""
    value = row.get(column)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise StoreError("unexpected_value", column=column)
    return float(value)


def flag(row: Row, column: str) -> bool:
    """Whether the property is set and true."""
    return row.get(column) is True


def spans(row: Row, column: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) pairs that the store keeps as one flat list, empty where the property is not set."""
    numbers = integers(row, column)
    if len(numbers) % 2:
        raise StoreError("unexpected_value", column=column)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
