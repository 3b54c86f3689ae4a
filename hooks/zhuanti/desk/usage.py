"""The command line's own words in Chinese.

click looks every sentence of help and wrong usage up with gettext; it ships no Chinese and has no way to be given one
but through the system's locale, which an editor's machine need not have.
"""

from types import ModuleType

from click import core, decorators, exceptions, formatting, parser, types

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这份说明。",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Error: {message}": "{message}",
    "Try '{command} {option}' for help.": "用法见：{command} {option}",
    "No such command {name!r}.": "没有“{name}”这条命令。",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "Did you mean {possibility}?": "是不是想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是不是想写其中之一：{possibilities}？）",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Choose from:\n\t{choices}": "可以填：\n\t{choices}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Invalid value: {message}": "值不对：{message}",
    "{value!r} is not one of {choices}.": "“{value}”不在可选的值里：{choices}。",
    "{value!r} is not {choice}.": "“{value}”不对，只能填 {choice}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 里。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写一个值。",
    "Option {name!r} does not take a value.": "选项“{name}”后面不写值。",
    "Got unexpected extra argument ({args})": "多写了参数：{args}",
    "Got unexpected extra arguments ({args})": "多写了参数：{args}",
    "Aborted!": "已停止。",
}


def speak_chinese() -> None:
    """Let click say everything above in Chinese; what is not listed stays as it is."""
    modules: tuple[ModuleType, ...] = (core, decorators, exceptions, formatting, parser, types)
    for module in modules:
        if hasattr(module, "_"):
            setattr(module, "_", _chinese)  # noqa: B010
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", lambda one, many, count: _chinese(one if count == 1 else many))  # noqa: B010


def _chinese(words: str) -> str:
    return _WORDS.get(words, words)
