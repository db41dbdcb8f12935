"""Which lists are meant at the command line: some of a table, so many people, and answers to anything else."""

import json
import shlex
from pathlib import Path

import pytest
from click.shell_completion import ZshComplete

from tests.command_line import Run
from tnt.main import tnt as group

MUNICIPALITIES = ("--lists", "norway-municipalities-2026")
DAY = ("--as-of", "2026-11-22")


def test_only_picks_lists_and_the_next_commands_say_so(tnt: Run, pack: Path) -> None:
    done = tnt("estimate", pack, "--only", "ås", *DAY)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert text.splitlines()[1] == "Two lists (Ås): 1 list, 2,000 people"
    assert "1 of 2 lists is used" in " ".join(text.split())
    assert "--only 'ås'" in text
    csv = tnt("estimate", pack, "--only", "ås", *DAY, "--format", "csv").stdout.decode().splitlines()
    assert {line.split(",")[0] for line in csv[1:]} == {'"a"'}


@pytest.mark.parametrize(
    "command",
    [
        ("report",),
        ("lists", "--format", "json"),
        ("explain", "demo/check"),
        ("survey", "write", "--out", "form.html"),
        ("estimate", "--draws", "128", "--format", "json"),
    ],
    ids=lambda command: command[0],
)
def test_the_commands_that_take_lists_take_some_of_them(tnt: Run, pack: Path, command: tuple[str, ...]) -> None:
    assert tnt(*command, pack, "--only", "a", *DAY).returncode == 0
    wrong = tnt(*command, pack, "--only", "c", *DAY)
    assert (wrong.returncode, b"TNT572" in wrong.stderr) == (1, True)


def test_compare_and_strategies_and_years_take_some_of_them(tnt: Run, pack: Path) -> None:
    same = json.loads(tnt("compare", "base", "2027-01-01", "--pack", pack, "--only", "By", "--format", "json").stdout)
    assert same["before"]["lists"]["only"] == same["after"]["lists"]["only"] == ["b"]
    assert b"TNT572" in tnt("years", "--only", "Oslo", *DAY).stderr


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_a_cohort_of_some_lists_says_so_and_how_their_table_was_read(tnt: Run, pack: Path, lang: str) -> None:
    (pack / "strategies.yaml").write_text(
        "format: tnt/1\nstrategies: s\nhorizon: 3 years\ncohort: {ages: 40+}\n"
        "options:\n  all: {recommendations: [demo/check]}\n"
    )
    (pack / "lists.csv").write_bytes((pack / "lists.csv").read_bytes().decode().encode("windows-1252"))
    done = tnt("strategies", pack, "--only", "Ås", *DAY, "--lang", lang)
    text = " ".join(done.stdout.decode().split())
    assert done.returncode == 0
    assert "Ås" in text
    assert ("1 of 2 lists is used" if lang == "en" else "1 av 2 lister er brukt") in text
    assert "windows-1252" in text.lower()


@pytest.mark.parametrize(
    "options",
    [
        ("--lists", "1200 people, 1 post"),
        ("--lists", "1 200 innbyggere og 1 stilling"),
        ("--people", "1200", "--posts", "1"),
        ("--people", "1,200", "--posts", "1.0"),
    ],
)
def test_a_list_without_a_file(tnt: Run, options: tuple[str, ...]) -> None:
    document = json.loads(tnt("estimate", *options, *DAY, "--format", "json").stdout)
    assert document["lists"]["id"] == "1200 people, 1 post"
    assert document["lists"]["people"] == 1200
    assert document["lists"]["title"] == {"nb": "En liste med 1\xa0200 innbyggere", "en": "A list of 1,200 people"}
    assert document["overload"]["gp"]["imputed"] == 1
    again = tnt("estimate", "--lists", document["manifest"]["lists"], *DAY, "--format", "json")
    assert json.loads(again.stdout) == document


@pytest.mark.parametrize(("lang", "why"), [("en", "its posts are not known"), ("nb", "stillingene er ikke kjent")])
def test_posts_that_nobody_knows_are_not_called_time_that_nobody_gave(tnt: Run, lang: str, why: str) -> None:
    text = tnt("estimate", "--people", "1200", *DAY, "--lang", lang).stdout.decode()
    gp = next(line for line in text.splitlines() if line.startswith(("GP: ", "Fastlege: ")) and ";" in line)
    assert gp.endswith(why)


def test_a_side_may_be_said_in_words(tnt: Run, pack: Path) -> None:
    done = tnt("compare", "1000 people", "2000 people", "--pack", pack, "--only", "By", *DAY, "--format", "json")
    sides = json.loads(done.stdout)
    assert [sides[side]["lists"]["people"] for side in ("before", "after")] == [1000, 2000]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--posts", "1"), "--people 1200 --posts 1"),
        (("--people", "1200", "--lists", "norway-nation"), "in place of --lists"),
        (("--people", "many"), "such as 1200"),
        (("--people", "1200", "--posts", "nan"), "not a number of posts"),
        (("--people", "1200", "--posts", "-1"), "not a number of posts"),
    ],
)
def test_wrong_use_says_what_is_right(tnt: Run, options: tuple[str, ...], said: str) -> None:
    done = tnt("estimate", *options)
    assert done.returncode == 2
    assert said in done.stderr.decode()


@pytest.mark.parametrize(("lists", "nearest"), [("norge", "norway-"), ("norway", "norway-nation"), ("1200", "norway-")])
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_lists_that_are_not_there_are_answered_with_those_that_are(
    tnt: Run, lists: str, nearest: str, lang: str
) -> None:
    done = tnt("estimate", "--lists", lists, "--lang", lang)
    text = done.stderr.decode()
    assert done.returncode == 1
    assert text.split("TNT571")[1].split(": ")[2].startswith(nearest)
    assert "norway-municipalities-2026" in text
    assert "norway-projection" not in text
    hint = "1200 people" if lang == "en" else "1200 innbyggere"
    assert f'--lists "{hint}"' in text
    assert tnt("estimate", "--lists", hint, *DAY).returncode == 0


@pytest.mark.parametrize("name", ["my table.xlsx", "t.csv", "t.csv.gz", "t.parquet", "t.json"])
def test_a_table_for_lists_is_answered_with_the_command_to_run(tnt: Run, pack: Path, name: str) -> None:
    (pack / name).write_bytes(b'{"version": "2.0", "class": "dataset"}\0')
    done = tnt("estimate", pack, "--lists", name)
    assert done.returncode == 1
    assert f"tnt new lists {shlex.quote(name)} --out lists.yaml" in done.stderr.decode()


def test_a_shell_completes_the_ids_of_shipped_lists_with_their_titles() -> None:
    shell = ZshComplete(group, {}, "tnt", "_TNT_COMPLETE")
    said = {one.value: one.help or one.type for one in shell.get_completions(["estimate", "--lists"], "norway-m")}
    assert said.keys() == {"norway-mean-list", "norway-municipalities-2026", "norway-m"}
    assert said["norway-m"] == "file"
    assert "2026" in said["norway-municipalities-2026"]


def test_a_lists_file_may_be_json(tnt: Run, pack: Path) -> None:
    (pack / "lists.yaml").unlink()
    document = {"format": "tnt/1", "lists": "two", "table": "lists.csv", "id": "id", "people": "{sex}_{ages}"}
    (pack / "lists.json").write_text(json.dumps(document))
    assert tnt("estimate", pack, "--lists", pack / "lists.json").returncode == 0
