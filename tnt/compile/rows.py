"""What a reader must know of the rows of a table of lists."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.notice import Joined, Notice, NoticeCode
from tnt.reading.tables.lists import ListTable


def rows_left_out(table: ListTable) -> Iterator[Notice]:
    """What of the table is no list, and what may be none."""
    for left_out in table.left_out:
        code = NoticeCode.ROWS_CHOSEN if left_out.key == "where" else NoticeCode.ROWS_LEFT_OUT
        yield Notice(code, {"rows": left_out.rows, "column": left_out.column, "values": Joined(left_out.values)})
    for total in table.likely_totals:
        yield Notice(NoticeCode.LIKELY_TOTAL, {"list": total.name, "people": total.people, "others": total.others})
