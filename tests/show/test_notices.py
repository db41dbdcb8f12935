from dataclasses import replace

from tests.result.factory import rich_result
from tnt.compile.notice import Choice, Notice, NoticeCode, RecommendationNames, RoleId
from tnt.locale import Texts
from tnt.show.notices import notice_text, reader_notices, role_title


def test_roles_and_kinds_are_named_in_the_readers_language() -> None:
    kinds = {"time_kind": Choice("kind", "face-to-face"), "capacity_kind": Choice("kind", "all-work")}
    values = {"role": RoleId("gp"), "recommendations": RecommendationNames(("a/b",)), **kinds}
    text = notice_text(Notice(NoticeCode.KINDS_DIFFER, values), Texts("nb"))
    assert text.startswith("Fastlege: ulike slags tid.")
    assert "ansikt til ansikt" in text
    assert "alt arbeid" in text


def test_many_recommendations_are_not_all_named() -> None:
    names = RecommendationNames(tuple(f"pack/r{i}" for i in range(40)))
    text = notice_text(
        Notice(NoticeCode.CANNOT_ESTIMATE, {"role": RoleId("gp"), "recommendations": names}), Texts("en")
    )
    assert "pack/r0, pack/r1, pack/r2 and 37 more" in text


def test_text_by_language_is_chosen() -> None:
    notice = Notice(NoticeCode.DEFAULT_LISTS, {"lists": {"nb": "Hele landet", "en": "The whole country"}})
    assert notice_text(notice, Texts("nb")) == "Ingen lister er valgt: Hele landet er brukt."


def test_what_opens_every_output_is_not_said_twice() -> None:
    result = replace(rich_result(), notices=(Notice(NoticeCode.OPENING), Notice(NoticeCode.NO_CAPACITY)))
    assert len(reader_notices(result, Texts("en"))) == 1
    assert reader_notices(result, Texts("en"), without=[NoticeCode.NO_CAPACITY]) == []


def test_a_role_is_called_what_the_file_calls_it_in_the_readers_language() -> None:
    assert role_title("gp", {"nb": "Allmennlege", "en": "GP"}, Texts("nb")) == "Allmennlege"
    assert role_title("gp", {"en": "GP"}, Texts("nb")) == "Fastlege"
    assert role_title("gp", "gp", Texts("nb")) == "Fastlege"
    assert role_title("sexologist", {"en": "Sexologist"}, Texts("nb")) == "Sexologist"
    assert role_title("sexologist", "sexologist", Texts("nb")) == "sexologist"
