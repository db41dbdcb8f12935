"""A pack: files that belong together, and what is used where the reader chooses nothing."""

from __future__ import annotations

from tnt.language.base import Document, Id, Text


class PackDocument(Document):
    """What is true of all the files in a folder."""

    pack: Id
    """Id of the pack."""
    title: Text | None = None
    """Name of the pack; the id where left out."""
    notice: Text | None = None
    """Printed on every output that rests on this pack."""
    lists: Id | None = None
    """Id of the lists that are used where none are chosen."""
    projection: Id | None = None
    """Id of the lists by year that `tnt years` uses where none are chosen."""
    capacity: Id | None = None
    """Id of the capacity that is used where none is chosen."""
    covers_all_work: bool = False
    """Whether the guidelines of the pack are all the work of its roles: only then is WISN's ratio given."""
