"""What a lists file says about its table, checked: which keys go together, and which columns it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tnt.diagnostics import Code, Place
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.lists import ListsDocument, TotalPeople, Words
from tnt.language.documents.staff import Staff
from tnt.reading.tables.age_band import AgeNames, plain_text
from tnt.reading.tables.bands import Sex
from tnt.reading.tables.files.file import WORKBOOKS
from tnt.reading.tables.files.heading import NAMED
from tnt.reading.tables.findings import Findings, Key, Locate, listed
from tnt.reading.tables.words.untold_words import NOT_KNOWN, OTHER_SEX

Named = tuple[Key, str]
"""A key of the lists file, and the column it names."""


def check_keys(document: ListsDocument, locate: Locate) -> None:
    """Raise `Problems` for keys that contradict one another, since nobody can tell how the table is to be read."""
    findings = Findings(locate(("lists",)).file, locate)
    for keys in _conflicts(document):
        findings.add(Code.CONFLICTING_KEYS, locate((keys[-1],)), keys=", ".join(keys))
    separator = document.separator
    if separator is not None and not _is_separator(separator):
        findings.add(Code.NOT_A_CHOICE, locate(("separator",)), found=separator, choices=", ; | tab")
    for role, staff in document.staff.items():
        _check_staff(("staff", role), staff, findings)
    for key in document.second_tables:
        if document.id is None:
            findings.add(Code.NEEDS_KEY, locate(key), key=key[-1], needed="id")
        elif document.year is not None:  # figures of one year would stand for all
            findings.add(Code.SECOND_TABLE_BY_YEAR, locate(key), column=document.year)
    findings.raise_errors()


def _is_separator(text: str) -> bool:
    return text in NAMED or (len(text) == 1 and text.isascii() and not text.isalnum() and text not in "\"'\r\n .-+")


def _conflicts(document: ListsDocument) -> Iterator[tuple[str, str]]:
    by_band = [key for key in ("sex", "ages") if getattr(document, key) is not None]
    if document.shape == "wide":
        yield from (("shape", key) for key in by_band)
    elif isinstance(document.people, TotalPeople):
        yield from (("people", key) for key in by_band)
    table = document.table.lower()
    if document.sheet is not None and not table.endswith(WORKBOOKS):
        yield "table", "sheet"
    if document.skip_rows is not None and table.endswith((".parquet", ".json")):
        yield "table", "skip_rows"
    if document.year is not None and document.scaled_to is not None:
        yield "year", "scaled_to"
    if document.separator is not None:
        yield from (
            ("separator", key) for key in ("decimal", "thousands") if getattr(document, key) == document.separator
        )
    if document.thousands is not None and document.decimal == document.thousands:
        yield "decimal", "thousands"
    if document.sex_names is not None:
        female, male = _lower(document.sex_names.female), _lower(document.sex_names.male)
        if {*female} & {*male} or not all([*female, *male]):
            yield "female", "sex_names"


def _check_staff(key: Key, staff: Staff, findings: Findings) -> None:
    if staff.posts is None and staff.people_per_post is None:
        findings.add(Code.MISSING_KEY, findings.locate(key), key="posts")
    elif staff.posts is not None and staff.people_per_post is not None:
        findings.add(Code.CONFLICTING_KEYS, findings.locate(key), keys="posts, people_per_post")
    if staff.in_ != "fte" and staff.posts is None:
        findings.add(Code.NEEDS_KEY, findings.locate((*key, "in")), key="in", needed="posts")
    for helper, needed in (("full_time", "hours-per-week"), ("posts_per_head", "headcount")):
        if getattr(staff, helper) is not None and staff.in_ != needed:
            findings.add(Code.NEEDS_KEY, findings.locate((*key, helper)), key=helper, needed=f"in: {needed}")
    if staff.full_time is not None and staff.full_time.expected == 0:
        findings.add(Code.OUT_OF_RANGE, findings.locate((*key, "full_time")), found="0 h / week", expected="> 0")
    if staff.in_ == "hours-per-week" and staff.posts is not None and staff.full_time is None:
        findings.add(Code.FULL_TIME_UNKNOWN, findings.locate((*key, "in")))


def sex_words(document: ListsDocument) -> Mapping[str, Sex] | None:
    """The words for the sexes that the lists file states, in lower case; None where it leaves them to be understood."""
    if document.sex_names is None:
        return None
    female, male = (_lower(words) for words in (document.sex_names.female, document.sex_names.male))
    words: dict[str, Sex] = dict.fromkeys(female, "female")
    return words | dict.fromkeys(male, "male")


def other_words(document: ListsDocument) -> frozenset[str]:
    """The words for people who are neither women nor men, or of whom it is not known, in lower case."""
    stated = document.sex_names.other if document.sex_names is not None else None
    others = OTHER_SEX | NOT_KNOWN if stated is None else frozenset(_lower(stated))
    return others - (sex_words(document) or {}).keys()


def _lower(words: Words) -> list[str]:
    return [str(word).strip().lower() for word in (words if isinstance(words, list) else [words])]


def age_names(document: ListsDocument) -> AgeNames:
    """What the lists file says of texts that stand for ages."""
    return {plain_text(text): ages for text, ages in document.age_names.items()}


def columns_per_list(document: ListsDocument) -> list[Named]:
    """The columns with one value a list."""
    named: list[tuple[Key, object]] = [((key,), getattr(document, key)) for key in ("id", "name", "area", "year")]
    named += [(("registers", condition), column) for condition, column in document.registers.items()]
    named += [(("staff", role, "posts"), staff.posts) for role, staff in document.staff.items()]
    return [(key, column) for key, column in named if isinstance(column, str)]


def columns_of(document: ListsDocument) -> list[str]:
    """Every column the lists file names; those by sex and ages of a wide table have no names in it."""
    columns = [column for _, column in columns_per_list(document)]
    if isinstance(document.people, TotalPeople):
        columns.append(document.people.total)
    elif document.shape == "long":
        columns.append(document.people)
    return [*columns, *(column for column in (document.sex, document.ages) if column is not None)]


def check_columns(named: Sequence[Named], header: Sequence[str], findings: Findings) -> None:
    """Raise `Problems`, with what was found before, unless every column named is in the table, once: none is read
    without the others."""
    times, nearest = Counter(header), Nearest()
    for key, column in named:
        if column not in times:
            close = nearest.word(column, header)
            findings.add(Code.COLUMN_MISSING, findings.locate(key), close, column=column, columns=listed(header))
    for column in dict.fromkeys(column for _, column in named):
        if times[column] > 1:
            findings.add(
                Code.TABLE_UNREADABLE, Place(findings.file, cell=(findings.heading_row, column)), reason="column-twice"
            )
    findings.raise_errors()
