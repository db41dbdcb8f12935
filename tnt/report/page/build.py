"""From a result to what the template gets."""

from __future__ import annotations

from tnt.locale import Texts
from tnt.report.context.report import Report
from tnt.report.page.guidelines import guidelines_part
from tnt.report.page.scenarios import scenario_notices
from tnt.report.sections import section_parts
from tnt.result.model import Result
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.wording import Wording


def report_context(result: Result, texts: Texts, command: str | None = None) -> Report:
    """Everything on the page, in the language of `texts`."""
    wording = Wording(result, texts)
    return Report(
        lang=texts.lang,
        title=_title(result, wording),
        guidelines=guidelines_part(result, wording),
        subtitle=wording.in_language(result.lists.title) or result.lists.id,
        facts=_facts(result, wording),
        opening=wording.text("notice.opening"),
        pack_notice=" ".join([wording.in_language(result.pack_notice), *scenario_notices(result, wording)]).strip()
        or None,
        command=command,
        sections=section_parts(result, wording),
    )


def _title(result: Result, wording: Wording) -> str:
    """That of the guideline where there is one; of the pack where there are several."""
    if len(result.guidelines) == 1:
        (one,) = result.guidelines
        return wording.in_language(one.title) or one.id
    return wording.in_language(result.pack_title) or wording.text("report.title")


def _facts(result: Result, wording: Wording) -> tuple[Fact, ...]:
    lists, capacity = result.lists, result.capacity
    date = Figure(wording.texts.date(result.as_of), None)
    time = (
        Figure(wording.in_language(capacity.title) or capacity.id, None)
        if capacity
        else Figure(wording.text("report.fact.no-capacity"), None)
    )
    return (
        Fact(wording.text("report.fact.lists"), wording.count(float(lists.count)), None),
        Fact(wording.text("report.fact.people"), wording.people(lists.everybody), None),
        Fact(wording.text("report.fact.recommendations"), wording.count(float(len(result.recommendations))), None),
        Fact(wording.text("report.fact.as-of"), date, None),
        Fact(wording.text("report.fact.capacity"), time, None),
    )
