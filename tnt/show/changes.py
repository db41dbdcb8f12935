"""What a scenario changed, for which days a value holds, and who checked its source, in a reader's language."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.language.documents.declares import Source
from tnt.language.values.dated import Period
from tnt.locale import Texts
from tnt.reading.yaml.tree import AppliedChange


def before_text(change: AppliedChange, texts: Texts) -> str:
    """What stood there, as written."""
    return texts.text("change.nothing") if change.before is None else change.before


def after_text(change: AppliedChange, texts: Texts) -> str:
    """What stands there now, as written, with the factor where a number was scaled."""
    if change.after is None:
        return texts.text("change.left-out")
    return change.after if change.by is None else texts.text("change.scaled", after=change.after, by=change.by)


def origin_text(change: AppliedChange, texts: Texts) -> str:
    """Which scenario changed a value, where, and what stood there before."""
    key = "origin-added" if change.before is None else "origin"
    return texts.text(
        f"change.{key}",
        scenario=change.scenario,
        place=f"{change.file}:{change.line}",
        before=change.before or "",
        before_place=f"{change.before_file}:{change.before_line}",
    )


def period_text(period: Period, texts: Texts) -> str:
    """For which days a value holds, where it has dates."""
    if period.first is None and period.last is None:
        return ""
    key = "from" if period.last is None else "until" if period.first is None else "between"
    return texts.text(f"change.{key}", first=period.first, last=period.last)


def checked_text(source: Source | None, texts: Texts) -> str | None:
    """Who last checked a source and when, or None where its file does not say."""
    if source is None or source.checked is None:
        return None
    by, day = in_language(source.checked.by, texts.lang), texts.date(source.checked.date)
    return texts.text("source.checked", by=by, date=day)
