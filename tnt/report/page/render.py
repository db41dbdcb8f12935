"""Result -> one self-contained web page: no script, nothing fetched from anywhere."""

from __future__ import annotations

from jinja2 import Environment

from tnt.locale import Texts
from tnt.report.context.report import Report
from tnt.report.page.build import report_context
from tnt.result.model import Result
from tnt.show.page.templates import environment


def render_report(result: Result, lang: str, command: str | None = None) -> str:
    """The report as HTML, in `nb` or `en`. `command` is shown as the way to make it again.

    The same result, language and command give the same text.
    """
    texts = Texts(lang)
    return render(environment(), report_context(result, texts, command), texts)


def render(templates: Environment, report: Report, texts: Texts) -> str:
    """The page of a context."""
    return templates.get_template("report/report.html").render(page=report, report=report, t=texts.text)
