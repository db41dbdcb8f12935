"""A list without a file at the command line: --people and --posts."""

from __future__ import annotations

from typing import Any

import click

from tnt import limits
from tnt.cli.lazy import LANG
from tnt.locale import Texts, language


class NumberOfPosts(click.ParamType[float]):
    """0, or a number within the limits of any."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it."""
        written: Any = str(value).replace(",", ".")
        posts = click.FLOAT.convert(written, param, ctx)
        if not (posts == 0 or limits.SMALLEST_NUMBER <= posts <= limits.LARGEST_NUMBER):
            self.fail(f"{value!r} is not a number of posts.", param, ctx)
        return posts


def said_in_words(lists: str | None, people: str | None, posts: float | None) -> str:
    """The words for a list of so many people. Wrong use: posts without people, people beside lists."""
    from tnt.compile.lists.said import with_posts

    texts = Texts(click.get_current_context().meta.get(LANG) or language())
    if people is None:
        raise click.UsageError(texts.text("cli.needs-people"))
    if lists is not None:
        raise click.UsageError(texts.text("cli.people-or-lists"))
    words = with_posts(people, posts)
    if words is None:
        raise click.BadParameter(texts.text("cli.no-people", found=people), param_hint="--people")
    return words
