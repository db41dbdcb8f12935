"""A notice has the values its code says, by name and kind."""

import pytest

from tnt.compile.notice import Notice, NoticeCode, NoticeValue, RoleId


@pytest.mark.parametrize(
    "values", [{}, {"role": RoleId("gp")}, {"role": "gp", "lists": 1}, {"rolle": RoleId("gp"), "lists": 1}]
)
def test_other_values_are_refused_where_the_notice_is_made(values: dict[str, NoticeValue]) -> None:
    with pytest.raises(TypeError, match="vacant has the values"):
        Notice(NoticeCode.VACANT, values)
