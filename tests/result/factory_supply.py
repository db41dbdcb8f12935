"""Two capacities side by side, made by hand: one that decides, and observed hours beside it."""

from __future__ import annotations

from dataclasses import replace

from tnt.result.supply import FaceToFaceTime, Overload, PostsOverloaded, RoleSupply, Staffing, Supply, Wisn

STAFFING = {"gp": Staffing(4.0, 1250.0, 4 / 3, 1, 0, False)}
DECIDES = RoleSupply(
    at_least=True,
    kind="all-work",
    gross_hours_per_post=1725.0,
    available_hours=5175.0,
    share_of_capacity=0.4,
    positions=2.1,
    headroom=0.55,
    break_even_reserve=0.55,
    hours_that_do_not_fit=41.5,
    hours_on_vacant_lists=12.5,
    load_before=1.3,
    load_after=None,
    load_after_at_most=1.5,
    overload=Overload(1, 3, 1 / 3, 0, 1, 1, 0),
    largest_manageable_list=2345.6,
    posts_needed=2.1,
    posts_overloaded=PostsOverloaded(0.1, 0.3, None, True),
    wisn=Wisn(3.2, 4.0, 1.25, 0.8, 1.1, 0.2, None),
    face_to_face=FaceToFaceTime(100.0, 2800.0, 100 / 2800),
)
OBSERVED = replace(
    DECIDES,
    gross_hours_per_post=2254.0,
    load_before=None,
    load_after_at_most=None,
    overload=Overload(0, 0, None, 0, 0, 5, 0),
    posts_overloaded=PostsOverloaded(0.2, 0.2, 0.2, False),
    wisn=replace(DECIDES.wisn, ratio=None, difference=None, why_no_ratio="not-all-work") if DECIDES.wisn else None,
    face_to_face=None,
)
SUPPLY = (
    Supply("gp-2018", {"nb": "Fastleger 2018", "en": "Norwegian GPs 2018"}, None, True, {"gp": DECIDES}),
    Supply(
        "observed",
        {"nb": "Observert (ikke kapasitet)", "en": "Observed (not capacity)"},
        "=Note",
        False,
        {"gp": OBSERVED},
    ),
)
