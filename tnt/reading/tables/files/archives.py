"""What may go wrong in a zip file of XML, and how its parts may be packed."""

import struct
import zipfile
import zlib
from xml.parsers import expat

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError,
    EOFError, LookupError, ValueError, OverflowError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip
"""Raised by what is no such file, or is damaged."""
PACKED_BY = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Other ways to pack take memory as they please."""
