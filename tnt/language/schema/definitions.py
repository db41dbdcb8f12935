"""The documents and their parts as JSON Schema definitions: pydantic's own, made fit for editors."""

from __future__ import annotations

import re
from functools import lru_cache
from inspect import get_annotations
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from tnt.language.base import DOCUMENT_FORMAT, Document
from tnt.language.documents.declares import Declares
from tnt.language.kinds import KINDS
from tnt.language.schema.field_texts import texts_by_part
from tnt.language.values import counted, number, observed, working_time
from tnt.language.values.dated import go_together, one_mean, with_dates

Schema = dict[str, Any]

QUANTITIES = {
    "ChangeInShare": number.ChangeInShare,
    "Correlation": number.Correlation,
    "Count": number.Count,
    "CountedIncidence": number.Incidence,
    "CountedShare": number.Share,
    "CourseYears": number.CourseYears,
    "EventsPerYear": observed.EventsPerYear,
    "HoursOfPost": working_time.HoursOfPost,
    "HoursOfPostPerYear": number.HoursOfPostPerYear,
    "HoursPerWeek": number.HoursPerWeek,
    "HoursPerYear": number.HoursPerYear,
    "HowOften": number.HowOften,
    "Incidence": number.Incidence,
    "Minutes": number.Minutes,
    "People": counted.People,
    "PerYear": number.PerYear,
    "Percent": number.Percent,
    "Positive": number.Positive,
    "RelativeRisk": number.RelativeRisk,
    "Share": number.Share,
    "SignedPercent": number.SignedPercent,
    "SomePeople": observed.SomePeople,
    "Weeks": number.Weeks,
    "YearOrMore": number.YearOrMore,
    "Years": number.Years,
}
"""Names for the definitions of numbers: pydantic names them by their Python types, which mean nothing to a reader."""

_NAMING = [{"required": [key]} for key in ("recommendations", "strength", "guidelines")]
_RULES: dict[str, Schema] = {
    "Benefit": {
        "oneOf": [{"required": [key]} for key in ("nnt", "risk_reduction", "relative_risk")],
        "dependencies": {"relative_risk": ["baseline_risk"], "baseline_risk": ["relative_risk"]},
    },
    "Change": {
        "oneOf": [{"required": keys} for keys in (["set", "to"], ["scale", "by"], ["disable"], ["add", "value"])]
    },
    "CombinedConditions": {"oneOf": [{"required": [key]} for key in ("any", "all", "not")]},
    "Needs": {"oneOf": [{"required": [key]} for key in ("any", "all")]},
    "Recommendation": {
        "required": ["tasks"],
        "oneOf": [{"required": ["population"]}, {"required": ["populations"]}],
    },
    "Reserved": {
        "oneOf": [{"required": [key]} for key in ("share", "time", "per_person", "from_contacts")],
        "dependencies": {
            "from_contacts": ["in_pack", "minutes"],
            "in_pack": ["from_contacts"],
            "minutes": ["from_contacts"],
        },
    },
    "Support": {"oneOf": [{"required": ["share"]}, {"required": ["time"]}]},
    "Task": {
        "oneOf": [{"required": ["role"]}, {"required": ["roles"]}],
        "dependencies": {"probability": ["after"], "times": ["after"], "for": ["frequency"]},
    },
    "Tier": {"oneOf": [{"anyOf": _NAMING}, {"required": ["rest"]}]},
    "WeightsDocument": {"oneOf": [{"required": [key]} for key in ("per_outcome", "per_recommendation")]},
}
"""Which keys of a part go together; the checker says the same."""


@lru_cache(maxsize=1)
def definitions() -> Schema:
    """Every document and part by name, as editors like them."""
    _, written = models_json_schema([(document, "validation") for document in KINDS.values()])
    raw: Schema = written["$defs"]
    _describe(raw)
    names = {name: _quantity_name(definition) or name for name, definition in raw.items()}
    tidy: Schema = {}
    for name, definition in raw.items():
        tidy[names[name]] = {"title": _words(names[name]), **_tidied(definition, names)}
    for name in QUANTITIES.keys() & tidy.keys():
        by_age = tidy.get(f"{name}ByAge", {}).get("properties")
        tidy[name] |= with_dates(*tidy[name]["anyOf"], may_be_null=name == "Minutes", by_age=by_age)
    for name, rules in _RULES.items():
        tidy[name] |= rules
    for document in KINDS.values():
        tidy[document.__name__]["properties"] = _fields_of_file(document, tidy[document.__name__]["properties"])
    return tidy


def _describe(raw: Schema) -> None:
    """Put the text under each field into its schema."""
    texts = texts_by_part()
    for definition in raw.values():
        mapping = definition["anyOf"][-1] if "anyOf" in definition else definition
        for name, text in texts.get(mapping.get("title", ""), {}).items():
            mapping["properties"][name]["description"] = text


def _fields_of_file(document: type[Document], fields: Schema) -> Schema:
    """A document's own keys before those that any file may declare, and the version of the language spelt out."""
    shared = Declares.model_fields.keys() - get_annotations(document)
    own = {"format": {"const": DOCUMENT_FORMAT, "description": fields["format"]["description"]}}
    return own | {key: fields[key] for key in sorted(list(fields)[1:], key=lambda key: key in shared)}


def reference(name: str) -> Schema:
    """A reference to the definition of that name."""
    return {"$ref": f"#/definitions/{name}"}


def referred(schema: Any) -> list[str]:
    """Names of the definitions a schema refers to, in reading order."""
    if isinstance(schema, list):
        return [name for item in schema for name in referred(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"].rpartition("/")[2]] if "$ref" in schema else []
    return own + [name for value in schema.values() for name in referred(value)]


def _quantity_name(definition: Schema) -> str | None:
    """Which quantity a definition of a number is about; None where it is something else."""
    if "anyOf" not in definition:
        return None
    short, mapping = definition["anyOf"]
    may_be_counted = "count" in mapping["properties"]
    fitting = (name for name in QUANTITIES if name.startswith("Counted") == may_be_counted)
    return next(name for name in fitting if TypeAdapter(QUANTITIES[name]).json_schema() == short)


def _words(name: str) -> str:
    """`CapacityRole` -> Capacity role: what an editor calls the part in a message."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Document")).capitalize()


def _tidied(schema: Schema, names: dict[str, str]) -> Schema:
    """One schema and all within it: no Python names, closed mappings, references that keep their description."""
    schema = _with_choices(schema)
    tidy = {key: value for key, value in schema.items() if key not in ("title", "default", "$ref")}
    if isinstance(schema.get("default"), str | int | float) and schema["default"] != "":
        tidy["default"] = schema["default"]
    for key in ("properties", "patternProperties"):
        if key in tidy:
            tidy[key] = {name: _tidied(_without_null(value), names) for name, value in schema[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            tidy[key] = _tidied(schema[key], names)
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if "anyOf" in tidy:
        tidy["anyOf"] = [_tidied(choice, names) for choice in schema["anyOf"]]
    if "value" in tidy.get("properties", {}) and "mean" in tidy["properties"]:
        may_be_counted = "count" in tidy["properties"]
        tidy["oneOf"], tidy["dependencies"] = one_mean(may_be_counted), go_together(may_be_counted)
    if "$ref" in schema:
        return _with_reference(names[schema["$ref"].rpartition("/")[2]], tidy)
    return tidy


def _with_choices(schema: Schema) -> Schema:
    """What pydantic chooses by a look at the value is a choice like any other to editors, and to who reads the page."""
    if "oneOf" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key not in ("oneOf", "discriminator")}
    return rest | {"anyOf": [each for choice in schema["oneOf"] for each in choice.get("anyOf", [choice])]}


def _without_null(schema: Schema) -> Schema:
    """A key that may be left out need not be written empty; `time: null` has no default and stays."""
    if "anyOf" not in schema or "default" not in schema:
        return schema
    choices = [choice for choice in schema["anyOf"] if choice != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return rest | (choices[0] if len(choices) == 1 else {"anyOf": choices})


def _with_reference(name: str, beside: Schema) -> Schema:
    """In draft-07 whatever stands beside `$ref` is ignored, descriptions too."""
    return {"allOf": [reference(name)], **beside} if beside else reference(name)
