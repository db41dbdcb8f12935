"""What the files name and tnt ships: said where it is named first."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.reading.pack import Pack


def found(pack: Pack) -> Iterator[Diagnostic]:
    """A note for each shipped file of which something is used, and one for all that is one's own in place of such."""
    shipped = [one for one in pack.found if not one.is_own]
    for file in dict.fromkeys(one.file for one in shipped):
        here = [one for one in shipped if one.file == file]
        values = {"ids": ", ".join(one.id for one in here), "file": file}
        yield Diagnostic(Code.FOUND_SHIPPED, here[0].named_at, values)
    own = [one for one in pack.found if one.is_own]
    if own:
        ids = dict.fromkeys(one.id for one in own)
        yield Diagnostic(Code.OWN_IN_PLACE, own[0].named_at, {"ids": ", ".join(ids)})
