"""`tnt test`: cases, which hold published figures against what is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tnt.cli.messages import say
from tnt.cli.options import lang_option
from tnt.locale import UNKNOWN, Texts

if TYPE_CHECKING:
    from tnt.cases.run import CaseResult, Check


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@lang_option
def test(paths: tuple[str, ...], lang: str) -> int:
    """Run the cases in PATH, files or folders. Exits with 1 where a figure is not what the case expects.

    Without PATH the shipped cases are run: published figures that must come out.
    """
    from tnt.cases.run import read_cases, run_case
    from tnt.reading.shipped import packs_folder

    texts = Texts(lang)
    cases = [run_case(case) for case in read_cases(paths or [packs_folder()])]
    if not cases:
        raise click.ClickException(texts.text("cli.no-cases"))
    for case in cases:
        _print(case, texts)
    failed = sum(not case.passed for case in cases)
    say(texts.text("cli.cases", count=len(cases), failed=failed))
    return int(failed > 0)


def _print(case: CaseResult, texts: Texts) -> None:
    mark = texts.text("cli.passed" if case.passed else "cli.failed")
    say(f"{mark}  {case.name} ({case.file})")
    for check in case.checks:
        if not check.passed:
            say(f"      {_difference(check, texts)}")


def _difference(check: Check, texts: Texts) -> str:
    expected = check.expectation
    of = "/".join(part for part in (expected.recommendation, expected.role) if part)
    line = "" if check.place.span is None else f":{check.place.span.line}"
    computed = UNKNOWN if check.computed is None else _figure(check.computed, expected.what, texts)
    what = f"{check.place.file}{line}: {expected.what} {of}"
    return texts.text("cli.difference", what=what.strip(), written=check.written, found=computed)


def _figure(value: float, what: str, texts: Texts) -> str:
    if "share" in what or what.startswith(("load", "break_even")):
        return f"{_exact(value * 100, texts)} %"
    number = _exact(value, texts)
    return texts.text("quantity.of-hours", hours=number) if "hours" in what else number


def _exact(value: float, texts: Texts) -> str:
    """Enough decimals to see why a case fails."""
    return texts.number(value, 0 if value == round(value) else 3)
