"""The posts of a role on the lists of a table."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from tnt.language.base import Id, Part
from tnt.language.documents.second_table import SecondTable
from tnt.language.values.number import Count, HoursPerWeek, Number, Positive

PostsIn = Literal["fte", "percent", "hours-per-week", "headcount"]


def _where_posts_stand(given: Any) -> str:
    """Names no key of a file has: pydantic puts them into the path of an error."""
    is_table = isinstance(given, SecondTable) or (isinstance(given, dict) and given.keys() & SecondTable.model_fields)
    return "(second table)" if is_table else "(column or number)"


class Staff(Part):
    """The posts of one role on a list."""

    posts: (
        Annotated[
            Annotated[SecondTable, Tag("(second table)")] | Annotated[str | Number[Count], Tag("(column or number)")],
            Discriminator(_where_posts_stand),
        ]
        | None
    ) = None
    """Column with the posts (empty = unknown), a number where the table holds one list, or a column of a second
    table."""
    in_: Annotated[PostsIn, Field(alias="in")] = "fte"
    """What `posts` counts: full-time posts (`fte`); `percent` of one (80 = 0.8, `80 %` too); `hours-per-week`, beside
    which `full_time` must stand; or people (`headcount`), see `posts_per_head`."""
    full_time: Number[HoursPerWeek] | None = None
    """Hours a week of one full-time post, where `posts` are in hours-per-week."""
    posts_per_head: Number[Positive] | None = None
    """Where `posts` are a headcount: full-time posts each person has on average, such as 0.85. Left out, each is
    counted as one post, and no list is called overloaded by them."""
    people_per_post: Number[Positive] | None = None
    """Where posts are not known: people per post. Posts are then imputed, and no list is called overloaded by them."""
    source: Id | None = None
    """Source of the posts."""
