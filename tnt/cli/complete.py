"""What a shell that completes words is told: the shipped lists by id, with their titles, beside the files there are."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from tnt.locale import language


def shipped_ids(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Ids of shipped lists that begin so; the shell adds files."""
    from tnt.language.base import in_language
    from tnt.reading.shipped import shipped_lists

    titles = shipped_lists()
    here = [
        CompletionItem(name, help=in_language(title, language(), name))
        for name, title in titles.items()
        if name.startswith(begun)
    ]
    return [*here, CompletionItem(begun, type="file")]
