"""What a reader must know to use the figures, in sentences."""

from __future__ import annotations

from dataclasses import replace

from tnt.compile.notice import Notice, NoticeCode, RecommendationNames
from tnt.result.model import Result
from tnt.show.notices import notice_text, role_titles
from tnt.show.page.wording import Wording

_SAID_ELSEWHERE = (
    NoticeCode.OPENING,
    NoticeCode.ASSUMPTIONS,
    NoticeCode.NO_CAPACITY,
    NoticeCode.NO_CAPACITY_FOR_ROLE,
)
"""The head of the page and the sentences in brief say these, and the table of roles without working time."""


def notices(result: Result, wording: Wording) -> tuple[str, ...]:
    """The notices of a result that the page does not say elsewhere, each once."""
    titles = role_titles(result, wording.texts)
    sentences = (
        notice_text(_titled(notice, wording), wording.texts, titles)
        for notice in result.notices
        if notice.code not in _SAID_ELSEWHERE
    )
    return tuple(dict.fromkeys(sentences))


def _titled(notice: Notice, wording: Wording) -> Notice:
    """A page has room for the recommendations' titles where a terminal names their ids."""
    titled = {
        name: RecommendationNames(wording.recommendation_titles(value.names))
        for name, value in notice.values.items()
        if isinstance(value, RecommendationNames)
    }
    return replace(notice, values={**notice.values, **titled})
