"""The part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and arrays of known length; nothing else."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = int | str | list["Value"]

_BELOW_ZERO, _TEXT, _ARRAY = 1, 3, 4
_NUMBERS = frozenset({0, _BELOW_ZERO})
_ONE_BYTE = 24
_LONGEST = 27


def values_of(array: bytes) -> list[Value]:
    """Return the members of an array as Python has them; raises `ValueError` for what is none, `IndexError` if cut."""
    values, end = _value(array, 0)
    if not isinstance(values, list) or end != len(array):
        raise ValueError("no array")
    return values


def members_of(array: bytes) -> tuple[bytes, list[bytes]]:
    """Cut an array into its head and its members; raises as `values_of`."""
    kind, count, start = _head(array, 0)
    if kind != _ARRAY:
        raise ValueError("no array")
    members: list[bytes] = []
    at = start
    for _ in range(count):
        end = _end(array, at)
        members.append(array[at:end])
        at = end
    if at != len(array):
        raise ValueError("more than an array")
    return array[:start], members


def _value(content: bytes, start: int) -> tuple[Value, int]:
    """Return the value that begins at `start`, and where it ends."""
    kind, number, at = _head(content, start)
    if kind in _NUMBERS:
        return (-1 - number if kind == _BELOW_ZERO else number), at
    if kind == _TEXT:
        return content[at : at + number].decode("utf-8"), at + number
    if kind != _ARRAY:
        raise ValueError(f"an unknown kind of value, {kind}")
    members: list[Value] = []
    for _ in range(number):
        member, at = _value(content, at)
        members.append(member)
    return members, at


def _end(content: bytes, start: int) -> int:
    """Return where the value that begins at `start` ends."""
    kind, size, at = _head(content, start)
    if kind in _NUMBERS:
        return at
    if kind == _TEXT:
        return at + size
    if kind != _ARRAY:
        raise ValueError(f"an unknown kind of value, {kind}")
    for _ in range(size):
        at = _end(content, at)
    return at


def _head(content: bytes, start: int) -> tuple[int, int, int]:
    """Return kind and number of a value, and where its content begins."""
    kind, number = divmod(content[start], 1 << 5)
    if number < _ONE_BYTE:
        return kind, number, start + 1
    if number > _LONGEST:
        raise ValueError("a value of unknown length")
    end = start + 1 + (1 << number - _ONE_BYTE)
    return kind, int.from_bytes(content[start + 1 : end], "big"), end
