"""Changes to files nobody can read: bits, slices, and what lies packed inside."""

from __future__ import annotations

import gzip
import io
import zipfile
from random import Random

from tests.fuzz.mutations.mutate_text import mutated_text


def mutated_bytes(data: bytes, rng: Random) -> bytes:
    """The file with some bytes changed, a slice away, again or elsewhere."""
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 5, 30))):
        if not found:
            break
        at, how, length = rng.randrange(len(found)), rng.randrange(7), rng.choice((1, 2, 4, 8, 64))
        if how < 2:
            found[at] ^= 1 << rng.randrange(8)
        elif how == 2:
            found[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF))
        elif how == 3:
            del found[at : at + length]
        elif how == 4:
            found[at:at] = found[at : at + length]
        elif how == 5:
            found[at : at + length] = rng.randbytes(length)
        elif rng.random() < 0.2:
            del found[at:]
    return bytes(found)


def mutated_gzip(data: bytes, rng: Random) -> bytes:
    """The text within changed and packed anew, or the packed bytes."""
    if rng.random() < 0.4:
        return mutated_bytes(data, rng)
    return gzip.compress(mutated_text(gzip.decompress(data), rng), mtime=0)


def mutated_zip(data: bytes, rng: Random) -> bytes:
    """One of the files within changed as a text, left out or renamed; or the packed bytes."""
    if rng.random() < 0.4:
        return mutated_bytes(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = [(name, book.read(name)) for name in book.namelist()]
    at, how = rng.randrange(len(parts)), rng.randrange(8)
    sheets = [place for place, (name, _) in enumerate(parts) if "sheet" in name]
    if sheets and rng.random() < 0.5:
        at = rng.choice(sheets)
    if how == 0:
        del parts[at]
    elif how == 1:
        parts[at] = (parts[at][0].upper(), parts[at][1])
    else:
        parts[at] = (parts[at][0], mutated_text(parts[at][1], rng))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts:
            with_date = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            with_date.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(with_date, content)
    return whole.getvalue()
