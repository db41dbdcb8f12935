"""The bytes of a CSV file, unpacked and counted while they are read."""

from __future__ import annotations

import codecs
import gzip
import io
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from tnt import limits

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class ContentTooLargeError(Exception):
    """The table unpacks to more than `limits.TABLE_CONTENT_BYTES`."""


class NulByteError(Exception):
    """The file is not text."""


class EncodingError(Exception):
    """The file is in another encoding; `line` has the first bytes that show it."""

    def __init__(self, line: int, likely: str | None) -> None:
        """Found in `line`, counted from 1. `likely` is the encoding that it may be instead."""
        super().__init__(line)
        self.line, self.likely = line, likely


class TableStream(io.RawIOBase):
    """A file to read from the start, once. Raises the exceptions above, and those of gzip for a file that is broken."""

    def __init__(self, path: Path, encoding: str) -> None:
        """Of the file at `path`, unpacked where the name ends with .gz, and in this encoding."""
        self._file = path.open("rb")
        packed = path.name.lower().endswith(".gz")
        self._bytes: BinaryIO | gzip.GzipFile = gzip.GzipFile(fileobj=self._file) if packed else self._file
        self._read, self._lines = 0, 1
        self._encoding, self._is_ascii = encoding, True
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._pending = b""
        self._reading = Lock()

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes in UTF-8, at most `size`."""
        with self._reading:
            if self._encoding == "utf-8":
                return self._next(size)[0]
            return self._transcoded(size)

    def _transcoded(self, size: int) -> bytes:
        """Full blocks, since a row must fit into one; a character may take more bytes than it had."""
        chunk = b"more"
        while chunk and not 0 <= size <= len(self._pending):
            chunk, text = self._next(size)
            self._pending += self._counted(text.encode())
        ready = self._pending if size < 0 else self._pending[:size]
        self._pending = self._pending[len(ready) :]
        return ready

    def _next(self, size: int) -> tuple[bytes, str]:
        """Bytes as they are stored, and what they say."""
        if self.closed:
            raise ValueError("closed")
        chunk = self._bytes.read(
            min(size, limits.TABLE_CONTENT_BYTES + 1) if size >= 0 else limits.TABLE_CONTENT_BYTES + 1
        )
        is_wide = self._encoding == "utf-16"
        if self._read == 0 and chunk.startswith(_UTF16) and not is_wide:
            raise EncodingError(1, "utf-16")
        if b"\0" in chunk and not is_wide:
            raise NulByteError
        if self._encoding == "utf-8":
            self._counted(chunk)
        try:
            text = self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            # letters that were UTF-8 so far are not by chance: such a file is damaged
            likely = "windows-1252" if self._is_ascii and before.isascii() else None
            raise EncodingError(self._lines + before.count(b"\n"), likely) from None
        if is_wide and "\0" in text:
            raise NulByteError
        self._is_ascii = self._is_ascii and chunk.isascii()
        self._lines += chunk.count(b"\n") if not is_wide else text.count("\n")
        return chunk, text

    def _counted(self, content: bytes) -> bytes:
        self._read += len(content)
        if self._read > limits.TABLE_CONTENT_BYTES:
            raise ContentTooLargeError
        return content

    def close(self) -> None:
        """Close the file, once nobody reads: Arrow reads ahead in a thread, and Python aborts if it ends meanwhile."""
        with self._reading:
            self._bytes.close()
            self._file.close()
            super().close()
