"""`tnt survey`: minutes per task from clinicians."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tnt.cli.computed import loaded
from tnt.cli.messages import say
from tnt.cli.options import NamedPath, as_of_option, estimate_options, lang_option, out_option
from tnt.cli.output import print_out, write_out, write_text
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from tnt.survey.form.form import Form
    from tnt.survey.known_tasks import KnownTasks
    from tnt.survey.summary import Survey

FORMS = (".xlsx", ".html")
FORMATS = ("table", "json", "yaml", "scenario")


@click.group()
def survey() -> None:
    """Ask clinicians for minutes per task on a short form, and read their answers as times with an interval.

    Respondents are codes, never names. Nothing leaves the machine.
    """


@survey.command()
@estimate_options
@click.option(
    "--recommendation",
    "names",
    multiple=True,
    metavar="ID",
    help="Ask about this recommendation, or this task of one; may be repeated. Default: tasks without a sourced time.",
)
@click.option("--role", default="gp", show_default=True, metavar="ID", help="Whose tasks to ask about.")
@click.option(
    "--most", type=click.IntRange(1, 500), default=12, show_default=True, help="How many tasks at most, by default."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The form to write: a name that ends with .xlsx (to fill in) or .html (to print).",
)
@lang_option
def write(request: EstimateRequest, names: tuple[str, ...], role: str, most: int, out: Path, lang: str) -> None:
    """Write a form that asks for the minutes of tasks.

    Without --recommendation it asks about tasks whose time is missing or an assumption: missing times first, then those
    that move the role's hours most within their ranges. PATH and options as for `tnt estimate`.
    """
    texts = Texts(lang)
    if out.suffix.lower() not in FORMS:
        raise click.BadParameter(texts.text("survey.form-ending"), param_hint="--out")
    with stages(texts, 2) as stage:
        stage.begin("read")
        inputs = loaded(request)
        stage.begin("write")
        from tnt.survey.form.form import form
        from tnt.survey.form.tasks import UnknownTaskError, chosen, tasks_of

        tasks = tasks_of(inputs, role)
        try:
            picked = chosen(tasks, names, most)
        except UnknownTaskError as error:
            near = ", ".join(error.near) or "–"
            raise click.UsageError(texts.text("survey.unknown-task", name=error.name, role=role, near=near)) from None
        if not picked:
            raise click.ClickException(texts.text("survey.no-tasks", role=role))
        title = inputs.roles[role].title or texts.choice("role", role)
        _write_form(form(picked, title, inputs.as_of, lang), inputs.as_of, out)
    say(texts.text("survey.wrote", file=out, count=len(picked), of=len(tasks)), err=True)


def _write_form(form: Form, as_of: date, out: Path) -> None:
    if out.suffix.lower() == ".html":
        from tnt.survey.form.html import form_html

        write_text(out, form_html(form))
        return
    from tnt.survey.form.xlsx import write_form_xlsx

    write_out(out, lambda file: write_form_xlsx(form, as_of, file))


@survey.command()
@click.argument("answers", nargs=-1, required=True, type=NamedPath(), metavar="ANSWERS...")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=NamedPath(),
    metavar="PATH",
    help="Guideline files or folders the answers are about; may be repeated. Default for a scenario: the shipped "
    "Norwegian pack.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write.")
@as_of_option("Date of the survey.")
@out_option
@lang_option
def read(
    answers: tuple[str, ...], packs: tuple[str, ...], form: str, as_of: date | None, out: Path | None, lang: str
) -> None:
    """Read filled forms, or tables with the columns respondent, task, minutes and cases, as times.

    ANSWERS are XLSX or CSV files, or folders of them. For each task: the mean minutes, the 90 % interval of that mean,
    and how many answered. An answer that looks as if it were in another unit is shown and left out, never corrected.
    """
    from tnt.cli.failures import rendered
    from tnt.reading.shipped import default_pack
    from tnt.survey.answers.read import read_answers
    from tnt.survey.known_tasks import known_tasks
    from tnt.survey.summary import summary

    of_shipped = [default_pack()] if form == "scenario" and not packs else []
    known = known_tasks(packs or of_shipped) if packs or of_shipped else None
    survey_result = summary(
        read_answers(answers, None if known is None else known.tasks.keys()),
        as_of or date.today(),
        {} if known is None else known.tasks,
    )
    if survey_result.warnings:
        say(rendered(survey_result.warnings, lang, sys.stderr.isatty()) + "\n", err=True, is_coloured=True)
    _write_times(survey_result, known, form, out, lang)


def _write_times(survey_result: Survey, known: KnownTasks | None, form: str, out: Path | None, lang: str) -> None:
    if form == "table":
        from tnt.survey.terminal import print_survey

        print_out(out, lambda file: print_survey(survey_result, lang, file))
    elif form == "json":
        from tnt.survey.to_json import to_json

        write_text(out, to_json(survey_result))
    elif form == "yaml" or known is None:
        from tnt.survey.to_yaml import to_snippet

        write_text(out, to_snippet(survey_result, lang))
    else:
        from tnt.survey.to_yaml import to_scenario

        write_text(out, to_scenario(survey_result, known.sources))
