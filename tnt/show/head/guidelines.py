"""Guidelines in a line: what they are called, which version, how far they have come, who stands behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.guideline import GuidelineUsed
from tnt.result.model import Result


def guideline_facts(one: GuidelineUsed, texts: Texts) -> list[tuple[str, str]]:
    """(what, text in the reader's language) of everything its file says of it but title, status, address and note."""
    said = {
        "version": one.version,
        "publisher": one.publisher,
        "date": None if one.date is None else texts.date(one.date),
        "author": one.author,
        "contact": one.contact,
        "approved_by": one.approved_by,
    }
    return [(what, text) for what, text in said.items() if text]


def guideline_name(one: GuidelineUsed, texts: Texts) -> str:
    """Title, version and status: `COPD in general practice, version 0.3 (DRAFT)`."""
    title = in_language(one.title, texts.lang, one.id)
    if one.version:
        title = texts.text("guideline.name", title=title, version=one.version)
    if one.status is None:
        return title
    status = texts.choice("guideline-status", one.status)
    return f"{title} ({status.upper() if one.is_unsettled else status})"


def guideline_line(one: GuidelineUsed, texts: Texts) -> str:
    """All that its file says of it in a line, `id: title, version (status). Publisher: …`."""
    facts = [(what, text) for what, text in guideline_facts(one, texts) if what != "version"]
    more = [texts.text("guideline.fact", what=texts.text(f"guideline.{what}"), text=text) for what, text in facts]
    return "; ".join([f"{one.id}: {guideline_name(one, texts)}", *more])


def guidelines_title(result: Result, texts: Texts) -> str:
    """The name of the only one; of several that of the pack, how many there are, and how far they have come. Empty for
    none."""
    if len(result.guidelines) == 1:
        return guideline_name(result.guidelines[0], texts)
    if not result.guidelines:
        return ""
    count, pack = guidelines_count(result.guidelines, texts), in_language(result.pack_title, texts.lang)
    return texts.text("guideline.fact", what=pack, text=count) if pack else count


def guidelines_count(guidelines: Sequence[GuidelineUsed], texts: Texts) -> str:
    """`17 guidelines (15 draft, 2 approved)`; nothing is said of those whose files do not."""
    count = texts.text("guideline.count", count=len(guidelines))
    statuses = _by_status(guidelines)
    if not statuses:
        return count
    said = [
        texts.text("guideline.with-status", count=number, status=texts.choice("guideline-status", status))
        for status, number in statuses.items()
    ]
    return f"{count} ({', '.join(said)})"


def _by_status(guidelines: Iterable[GuidelineUsed]) -> dict[str, int]:
    return dict(Counter(one.status for one in guidelines if one.status is not None).most_common())
