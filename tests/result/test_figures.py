"""The catalogue of figures: what a field says of itself is true of its class, and all that has a name has a text."""

from dataclasses import dataclass, field, fields
from typing import get_type_hints

import pytest

from tnt.arrays import Bools
from tnt.locale import LANGUAGES, Texts
from tnt.result.bounded import Bounded, at_least, at_most, bounded
from tnt.result.figures import columns_of, figure, figures_of
from tnt.result.lists import RoleOnLists
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.shared_work import SharedActivity
from tnt.result.supply import FaceToFaceTime, Overload, PostsOverloaded, RoleSupply, Staffing, Wisn
from tnt.result.total import RoleTotal
from tnt.result.uncertainty import Driver, ListSpreads

LEVELS = [
    RecommendationResult, RoleHours, RoleTotal, RoleSupply, Overload, Staffing, Wisn, PostsOverloaded, FaceToFaceTime,
    SharedActivity, RoleOnLists, ListSpreads, Driver,
]  # fmt: skip


@dataclass(frozen=True)
class Some:
    hours: float | None = field(metadata=figure("hours", lower_if="is_partial"))
    reserve: float | None = field(metadata=figure("share", upper_if="is_partial"))
    change: float | None = field(metadata=figure("hours", most="change_at_most"))
    change_at_most: float | None = field(metadata=figure("hours"))
    is_partial: bool


@pytest.mark.parametrize("level", LEVELS)
def test_bounds_name_a_flag_or_a_figure_beside_them(level: type) -> None:
    hints = get_type_hints(level)
    for about in figures_of(level).values():
        assert {hints[name] for name in (about.lower_if, about.upper_if) if name is not None} <= {bool, Bools}
        assert {about.least, about.most} - {None} <= figures_of(level).keys()
        assert about.lower_if is None or about.upper_if is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_every_name_is_a_text(level: type, lang: str) -> None:
    named = [about.text for about in figures_of(level).values() if about.text is not None]
    assert [key for key in named if not Texts(lang).has(key)] == []


@pytest.mark.parametrize("level", LEVELS)
def test_every_number_of_a_result_is_a_figure(level: type) -> None:
    """A number without a unit would be written as text, and not as a number of the frame."""
    numbers = {name for name, hint in get_type_hints(level).items() if hint in (int, float, float | None)}
    named = {one.name for one in fields(level)}
    assert numbers & named <= set(figures_of(level))


def test_no_column_of_a_level_stands_twice() -> None:
    for level in LEVELS:
        parts = sum(
            len(columns_of(one.metadata["part"])) if "part" in one.metadata else len(one.metadata.get("interval", "1"))
            for one in fields(level)
            if "by_role" not in one.metadata
        )
        assert len(columns_of(level)) == parts


def test_a_bound_is_what_the_flags_beside_a_figure_say() -> None:
    whole, partial = Some(2.0, 0.1, -1.0, 3.0, False), Some(2.0, 0.1, None, 3.0, True)
    assert [bounded(whole, name) for name in ("hours", "reserve", "change")] == [
        Bounded(2.0),
        Bounded(0.1),
        Bounded(-1.0),
    ]
    assert bounded(partial, "hours") == at_least(2.0)
    assert bounded(partial, "reserve") == at_most(0.1)
    assert bounded(partial, "change") == at_most(3.0)
    with pytest.raises(KeyError):
        bounded(whole, "is_partial")


def test_what_is_no_number_is_unknown_whatever_the_bound() -> None:
    assert not at_least(None).is_known
    assert not at_most(float("nan")).is_known
    assert not at_least(float("inf")).is_known
    assert at_least(0.0, when=False) == Bounded(0.0)
