"""The guidelines the figures are of, as their files say who stands behind them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from tnt.language.base import Text
from tnt.language.documents.declares import UrlStatus
from tnt.language.documents.guideline import GuidelineStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineUsed:
    """A guideline. None where its file does not say."""

    id: str
    title: Text
    """Its id where it has no title."""
    version: str | None = None
    """As it is written: `1.10` is no number."""
    status: GuidelineStatus | None = None
    date: datetime.date | None = None
    """Date of this version."""
    publisher: str | None = None
    author: str | None = None
    contact: str | None = None
    approved_by: str | None = None
    url: str | None = None
    url_status: UrlStatus | None = None
    note: Text | None = None
    """What its authors want a reader to know."""

    @property
    def is_unsettled(self) -> bool:
        """Whether it is a draft, out for hearing or retired, which no reader may overlook."""
        return self.status not in (None, "approved")
