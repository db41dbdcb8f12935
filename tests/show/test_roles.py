"""One order of roles for people."""

from dataclasses import replace

from tests.result.factory import rich_result
from tnt.locale import Texts
from tnt.show.page.wording import Wording
from tnt.show.roles import ranked, roles_by_weight, roles_of


def test_roles_with_working_time_come_first_and_then_those_of_whom_most_is_asked() -> None:
    weights = {"nurse": (False, 90.0), "gp": (True, 10.0), "midwife": (False, None), "porter": (True, 20.0)}
    assert ranked(weights, weights) == ["porter", "gp", "nurse", "midwife"]


def test_of_equals_the_first_comes_first_and_a_role_without_a_weight_last() -> None:
    weights = {"b": (False, 1.0), "a": (False, 1.0), "c": (False, 0.0)}
    assert ranked({"z", "y", *weights}, weights) == ["b", "a", "c", "y", "z"]


def test_page_and_terminal_have_the_same_order() -> None:
    result = rich_result()
    gp = replace(result.total["gp"], available_hours=None)  # a capacity that names it, and no posts
    without_posts = replace(result, total={**result.total, "gp": gp, "nurse": replace(gp, required_hours=2000.0)})
    for one in (result, without_posts):
        assert Wording(one, Texts("en")).roles() == roles_by_weight(one)
    assert roles_by_weight(without_posts)[:2] == ["nurse", "gp"]


def test_a_recommendation_asks_roles_in_that_order() -> None:
    result = rich_result()
    turned_round = replace(result.recommendations[0], roles=dict(reversed(result.recommendations[0].roles.items())))
    assert list(turned_round.roles) == ["nurse", "gp"]
    assert list(roles_of(turned_round, result)) == ["gp", "nurse"]
