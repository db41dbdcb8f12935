"""Posts and working time in sentences, for the terminal and the report."""

from __future__ import annotations

from functools import partial

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.bounded import at_least, at_most
from tnt.result.model import Result
from tnt.result.supply import FaceToFaceTime, PostsOverloaded, RoleSupply, Staffing, Wisn
from tnt.show.bounded import bounded_text, figure_text


def staffing_sentences(staffing: Staffing, lists: int, texts: Texts) -> list[str]:
    """How many people a post has, and how posts are spread over the lists."""
    if staffing.posts_per_list is None:
        return []
    sentences = []
    if staffing.people_per_post is not None:
        sentences.append(texts.text("supply.people-per-post", people=texts.people(staffing.people_per_post)))
    if staffing.is_imputed:
        return [*sentences, texts.text("supply.posts-imputed")]
    if lists > 1:
        sentences.append(
            texts.text(
                "supply.posts-per-list",
                posts=texts.number(staffing.posts_per_list),
                several=staffing.lists_with_several_posts,
                less=staffing.lists_with_less_than_one_post,
            )
        )
    return sentences


def other_care_sentences(role: str, result: Result, texts: Texts) -> list[str]:
    """What each reserve of contacts is made of, and the pack's own contacts today where they are known."""
    sentences = []
    for one in result.other_care.get(role, ()):
        values = {"title": in_language(one.title, texts.lang, one.id), "minutes": texts.number(one.minutes)}
        values |= {"contacts": texts.number(one.contacts_per_year, 0), "share": texts.share(one.in_pack)}
        sentence = texts.text("other-care.made-of", hours=texts.hours(one.hours), **values)
        if one.pack_share is not None:
            sentence += " " + texts.text("other-care.pack-today", share=texts.share(one.pack_share))
        sentences.append(sentence)
    return sentences


def supply_sentences(one: RoleSupply, texts: Texts) -> list[str]:
    """What a capacity says of a role beside the table."""
    sentences = []
    if one.posts_overloaded is not None:
        sentences.append(_posts_overloaded(one.posts_overloaded, one.at_least, texts))
    if one.wisn is not None:
        sentences.append(_wisn(one.wisn, one.at_least, texts))
    if one.face_to_face is not None and one.face_to_face.required_hours:
        sentences.append(_face_to_face(one.face_to_face, texts))
    return sentences


def largest_sentence(one: RoleSupply, texts: Texts) -> str | None:
    """The largest manageable list, where there is no table that says it."""
    if one.largest_manageable_list is None:
        return None
    return texts.text("supply.largest", people=figure_text(one, "largest_manageable_list", texts))


def _posts_overloaded(posts: PostsOverloaded, is_lower_bound: bool, texts: Texts) -> str:
    if is_lower_bound:
        known = "at-least" if posts.least > 0 else "unknown"
        sentences = [texts.text(f"supply.posts-overloaded-{known}", least=texts.share(posts.least))]
    elif posts.value is not None:
        sentences = [texts.text("supply.posts-overloaded", share=texts.share(posts.value))]
    else:
        bounds = {"least": texts.share(posts.least), "most": texts.share(posts.most)}
        sentences = [texts.text("supply.posts-overloaded-between", **bounds)]
    sentences += [texts.text("supply.posts-overloaded-imputed")] if posts.is_imputed else []
    return " ".join(sentences)


def _wisn(wisn: Wisn, is_lower_bound: bool, texts: Texts) -> str:
    sentence = texts.text(
        "supply.wisn",
        required=bounded_text(at_least(wisn.required_posts, is_lower_bound), texts.number, texts),
        category=texts.number(wisn.category_allowance_factor, 2),
        individual=texts.number(wisn.individual_allowance_factor, 2),
    )
    if wisn.why_no_ratio is not None:
        return f"{sentence} {texts.text(f'supply.no-ratio.{wisn.why_no_ratio}')}"
    ratio, difference = at_most(wisn.ratio, is_lower_bound), at_most(wisn.difference, is_lower_bound)
    compared = {
        "actual": texts.number(wisn.actual_posts),
        "ratio": bounded_text(ratio, partial(texts.number, decimals=2), texts),
        "difference": bounded_text(difference, partial(texts.number, decimals=1), texts),
    }
    return f"{sentence} {texts.text('supply.wisn-ratio', **compared)}"


def _face_to_face(time: FaceToFaceTime, texts: Texts) -> str:
    return texts.text(
        "supply.face-to-face",
        required=texts.hours(time.required_hours),
        available=texts.hours(time.available_hours),
        share=texts.share(time.share),
    )
