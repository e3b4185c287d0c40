"""Bolt's messages, as far as the tests' doors must understand them (doors.py): values packed and unpacked."""

import struct
from typing import BinaryIO

Packed = None | bool | int | float | str | bytes | list["Packed"] | dict[str, "Packed"]

BEGIN, RUN, ROUTE, RESET, HELLO, LOGON = 0x11, 0x10, 0x66, 0x0F, 0x01, 0x6A
SUCCESS, IGNORED, FAILURE = 0x70, 0x7E, 0x7F


def read_message(stream: BinaryIO) -> bytes:
    """The next message without its chunks' lengths; empty for one that only keeps the connection alive, or the end."""
    found = b""
    while size := int.from_bytes(stream.read(2), "big"):
        found += stream.read(size)
    return found


def chunked(message: bytes) -> bytes:
    """A message as it is sent."""
    parts = [message[start : start + 0xFFFF] for start in range(0, len(message), 0xFFFF)]
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts) + b"\0\0"


def packed(tag: int, *fields: Packed) -> bytes:
    """A message with these fields."""
    return bytes((0xB0 + len(fields), tag)) + b"".join(map(_pack, fields))


def unpacked(message: bytes) -> list[Packed]:
    """The fields of a message."""
    fields, place = [], 2
    for _ in range(message[0] & 0x0F):
        value, place = _unpack(message, place)
        fields.append(value)
    return fields


def _pack(value: Packed) -> bytes:
    match value:
        case int():
            return b"\xcb" + struct.pack(">q", value)
        case str():
            return b"\xd1" + struct.pack(">H", len(value.encode())) + value.encode()
        case list():
            return bytes((0x90 + len(value),)) + b"".join(map(_pack, value))
        case dict():
            return bytes((0xA0 + len(value),)) + b"".join(_pack(key) + _pack(part) for key, part in value.items())
        case _:
            raise TypeError(type(value).__name__)


_PLAIN: dict[int, Packed] = {0xC0: None, 0xC2: False, 0xC3: True}
_NUMBERS = {0xC1: ">d", 0xC8: ">b", 0xC9: ">h", 0xCA: ">i", 0xCB: ">q"}
_SIZED = {0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xD0: ">B", 0xD1: ">H", 0xD2: ">I"}
_SIZED |= {0xD4: ">B", 0xD5: ">H", 0xD6: ">I", 0xD8: ">B", 0xD9: ">H", 0xDA: ">I"}


def _unpack(data: bytes, place: int) -> tuple[Packed, int]:
    """The value that begins at a place, and where the next one begins."""
    mark, place = data[place], place + 1
    if mark in _PLAIN:
        return _PLAIN[mark], place
    if mark in _NUMBERS:
        size = struct.calcsize(_NUMBERS[mark])
        return struct.unpack_from(_NUMBERS[mark], data, place)[0], place + size
    if mark < 0x80 or mark >= 0xF0:
        return mark - 0x100 * (mark >= 0xF0), place
    if mark in _SIZED:
        size = struct.calcsize(_SIZED[mark])
        count = struct.unpack_from(_SIZED[mark], data, place)[0]
        place += size
        kind = mark & 0xFC
    else:
        kind, count = {0x80: 0xD0, 0x90: 0xD4, 0xA0: 0xD8}[mark & 0xF0], mark & 0x0F
    if kind in {0xCC, 0xD0}:
        piece = data[place : place + count]
        return (piece if kind == 0xCC else piece.decode()), place + count
    values = []
    for _ in range(count * (2 if kind == 0xD8 else 1)):
        value, place = _unpack(data, place)
        values.append(value)
    return (values if kind == 0xD4 else {str(key): part for key, part in zip(*[iter(values)] * 2, strict=True)}), place
