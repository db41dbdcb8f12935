"""Which columns of a long table hold what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.reading.tables.age_band import AgeNames
from tnt.reading.tables.bands import Sex
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.missing import NONE_MISSING, MissingWords


@dataclass(frozen=True)
class LongForm:
    """The columns of a long table; None where it has none: one list, both sexes together, all ages together.

    `one_list` names the list of a table without ids, `sexes` are the words for the sexes in lower case (None: the usual
    ones), `others` those for people who are neither or not known, `age_names` what the lists file says of texts that
    stand for ages, `missing` the words of cells without a count.
    """

    people: str
    id: str | None
    sex: str | None
    ages: str | None
    one_list: str
    sexes: Mapping[str, Sex] | None
    marks: Marks
    age_names: AgeNames = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    missing: MissingWords = NONE_MISSING
