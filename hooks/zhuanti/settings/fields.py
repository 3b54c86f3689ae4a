"""Field types of every model: scalars arrive as the text the editor wrote, each type converts its own."""

import math
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .moment import Moment, MomentError, parse_moment

_URL = re.compile(r"https?://[^\s<>\"'，。；、（）]+", re.ASCII | re.IGNORECASE)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FOCUS = re.compile(r"(100|\d{1,2})% (100|\d{1,2})%")
# what a browser reads behind frame-ancestors (CSP Level 3, host-source), without a path
_EMBED_HOST = re.compile(
    r"\*|(?:https?://)?(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?",
    re.ASCII | re.IGNORECASE,
)
# a name that begins with a hyphen would be an option to ssh, and some make it run a program of this machine
_SSH_HOST = re.compile(r"(?!-)(?!.*@-)\S+")
_TRUE, _FALSE = {"true", "是"}, {"false", "否"}


class Model(BaseModel):
    """Base of all models: finished, immutable, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def moment_of(value: Any) -> Any:
    """A moment from the text an editor wrote; pydantic's error where it is none."""
    if isinstance(value, Moment):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("one_value", "one value is meant")
    try:
        return parse_moment(value)
    except MomentError as error:
        kind = "impossible_date" if error.impossible else "not_a_date"
        raise PydanticCustomError(kind, "not a moment") from None


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUE | _FALSE:
        return value.lower() in _TRUE
    raise PydanticCustomError("not_a_flag", "true or false is meant")


def _number(kind: str, least: float = -math.inf, most: float = math.inf, digits: int = 9) -> BeforeValidator:
    def check(value: Any) -> Any:
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= digits:
            value = int(value)
        if isinstance(value, int) and least <= value <= most:
            return value
        raise PydanticCustomError(kind, "another number is meant")

    return BeforeValidator(check)


def _matching(pattern: re.Pattern[str], kind: str) -> BeforeValidator:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise PydanticCustomError("one_value", "one value is meant")
        if not pattern.fullmatch(value.strip()):
            raise PydanticCustomError(kind, "wrong form")
        return value.strip()

    return BeforeValidator(check)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Time = Annotated[
    Moment,
    BeforeValidator(moment_of),
    PlainSerializer(lambda moment: moment.iso),
    WithJsonSchema({"type": "string", "examples": ["2023-05-01", "2023-05-01 09:30"]}),
]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
WholeNumber = Annotated[int, _number("not_a_number"), WithJsonSchema({"type": "integer"})]
Count = Annotated[int, _number("not_a_count", least=1), WithJsonSchema({"type": "integer", "minimum": 1})]
Port = Annotated[
    int,
    _number("not_a_port", least=1, most=65535, digits=5),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 65535}),
]
Url = Annotated[str, _matching(_URL, "not_a_url")]
Colour = Annotated[str, _matching(_COLOUR, "not_a_colour")]
Focus = Annotated[str, _matching(_FOCUS, "not_a_focus")]
EmbedHost = Annotated[str, _matching(_EMBED_HOST, "not_an_embed_host")]
SshHost = Annotated[str, _matching(_SSH_HOST, "not_an_ssh_host")]
