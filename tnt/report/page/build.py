"""From a result to what the template gets."""

from __future__ import annotations

from tnt.analyses.supply.section import supply_parts
from tnt.analyses.uncertainty.section import uncertainty_part
from tnt.locale import Texts
from tnt.report.context.report import Report
from tnt.report.page.benefit import benefits
from tnt.report.page.brief import brief
from tnt.report.page.overload import overload
from tnt.report.page.provenance import group_anchors, number_groups, source_entries
from tnt.report.page.recommendation_tables import recommendation_tables
from tnt.report.page.reproduce import reproduce
from tnt.report.page.scenarios import scenario_notices, scenario_parts
from tnt.report.page.shared_work import shared_work
from tnt.report.page.start_up import first_years
from tnt.result.model import Result
from tnt.show.page.bar_chart import bar_chart
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.wording import Wording


def report_context(result: Result, texts: Texts, command: str | None = None) -> Report:
    """Everything on the page, in the language of `texts`."""
    wording = Wording(result, texts)
    return Report(
        lang=texts.lang,
        title=wording.in_language(result.pack_title) or wording.text("report.title"),
        subtitle=wording.in_language(result.lists.title) or result.lists.id,
        facts=_facts(result, wording),
        opening=wording.text("notice.opening"),
        pack_notice=" ".join([wording.in_language(result.pack_notice), *scenario_notices(result, wording)]).strip()
        or None,
        capacity_note=wording.in_language_if_any(result.capacity.note) if result.capacity else None,
        scenarios=scenario_parts(result, wording),
        brief=brief(result, wording),
        chart=bar_chart(result, wording),
        recommendations=recommendation_tables(result, group_anchors(result), wording),
        shared=shared_work(result, wording),
        first_year=first_years(result, wording),
        benefits=benefits(result, wording),
        overload=overload(result, wording),
        supply=supply_parts(result, wording),
        uncertainty=uncertainty_part(result, wording),
        numbers=number_groups(result, wording),
        sources=source_entries(result, wording),
        reproduce=reproduce(result, command),
    )


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
        Fact(wording.text("report.fact.people"), wording.people(float(lists.people.sum())), None),
        Fact(wording.text("report.fact.recommendations"), wording.count(float(len(result.recommendations))), None),
        Fact(wording.text("report.fact.as-of"), date, None),
        Fact(wording.text("report.fact.capacity"), time, None),
    )
