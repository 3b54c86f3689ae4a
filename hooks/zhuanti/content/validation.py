"""From the model's refusals to placed problems in the editor's words."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..problems import Place, Problem, Rule
from ..problems.catalogue import site, values
from ..problems.nearest import meant

Location = tuple[str | int, ...]
Locate = Callable[[Location], Place]
M = TypeVar("M", bound=BaseModel)

_FORMS: dict[str, tuple[Rule, str]] = {
    "not_a_date": (values.NOT_A_DATE, ""),
    "impossible_date": (values.IMPOSSIBLE_DATE, ""),
    "not_a_flag": (values.NOT_A_FLAG, ""),
    "not_a_number": (values.NOT_A_NUMBER, ""),
    "not_a_port": (values.WRONG_FORM, "请写 1 到 65535 之间的数字，如 22"),
    "not_a_count": (values.WRONG_FORM, "请只写数字，最小是 1，如 10"),
    "not_a_url": (values.NOT_A_URL, ""),
    "not_a_colour": (values.WRONG_FORM, '请写成六位颜色值，如 "#2F5D8A"'),
    "not_a_focus": (values.WRONG_FORM, '请写成横向、纵向两个百分数，如 "50% 40%"'),
    "not_an_embed_host": (
        values.WRONG_FORM,
        '请写域名，不带路径和结尾的斜杠，如 "https://www.example.com"、"*.example.com"；"*" 是任何网站；中文域名写 xn-- 开头的形式',
    ),
    "not_an_ssh_host": (values.WRONG_FORM, "请写服务器的名字，不以 - 开头，中间没有空格，如 deploy@www.example.cn"),
    "not_a_condition": (values.WRONG_FORM, "请一行写一个条件，如 county: [linqing]，写法见编辑手册"),
    "string_pattern_mismatch": (values.WRONG_FORM, "只用小写字母、数字和连字符，如 high-end-bearings"),
}


def validate(
    model: type[M], data: Mapping[str, Any], place: Locate, key_place: Locate, within: Location = ()
) -> tuple[M | None, tuple[Problem, ...]]:
    """A finished model, or every reason why the data is none.

    ``place`` and ``key_place`` tell where the value and the key at a location stand; ``within`` is where the data
    itself stands in its file. Fields left empty count as absent.
    """
    try:
        return model.model_validate(_without_empty(data)), ()
    except ValidationError as error:
        return None, tuple(
            _problem(model, dict(fault), lambda at: place((*within, *at)), lambda at: key_place((*within, *at)))
            for fault in error.errors(include_url=False)
        )


def _without_empty(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return tuple(_without_empty(item) for item in value if item is not None)
    return value


def _problem(model: type[BaseModel], fault: dict[str, Any], place: Locate, key_place: Locate) -> Problem:
    kind, found = fault["type"], fault["input"]
    location = _as_written(fault["loc"])
    owner, field = _field_at(model, location, fault["loc"])
    name = str(next((part for part in reversed(location) if isinstance(part, str)), ""))
    facts = {"field": name, "title": (field.title or name) if field else name, "value": _shown(found)}
    if kind == "missing":
        return values.MISSING_FIELD.at(place(location[:-1]), **facts)
    if kind == "extra_forbidden":
        known = owner.model_fields
        offer = meant(name, known) or f"可用的字段：{'、'.join(list(known)[:12])}{' 等' if len(known) > 12 else ''}"
        return values.UNKNOWN_FIELD.at(key_place(location), **facts, suggestion=offer)
    if kind == "literal_error":
        choices = _choices(field, fault)
        offer = meant(str(found), choices)
        return values.NOT_A_CHOICE.at(
            place(location), **facts, choices="、".join(choices), suggestion=f"。{offer}" if offer else ""
        )
    if kind == "union_tag_not_found":
        return values.MISSING_FIELD.at(place(location), field="block", title="区块种类")
    if kind == "union_tag_invalid":
        choices = re.findall(r"'([^']+)'", fault.get("ctx", {}).get("expected_tags", ""))
        tag = str(found.get("block", "")) if isinstance(found, Mapping) else _shown(found)
        offer = meant(tag, choices)
        return site.UNKNOWN_BLOCK.at(
            place(location), value=tag, choices="、".join(choices), suggestion=f"。{offer}" if offer else ""
        )
    if kind in _FORMS:
        rule, example = _FORMS[kind]
        return rule.at(place(location), **facts, example=example)
    if kind in ("tuple_type", "list_type"):
        return values.LIST_MEANT.at(place(location), **facts | {"example": _as_items(found)})
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        parts = list(_model_of(field).model_fields) if field else []
        return values.GROUP_MEANT.at(
            place(location), **facts, parts="、".join(parts), first=parts[0] if parts else "name"
        )
    if kind == "string_too_short":
        return values.MISSING_FIELD.at(place(location), **facts)
    found_words = "列表" if isinstance(found, (list, tuple)) else "一组字段"
    return values.ONE_VALUE_MEANT.at(place(location), **facts, found=found_words, example=_first_of(found))


def _as_items(found: object) -> str:
    """``张三、李四`` written as one value → ``张三, 李四``: the marks of a sentence part no list."""
    return ", ".join(part for part in re.split(r"[、，；,;]\s*", _shown(found).strip("[]［］")) if part)


def _as_written(location: Location) -> Location:
    """Pydantic names the branch of a union in the location; the editor's file has no such level."""
    if location[:1] == ("blocks",) and len(location) > 2:
        location = location[:2] + location[3:]
    return tuple(part for part in location if not (isinstance(part, str) and ("[" in part or part == "str")))


def _field_at(
    model: type[BaseModel], location: Location, branches: Location
) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model a location lies in, and its field there; ``branches`` also names the branches of unions."""
    owner, field = model, None
    for part in location:
        if not isinstance(part, str):
            continue
        if field is not None:
            owner = _model_of(field, part, branches)
        field = owner.model_fields.get(part)
        if field is None:
            break
    return owner, field


def _model_of(field: FieldInfo, having: str | None = None, branches: Location = ()) -> type[BaseModel]:
    """The model inside a field's type; in a union, the branch named, else the one that has the given field."""

    def search(annotation: Any) -> list[type[BaseModel]]:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return [annotation]
        return [found for inner in get_args(annotation) for found in search(inner)]

    models = search(field.annotation)
    named = [
        model for model in models if "block" in model.model_fields
        and set(get_args(model.model_fields["block"].annotation)) & set(branches)
    ]  # fmt: skip
    holding = [model for model in models if having in model.model_fields]
    return next(iter((*named, *holding, *models)), BaseModel)


def _choices(field: FieldInfo | None, fault: dict[str, Any]) -> list[str]:
    def search(annotation: Any) -> list[str]:
        if get_origin(annotation) is Literal:
            return [str(choice) for choice in get_args(annotation)]
        return next((found for inner in get_args(annotation) if (found := search(inner))), [])

    return (search(field.annotation) if field else []) or re.findall(r"'([^']+)'", fault["ctx"]["expected"])


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= 40 else value[:39] + "…"
    return _first_of(value)


def _first_of(value: Any) -> str:
    while isinstance(value, (list, tuple, dict)) and value:
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return _shown(value) if isinstance(value, str) else "…"
