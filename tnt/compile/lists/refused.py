"""What is answered where something was given as lists that is none: the ids there are, or the command to run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection
from difflib import SequenceMatcher
from pathlib import Path

from tnt.diagnostics import Code, Place, Problems, problem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import DOCUMENT_FORMAT
from tnt.reading.folders import is_so

_TABLE = re.compile(r"\.(csv|tsv|tab|txt|xlsx|xlsm|xlsb|xls|ods|parquet|json|px)(\.gz)?$", re.IGNORECASE)
_BEGINNING = 4096  # bytes: the format stands at the top of a file
_MOST_SAID = 12
_LONGEST = 200


def refuse_table(choice: str | Path | None) -> None:
    """Raise the problem of a table where the file is expected that says how to read it. JSON may be either."""
    if choice is None or not _TABLE.search(str(choice)) or not is_so(Path(choice).is_file):
        return
    try:
        with Path(choice).open("rb") as stream:
            beginning = stream.read(_BEGINNING)
    except OSError:
        return  # its reader says what is wrong
    if DOCUMENT_FORMAT.encode() not in beginning:
        command = f"tnt new lists {shlex.quote(str(choice))} --out lists.yaml"
        raise problem(Code.LISTS_ARE_A_TABLE, Place(str(choice)), command=command)


def no_such_lists(choice: str | Path, known: Collection[str]) -> Problems:
    """The problem of lists that are neither a file nor known: the ids there are, the nearest first."""
    word = str(choice)
    ordered = sorted(known, key=lambda name: (-_likeness(word, name), name))
    said = ", ".join(ordered[:_MOST_SAID])
    return problem(Code.NO_SUCH_LISTS, Place(word), Nearest().word(word, ordered), found=word, choices=said)


def _likeness(word: str, name: str) -> float:
    return SequenceMatcher(None, word[:_LONGEST].lower(), name[:_LONGEST].lower()).ratio()
