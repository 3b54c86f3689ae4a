"""Field types of every model: scalars arrive as the text the editor wrote, each type converts its own."""

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


def _whole_number(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise PydanticCustomError("not_a_number", "a whole number is meant")


def _count(value: Any) -> Any:
    if isinstance(value, int) and value > 0:
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0:
        return int(value)
    raise PydanticCustomError("not_a_count", "a whole number from 1 on is meant")


def _port(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 6:
        value = int(value)
    if isinstance(value, int) and 0 < value < 1 << 16:
        return value
    raise PydanticCustomError("not_a_port", "a port is meant")


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
WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer"})]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Port = Annotated[int, BeforeValidator(_port), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 65535})]
Url = Annotated[str, _matching(_URL, "not_a_url")]
Colour = Annotated[str, _matching(_COLOUR, "not_a_colour")]
Focus = Annotated[str, _matching(_FOCUS, "not_a_focus")]
EmbedHost = Annotated[str, _matching(_EMBED_HOST, "not_an_embed_host")]
SshHost = Annotated[str, _matching(_SSH_HOST, "not_an_ssh_host")]
