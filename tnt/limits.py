"""How much tnt takes of anything, in one place: whoever sends more is refused before memory or time is spent on it.

docs/limits.md says the same to people, and a test holds the two together. Read them as `limits.NAME`, so that a test
can lower one for everybody.
"""

from __future__ import annotations

YAML_FILE_BYTES = 500_000
"""A file of ids of lists too."""
YAML_PACK_BYTES = 1_000_000
"""All files of a pack, each anew for every version of it that is checked: a period, a scenario laid over it."""
YAML_FILES = 500
"""Files of a pack."""
FOLDER_ENTRIES = 100_000
"""Names in a folder and those below it that are looked at."""
FOLDER_DEPTH = 50
"""Folders inside one another."""
YAML_DEPTH = 30
"""Mappings and lists inside one another."""
YAML_PERIODS = 100
"""Periods of a file in which some value differs; each is checked as a version of the file."""

TABLE_FILE_BYTES = 64_000_000
"""As it is stored."""
TABLE_CONTENT_BYTES = 64_000_000
"""Unpacked: a small file can be packed to fill any memory."""
TABLE_ROWS = 400_000
"""A country's lists many times over; a table with a row for each of its people is another matter."""
TABLE_COLUMNS = 5_000
TABLE_CELLS = 16_000_000
"""Cells that are read, and numbers that are held: lists times sexes and age bands. 400,000 lists by 38 columns."""
SECOND_TABLES = 10
"""Ways in which posts and registers are read from other tables for one lists file; each may be as large as that of the
lists."""

WORKBOOK_PARTS = 1_000
"""Files inside a workbook that is a table."""
WORKBOOK_CELLS = 8_000_000
"""Between the first and the last cell of a sheet, the empty ones too, as room is made for each."""
JSON_TABLE_BYTES = 16_000_000
"""A table in JSON: its smallest values take twenty times as much memory."""

PARQUET_FOOTER_BYTES = 4_000_000
"""The part of a Parquet file that says what is where."""
PARQUET_STRUCTURES = 300_000
"""In a Parquet file's footer: five thousand columns in ten groups of rows have so many."""
PARQUET_VALUES = 200_000
"""In one list of a footer."""

ANSWERS_FILES = 2_000
ANSWERS_FILE_BYTES = 4_000_000
"""A file with answers to a time survey, as it is stored."""
ANSWERS_BYTES = 32_000_000
"""All of them together."""
ANSWERS_CONTENT_BYTES = 64_000_000
"""The parts of all workbooks that are read, unpacked."""
ANSWERS_TAGS = 3_000_000
"""Beginnings and ends of elements in them."""
ANSWERS_PARTS = 1_000
"""Files inside a workbook."""
ANSWERS_ROWS = 100_000
"""Rows in all files that hold something."""
ANSWERS_COLUMNS = 50

QUANTITY_CHARACTERS = 100
"""Of a text that is a number with its unit, a frequency, ages or a date."""
LARGEST_NUMBER = 1e12
SMALLEST_NUMBER = 1e-9
"""Of what is not 0, below zero alike: between these two the products of a pack stay finite."""

RECOMMENDATIONS = 1_500
"""Of a pack, those of its cases too."""
TASKS = 3_000
"""Of a pack, each once for every role that does a share of it, and for each band of ages where its recommendation
differs by age."""
SHARED_PAIRS = 20_000
"""Pairs of tasks of one activity and role, in a pack: each is held against each."""
CONDITIONS_COMBINED = 6
"""Conditions that one recommendation puts together: each doubles what is worked out."""
CONDITIONS_IN_CLUSTER = 8
"""Conditions of one cluster: each doubles what is worked out."""
POPULATIONS = 6
"""Groups of people in one recommendation."""
CONDITIONS_TOGETHER = 8
"""Conditions that recommendations which share an activity and role put together: each doubles the combinations."""
SHARED_WORK_DRAWN = 100_000_000
"""Pairs of such tasks x kinds of people x conditions x draws x numbers with a range that they rest on."""
WORDS_COMPARED = 5_000
"""In search of what was probably meant, in one run; after that nothing is suggested."""
EXPLAINED_STEPS = 20_000
"""Of one explanation that are printed; the others are counted."""
TASKS_IN_A_ROW = 100
"""Tasks that come after one another."""
SMALLEST_EVENTS = 1e-30
"""Events a year and person of a task that has any, and the share of people who need it; the most are
`LARGEST_NUMBER`."""

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

FEWEST_DRAWS, MOST_DRAWS = 128, 65_536
"""Of a simulation (`--draws`)."""
HORIZON_YEARS = 100
"""Of strategies, at most."""
OVERLOAD_WEIGHT = 1_000_000
"""Hours called fitting that an hour called overloaded wrongly may cost; at least one part in as many."""
