"""Posts and working time in sentences, for the terminal and the report."""

from __future__ import annotations

from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.supply import FaceToFaceTime, PostsOverloaded, RoleSupply, Staffing, Wisn


def staffing_sentences(staffing: Staffing, lists: int, texts: Texts) -> list[str]:
    """How many people a post has, and how posts are spread over the lists."""
    if staffing.people_per_post is None or staffing.posts_per_list is None:
        return []
    sentences = [texts.text("supply.people-per-post", people=texts.people(staffing.people_per_post))]
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


def supply_sentences(one: RoleSupply, at_least: bool, texts: Texts) -> list[str]:
    """What a capacity says of a role beside the table. `at_least`: the hours asked for are a lower bound."""
    sentences = []
    if one.posts_overloaded is not None:
        sentences.append(_posts_overloaded(one.posts_overloaded, at_least, texts))
    if one.wisn is not None:
        sentences.append(_wisn(one.wisn, at_least, texts))
    if one.face_to_face is not None and one.face_to_face.required_hours:
        sentences.append(_face_to_face(one.face_to_face, texts))
    return sentences


def largest_sentence(one: RoleSupply, at_least: bool, texts: Texts) -> str | None:
    """The largest manageable list, where there is no table that says it."""
    if one.largest_manageable_list is None:
        return None
    return texts.text("supply.largest", people=largest_text(one.largest_manageable_list, at_least, texts))


def largest_text(people: float | None, at_least: bool, texts: Texts) -> str:
    """A largest list; an upper limit where the hours asked for are a lower bound."""
    return f"≤ {texts.people(people)}" if at_least and people is not None else texts.people(people)


def is_at_least(result: Result, role: str) -> bool:
    """Whether the hours asked of a role are a lower bound."""
    return role in result.total and result.total[role].at_least


def _posts_overloaded(posts: PostsOverloaded, at_least: bool, texts: Texts) -> str:
    if posts.value is not None:
        sentences = [texts.text("supply.posts-overloaded", share=texts.share(posts.value))]
    else:
        bounds = {"least": texts.share(posts.least), "most": texts.share(posts.most)}
        sentences = [texts.text("supply.posts-overloaded-between", **bounds)]
    sentences += [texts.text("supply.may-be-more")] if at_least else []
    sentences += [texts.text("supply.posts-overloaded-imputed")] if posts.is_imputed else []
    return " ".join(sentences)


def _wisn(wisn: Wisn, at_least: bool, texts: Texts) -> str:
    required = texts.number(wisn.required_posts)
    sentence = texts.text(
        "supply.wisn",
        required=f"≥ {required}" if at_least and wisn.required_posts is not None else required,
        category=texts.number(wisn.category_allowance_factor, 2),
        individual=texts.number(wisn.individual_allowance_factor, 2),
    )
    if wisn.why_no_ratio is not None:
        return f"{sentence} {texts.text(f'supply.no-ratio.{wisn.why_no_ratio}')}"
    ratio, difference = texts.number(wisn.ratio, 2), texts.number(wisn.difference, 1)
    limit = "≤ " if at_least else ""
    compared = {"actual": texts.number(wisn.actual_posts), "ratio": limit + ratio, "difference": limit + difference}
    return f"{sentence} {texts.text('supply.wisn-ratio', **compared)}"


def _face_to_face(time: FaceToFaceTime, texts: Texts) -> str:
    return texts.text(
        "supply.face-to-face",
        required=texts.hours(time.required_hours),
        available=texts.hours(time.available_hours),
        share=texts.share(time.share),
    )
