"""SARIF as the OASIS standard has it, for the parts we write (section numbers of SARIF 2.1.0)."""

import json

import jsonschema
import pytest

from tests.diagnostics.samples import SAMPLES
from tnt.diagnostics import Code, Diagnostic, Place, Span
from tnt.diagnostics.render import render_sarif
from tnt.diagnostics.render.to_sarif import uri


def closed(required, **properties):
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def many(items):
    return {"type": "array", "items": items}


TEXT = closed(["text"], text={"type": "string", "minLength": 1}, markdown={"type": "string"})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ONE_UP = {"type": "integer", "minimum": 1}
REGION = closed(["startLine"], startLine=ONE_UP, startColumn=ONE_UP, endLine=ONE_UP, endColumn=ONE_UP)  # 3.30
ARTIFACT = closed(["uri"], uri={"type": "string", "format": "uri-reference"})  # 3.4
PHYSICAL = closed(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION)  # 3.29
LOCATION = closed(  # 3.28
    ["physicalLocation"],
    id={"type": "integer", "minimum": 0},
    physicalLocation=PHYSICAL,
    logicalLocations=many(closed([], fullyQualifiedName={"type": "string"})),
    message=TEXT,
)
RULE = closed(  # 3.49
    ["id"],
    id={"type": "string"},
    name={"type": "string", "pattern": "^[A-Z][A-Za-z0-9]+$"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed(["level"], level=LEVEL),
)
RESULT = closed(  # 3.27
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=many(LOCATION),
    relatedLocations=many(LOCATION),
)
RUN = closed(  # 3.14
    ["tool"],
    tool=closed(["driver"], driver=closed(["name"], name={"type": "string"}, rules=many(RULE))),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=many(RESULT),
)
LOG = closed(["version", "runs"], **{"$schema": {"type": "string"}}, version={"const": "2.1.0"}, runs=many(RUN))  # 3.13

EVERY_CODE = [Diagnostic(code, Place(f"{code}.yaml", Span(1, 1, 1, 2))) for code in Code]  # each in a file of its own


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("diagnostics", [(), SAMPLES, EVERY_CODE], ids=["none", "samples", "every code"])
def test_is_built_as_the_standard_says(diagnostics, lang):
    jsonschema.Draft7Validator(LOG).validate(json.loads(render_sarif(diagnostics, lang=lang)))


def test_each_result_names_its_rule():
    (run,) = json.loads(render_sarif([*SAMPLES, *EVERY_CODE]))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.value for code in Code]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("pack/a.yaml", "pack/a.yaml"),
        ("../lists.csv", "../lists.csv"),
        ("C: 10 %/blodtrykk på æ.yaml", "C%3A%2010%20%25/blodtrykk%20p%C3%A5%20%C3%A6.yaml"),
        ("/somewhere/a b.yaml", "file:///somewhere/a%20b.yaml"),
        ("a\udcff", "a%3F"),
    ],
)
def test_paths_become_uris(file, expected):
    assert uri(file) == expected
