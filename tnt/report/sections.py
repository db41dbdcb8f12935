"""The sections of the report, in order; those of plugins stand before the numbers and the method."""

from __future__ import annotations

from tnt.analyses.supply.section import supply_parts
from tnt.analyses.uncertainty.section import uncertainty_part
from tnt.plugins import Group, plugins
from tnt.report.context.report import SectionPart
from tnt.report.page.benefit import benefits
from tnt.report.page.brief import brief
from tnt.report.page.chart import chart
from tnt.report.page.guidelines import several_guidelines
from tnt.report.page.overload import overload
from tnt.report.page.own_time import own_time
from tnt.report.page.provenance import numbers
from tnt.report.page.recommendation_tables import recommendation_tables, start_up
from tnt.report.page.reproduce import reproduce
from tnt.report.page.scenarios import scenario_parts
from tnt.report.page.shared_work import shared_work
from tnt.result.model import Result
from tnt.show.page.section import Section
from tnt.show.page.wording import Wording

FIGURES = (
    Section("brief", "report/brief.html", brief),
    Section("chart", "report/chart.html", chart),
    Section("recommendations", "report/recommendations.html", recommendation_tables),
    Section("shared", "report/shared.html", lambda result, wording: shared_work(result, wording) or None),
    Section("start-up", "report/start_up.html", start_up),
    Section("benefit", "report/benefit.html", benefits),
    Section("overload", "report/overload.html", overload),
    Section("supply", "supply/supply.html", lambda result, wording: supply_parts(result, wording) or None),
    Section("uncertainty", "uncertainty/uncertainty.html", uncertainty_part, style="uncertainty/uncertainty.css"),
    Section("own-time", "report/own_time.html", own_time),
    Section("scenarios", "report/scenarios.html", lambda result, wording: scenario_parts(result, wording) or None),
)
BASIS = (
    Section("guidelines", "report/guidelines.html", several_guidelines),
    Section("numbers", "report/numbers.html", numbers),
    Section("method", "report/method.html", reproduce),
)


def section_parts(result: Result, wording: Wording) -> tuple[SectionPart, ...]:
    """Every section that has something to say, in order."""
    own = {section.name for section in (*FIGURES, *BASIS)}
    more = [section for section in plugins(Group.SECTIONS, Section) if section.name not in own]
    return tuple(
        SectionPart(section.name, _title(section, wording), section.template, section.style, content)
        for section in (*FIGURES, *more, *BASIS)
        if (content := section.build(result, wording)) is not None
    )


def _title(section: Section, wording: Wording) -> str:
    titles = section.title
    if titles:
        return titles.get(wording.texts.lang) or next(iter(titles.values()))
    key = f"report.section.{section.name}"
    return wording.text(key) if wording.texts.has(key) else section.name
