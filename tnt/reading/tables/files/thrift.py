"""Thrift's compact protocol, in which Parquet says what is where: https://github.com/apache/thrift, doc/specs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from tnt import limits

_DEEPEST = 10
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_INTEGERS = (4, 5, 6)

Fields = dict[int, Any]
"""The fields of a structure by number: numbers, lists and structures; of texts and bytes the length."""


class Bytes(Protocol):
    """A file or a part of one."""

    def __getitem__(self, at: int) -> int:
        """One byte; IndexError beyond the end."""


class ThriftReader:
    """Reads structures one after another. ValueError or IndexError for what is none, and for what is far too much."""

    def __init__(self, data: Bytes) -> None:
        """From the first byte of `data` on; `at` may be set."""
        self._data = data
        self.at = 0
        self._left = limits.PARQUET_STRUCTURES

    def structure(self, depth: int = 0) -> Fields:
        """The structure that begins here; no field may stand twice, as readers then differ."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            raise ValueError("more structures than any file has")
        fields: Fields = {}
        number = 0
        while first := self._byte():
            step, kind = first >> 4, first & 15
            number = number + step if step else self._integer()
            if number in fields:
                raise ValueError("a field twice")
            fields[number] = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if kind in _INTEGERS:
            return self._integer()
        if kind == _BINARY:
            length = self._varint()
            self.at += length
            return length
        if kind == _STRUCT:
            return self.structure(depth + 1)
        if kind in (_LIST, _SET):
            return self._values(depth + 1)
        if kind in (_BYTE, _DOUBLE):
            self.at += 1 if kind == _BYTE else 8
            return None
        raise ValueError("no kind of value")

    def _values(self, depth: int) -> list[Any]:
        first = self._byte()
        length, kind = first >> 4, first & 15
        length = self._varint() if length == 15 else length
        if length > limits.PARQUET_VALUES or depth > _DEEPEST:
            raise ValueError("more values than any list has")
        read: Callable[[], Any] = self._byte if kind in (_TRUE, _FALSE) else lambda: self._value(kind, depth)
        return [read() for _ in range(length)]

    def _byte(self) -> int:
        byte = self._data[self.at]
        self.at += 1
        return byte

    def _integer(self) -> int:
        zigzag = self._varint()
        return (zigzag >> 1) ^ -(zigzag & 1)

    def _varint(self) -> int:
        value = 0
        for shift in range(0, 70, 7):
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
        raise ValueError("no number")
