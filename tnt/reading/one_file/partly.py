"""A document of which some values cannot be read; the others are there all the same, so that no mistake hides another.

What could not be read is empty: None, a mapping with nothing in it, a part that holds no value; a text stays as it is
written. Only names may be asked of such a document; what its values mean is asked of the entries that were read whole.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from tnt.language.base import Document, fields_by_key
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.schema.annotations import item_type, models_of
from tnt.reading.documents import Loaded, unwritten
from tnt.reading.yaml.tree import Tree

_ENTRIES: dict[type[Document], tuple[str, ...]] = {
    GuidelineDocument: ("recommendations",),
    ConditionsDocument: ("conditions", "shapes", "clusters"),
}


def partly_read(tree: Tree, kind: type[Document]) -> Loaded[Document]:
    """The document with what can be read of it."""
    return Loaded(tree, cast(Document, _model(kind, tree.data)))


def whole_entries(partly: Loaded[Document]) -> Loaded[Document] | None:
    """The recommendations, or conditions, shapes and clusters, that were read whole, in a document with nothing else;
    None of other kinds."""
    kind = type(partly.document)
    if kind not in _ENTRIES:
        return None
    whole = {section: _whole_in(partly, section) for section in _ENTRIES[kind]}
    empty = _nothing(kind)  # of the head of the file: whether somebody approved it, say
    return Loaded(partly.tree, kind.model_construct(**empty | whole))


def _whole_in(partly: Loaded[Document], section: str) -> dict[str, Any]:
    (model,) = models_of(item_type(type(partly.document).model_fields[section].annotation, dict))
    data = partly.tree.data.get(section)
    with_gaps = {path[:2] for path in unwritten(partly.tree)}
    return {
        name: entry
        for name, entry in getattr(partly.document, section).items()
        if (section, name) not in with_gaps and isinstance(data, dict) and is_whole(model, data.get(name))
    }


def is_whole(model: type[BaseModel], data: Any) -> bool:
    """Whether all of a part can be read."""
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _read(annotation: Any, data: Any, whole: TypeAdapter[Any]) -> Any:
    """What of some data can be read as a type: all where it can be read `whole`, else what of its parts can."""
    try:
        return whole.validate_python(data)
    except ValidationError:
        pass
    if isinstance(data, dict) and (item := item_type(annotation, dict)) is not None:
        return {key: _item(item, value) for key, value in data.items()}
    if isinstance(data, list) and (item := item_type(annotation, list)) is not None:
        return [_item(item, value) for value in data]
    models = models_of(annotation)
    empty = _model(models[0], data) if models else _empty(annotation)
    return data if empty is None and isinstance(data, str) else empty


def _item(annotation: Any, data: Any) -> Any:
    models = models_of(annotation)
    return _part(models[0], data) if models else data if isinstance(data, str) else None


def _part(model: type[BaseModel], data: Any) -> BaseModel:
    try:
        return model.model_validate(data)
    except ValidationError:
        return _model(model, data)


def _model(model: type[BaseModel], data: Any) -> BaseModel:
    given = data if isinstance(data, dict) else {}
    values = _nothing(model)
    for key, name in fields_by_key(model).items():
        if key in given:
            values[name] = _read(model.model_fields[name].annotation, given[key], _whole(model, name))
    return model.model_construct(**values)


def _nothing(model: type[BaseModel]) -> dict[str, Any]:
    """The values of a part in which nothing is written."""
    return {
        name: _empty(field.annotation) if field.is_required() else field.get_default()
        for name, field in model.model_fields.items()
    }


def _empty(annotation: Any) -> Any:
    if models := models_of(annotation):
        return _model(models[0], {})
    return next((holder() for holder in (dict, list) if item_type(annotation, holder) is not None), None)


@lru_cache(maxsize=1024)
def _whole(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(annotation)
