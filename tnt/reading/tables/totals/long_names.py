"""What a long table calls a sex and ages."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.totals.left_out import Strata


def record_names(
    sheet: Sheet,
    columns: tuple[str | None, str | None, str],
    strata: Sequence[Stratum],
    records: Indices,
    ids: Sequence[str],
) -> Strata:
    """Strata by the cell that makes them totals, `SEX ALL` or `AGE Total`; `columns` hold sex, ages and people, and
    `records` are those of each list and stratum, below 0 where there is none."""
    sex, ages, people = columns
    texts = {column: sheet.text(column) for column in (sex, ages) if column is not None}
    some = records.max(axis=0)
    single = {stratum.ages for stratum in strata if stratum.sex != "all"}

    def name(stratum: int) -> str:
        of_sexes = strata[stratum].sex == "all" and strata[stratum].ages in single
        column = sex if of_sexes or ages is None else ages
        return f"{column} {texts[column][int(some[stratum])]}" if column is not None else ""

    return Strata(
        name=name,
        of_list=lambda one: ids[one],
        place=lambda one, stratum: sheet.place(int(records[one, stratum]), people),
    )
