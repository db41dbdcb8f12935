"""What a reader must know of what a table of lists has beside its lists."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.notice import Joined, Notice, NoticeCode, NoticeValue
from tnt.reading.tables.findings import listed
from tnt.reading.tables.list_table import ListTable


def rows_left_out(table: ListTable) -> Iterator[Notice]:
    """What of the table is no list, and what may be none."""
    for rows in table.left_out:
        values: dict[str, NoticeValue] = {"rows": rows.rows, "column": rows.column, "values": Joined(rows.values)}
        if rows.key == "where":
            yield Notice(NoticeCode.ROWS_CHOSEN, values)
        else:
            yield Notice(NoticeCode.ROWS_LEFT_OUT, values)
    for total in table.likely_totals:
        yield Notice(NoticeCode.LIKELY_TOTAL, {"list": total.name, "people": total.people, "others": total.others})
    if adding_up := [total.name for total in table.totals if not total.more]:
        yield Notice(NoticeCode.TOTALS_LEFT_OUT, {"totals": listed(adding_up)})
    for each in table.totals:
        if each.more:
            yield Notice(NoticeCode.TOTAL_HOLDS_MORE, {"total": each.name, "people": each.more})
