"""More posts, or shorter lists: how many keep the load as it was. METHOD.md, "Time there is". [ours]

    load = required ÷ Σ over lists of max(0, posts x time per post − time reserved for listed people)

What is reserved for listed people stays with them where posts are added, and falls with them where lists are shorter,
as the required hours do.
"""

from __future__ import annotations

import numpy as np

from tnt.analyses.fit.room.result import MorePosts, ShorterLists
from tnt.analyses.fit.room.rising import rises_to
from tnt.analyses.fit.room.scopes import RoleInScope


def more_posts(lists: RoleInScope, hours_before: float, hours_after: float) -> MorePosts | None:
    """Posts in proportion to those there are; None where no number of them is enough."""
    if hours_before <= 0:
        return None
    wanted = lists.available * hours_after / hours_before
    share = rises_to(lists.left, np.maximum(lists.of_posts, 0.0), wanted)
    posts = float(lists.posts.sum())
    return None if share is None else MorePosts(posts, posts * share)


def shorter_lists(lists: RoleInScope, hours_before: float, hours_after: float) -> ShorterLists | None:
    """All lists shorter by one factor; None where even nobody would be too many."""
    if hours_before <= 0:
        return None
    load = hours_before / lists.available
    # (1 − y) x hours after = load x Σ max(0, left + y x reserved for people), and y x hours after is one more line.
    base, slope = np.append(lists.left, 0.0), np.append(lists.for_people, hours_after / load)
    fewer = rises_to(base, slope, hours_after / load)
    if fewer is None or fewer >= 1:
        return None
    people = float(lists.people.sum())
    per_post = people / float(lists.posts.sum())
    return ShorterLists(per_post, per_post * fewer, people * fewer)
