"""The pages of `tnt years`, `tnt strategies` and `tnt fit` get what is documented, and use all of it."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from tests.analyses.fit.results import ALL as FITS
from tests.patient.packs import CHECK, SELF_CARE, STRATEGIES, with_own_time, write
from tests.watching import watching
from tnt.analyses.fit.page import fit_page
from tnt.analyses.fit.shown import context as context_fit
from tnt.analyses.strategies import context as context_strategies
from tnt.analyses.strategies.page import strategies_page
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.analyses.years import context as context_years
from tnt.analyses.years.page import years_page
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import estimate_years
from tnt.locale import Texts
from tnt.reading.shipped import packs_folder
from tnt.show.page.templates import environment

AS_OF = date(2026, 11, 22)
ONCE = """\
format: tnt/1
guideline: demo
recommendations:
  check:
    population: {ages: 40+}
    tasks: {visit: {role: gp, time: 30 min, frequency: once}}
"""
TIME = "format: tnt/1\ncapacity: hours\nroles: {gp: {hours: 1000 h / year}}\n"
CLASSES = {
    name: one
    for module in (context_years, context_strategies, context_fit)
    for name, one in vars(module).items()
    if dataclasses.is_dataclass(one) and one.__module__ == module.__name__
}


WATCHING = watching(CLASSES)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_everything_documented_is_used_and_nothing_else(lang: str, tmp_path: Path) -> None:
    years = tmp_path / "years"
    years.mkdir()
    (years / "once.yaml").write_text(ONCE)
    (years / "time.yaml").write_text(TIME)
    texts, templates = Texts(lang), environment(WATCHING)
    ways = write(tmp_path / "ways", with_own_time(CHECK), SELF_CARE, s=STRATEGIES)
    pages = [
        ("years/years.html", years_page(estimate_years(load_projection(years, as_of=AS_OF, last=2028)), texts)),
        *(("fit/fit.html", fit_page(result, texts)) for result in FITS.values()),
        *(
            ("strategies/strategies.html", strategies_page(estimate_strategies(folder, as_of=AS_OF), texts))
            for folder in (packs_folder() / "strategies", ways)
        ),
    ]
    for name, page in pages:
        templates.get_template(name).render(page=page, t=texts.text)
    documented = {(name, each.name) for name, kind in CLASSES.items() for each in dataclasses.fields(kind)}
    assert WATCHING.seen == documented
