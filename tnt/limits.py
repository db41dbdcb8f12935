"""How much tnt takes of anything, in one place: whoever sends more is refused before memory or time is spent on it.

docs/limits.md says the same to people, and a test holds the two together. Read them as `limits.NAME`, so that a test
can lower one for everybody.
"""

from __future__ import annotations

YAML_FILE_BYTES = 10_000_000
"""A file of ids of lists too."""
YAML_DEPTH = 30
"""Mappings and lists inside one another."""
YAML_PERIODS = 100
"""Periods of a file in which some value differs; each is checked as a version of the file."""

TABLE_FILE_BYTES = 2 * 2**30
"""As it is stored."""
TABLE_CONTENT_BYTES = 4 * 2**30
"""Unpacked: a small file can be packed to fill any memory."""
TABLE_ROWS = 20_000_000
TABLE_COLUMNS = 5_000
TABLE_CELLS = 200_000_000
"""Cells that are read, and numbers that are held: lists times sexes and age bands."""

ANSWERS_FILE_BYTES = 16 * 2**20
"""A file with answers to a time survey, as it is stored."""
ANSWERS_CONTENT_BYTES = 64 * 2**20
"""A workbook of answers, unpacked."""
ANSWERS_PARTS = 1_000
"""Files inside a workbook."""
ANSWERS_FILES = 2_000
ANSWERS_ROWS = 20_000
ANSWERS_COLUMNS = 50

PROBLEMS_SHOWN = 50
"""Problems of one file that are told in full; the others are counted."""

REVISION_BYTES = 500_000_000
"""Files of a pack at a revision of git, together."""
REVISION_OBJECT_BYTES = 256_000_000
"""What git may take of memory at once for one file of a revision, or for one that it is made from."""
REVISION_LISTING_BYTES = 20_000_000
"""Names of the files of a revision, with what git says of each."""
REVISION_REFERENCES_BYTES = 50_000_000
"""A repository's list of branches and tags."""
REVISION_SECONDS = 60
"""How long git may take for one answer."""

OVERLOAD_WEIGHT = 1_000_000
"""Hours called fitting that an hour called overloaded wrongly may cost; at least one part in as many."""
