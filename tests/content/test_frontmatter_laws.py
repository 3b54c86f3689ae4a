"""What holds for every front matter, tried with made-up ones."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuanti.content.encoding import decode
from zhuanti.content.frontmatter import FrontMatter, Location, Value, read_front_matter, read_yaml
from zhuanti.content.mending import mend, quoted
from zhuanti.content.yaml_nodes import FAST_PARSER, PURE_PARSER

NAMES = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
# All an editor can type or paste, line ends and tabs too; controls and half characters are refused elsewhere.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\t"), max_size=30)
PLAIN = st.from_regex(r"[A-Za-z一-龥][A-Za-z0-9一-龥]{0,9}(?: [A-Za-z0-9一-龥]{1,5})?", fullmatch=True)
# Pieces editors' lines are made of, good and bad, so that chance finds the odd meetings of two rules.
PIECES = st.sampled_from(
    [
        *"\"'“”[]{}，、；#*&!|>%@`?~\\-_:： \t\u3000\xa0\n\n\n甲a1", "title", "date: ", "- ", ": ", " #", "# ", ", ",
        "<<", "乙丙", "b: c", "\\x0b", "\\uD800", "---", "...", "\n  ", "\n    ", "\n- ", "\n  - ", "\nkey: ", "|\n  ",
        "\u2028", "\x85", "\x0b", "\x00", "\ufeff", "\u200b", "\r", "\ud800", "\uffff", "😀", "\U0010fffd", "&x ", "*x",
    ]
)  # fmt: skip
MESSY = st.lists(PIECES, max_size=16).map("".join)


def front(fields: str) -> str:
    return f"---\n{fields}\n---\n正文\n"


def read(text: str, parser: type[Any] = FAST_PARSER) -> FrontMatter:
    document, problems = read_front_matter(text, "a.md", parser=parser)
    assert problems == ()
    assert document is not None
    return document


def lines_of(value: Value, indent: str = "") -> list[str]:
    """A value as block YAML with every text in quotes."""
    if isinstance(value, str):
        return [quoted(value)]
    entries: list[tuple[str, Value]] = (
        [(f"{name}:", inner) for name, inner in value.items()]
        if isinstance(value, dict)
        else [("-", inner) for inner in value or ()]
    )
    lines: list[str] = []
    for mark, inner in entries:
        if inner is None:
            lines.append(indent + mark)
        elif isinstance(inner, str) or not inner:
            empty = "{}" if isinstance(inner, dict) else "[]"
            lines.append(f"{indent}{mark} {quoted(inner) if isinstance(inner, str) else empty}")
        else:
            lines += [indent + mark, *lines_of(inner, indent + "  ")]
    return lines


VALUES = st.recursive(
    st.none() | TEXT,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@given(TEXT)
def test_quoted_text_reads_back_as_it_was(text: str) -> None:
    assert read(front(f"title: {quoted(text)}")).data == {"title": text}
    assert read(front(f"tags:\n  - {quoted(text)}"), PURE_PARSER).data == {"tags": (text,)}


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
def test_written_values_read_back_as_they_were(data: dict[str, Value]) -> None:
    assert read(front("\n".join(lines_of(data)))).data == data


def scalars(value: Value, location: Location = ()) -> list[tuple[Location, str]]:
    if isinstance(value, str):
        return [(location, value)]
    inner = value.items() if isinstance(value, dict) else enumerate(value or ())
    return [found for key, child in inner for found in scalars(child, (*location, key))]


@given(
    st.dictionaries(
        NAMES, PLAIN | st.lists(PLAIN, min_size=1, max_size=3) | st.dictionaries(NAMES, PLAIN, min_size=1, max_size=3),
        min_size=1, max_size=4,
    ),
    st.sampled_from([FAST_PARSER, PURE_PARSER]),
)  # fmt: skip
def test_every_place_is_where_the_words_stand(data: dict[str, Any], parser: type[Any]) -> None:
    lines: list[str] = []
    for name, value in data.items():
        if isinstance(value, str):
            lines.append(f"{name}: {value}")
        elif isinstance(value, list):
            lines.append(f"{name}: [{', '.join(value)}]")
        else:
            lines += [f"{name}:", *(f"  {inner}: {words}" for inner, words in value.items())]
    text = front("\n".join(lines))
    document, rows = read(text, parser), text.split("\n")
    for location, words in scalars(document.data):
        place = document.place(location)
        assert rows[place.line - 1][place.column - 1 :].startswith(words)
        if isinstance(location[-1], str):
            key = document.key_place(location)
            assert rows[key.line - 1][key.column - 1 :].startswith(location[-1])


@given(TEXT)
def test_the_body_is_never_touched(body: str) -> None:
    document = read(f"---\ntitle: 甲\n---\n{body}")
    assert document.body == body
    assert document.body_line == 4


@given(st.binary(max_size=80))
def test_bytes_never_raise(data: bytes) -> None:
    text, problems = decode(data, "a.md")
    assert text is not None or problems
    if text is not None:
        assert "\r" not in text
        read_front_matter(text, "a.md")
        read_yaml(text, "a.yml")


@given(st.text(max_size=60))
def test_text_never_raises(text: str) -> None:
    for shape in (text, front(text), f"---\n{text}", front(f"title: {text}")):
        read_front_matter(shape, "a.md")
        mend(shape, "a.md")
    read_yaml(text, "a.yml")
    mend(text, "a.yml")


@settings(max_examples=400)
@given(MESSY)
def test_both_parsers_say_the_same(fields: str) -> None:
    fast, pure = (read_front_matter(front(fields), "a.md", parser=parser) for parser in (FAST_PARSER, PURE_PARSER))
    assert (fast[0] and fast[0].data, fast[1]) == (pure[0] and pure[0].data, pure[1])


@settings(max_examples=400)
@given(MESSY)
def test_mending_twice_is_mending_once(fields: str) -> None:
    mended, mends = mend(front(fields), "a.md")
    assert (mends > 0) == (mended != front(fields))
    assert mend(mended, "a.md") == (mended, 0)
    assert mended.endswith("\n---\n正文\n")


@settings(max_examples=400)
@given(MESSY)
def test_every_problem_stands_inside_the_file(fields: str) -> None:
    text = front(fields)
    rows = text.split("\n")
    document, problems = read_front_matter(text, "a.md")
    assert document is not None or problems
    for problem in problems:
        assert 1 <= problem.place.line <= len(rows)
        assert 1 <= problem.place.column <= len(rows[problem.place.line - 1]) + 1


FAULTY_VALUES = st.sampled_from(
    ["{}: {}", "[{}] {}", "*{}* {}", "%{} {}", "@{} {}", "`{}` {}", "|{} {}", "> {} {}", "! {} {}", "? {} {}",
     "{} #{}", "#{} {}", "- {} {}", "{} {}:", '"{}"{}', "'{}'{}", ", {} {}", "{{{{ {} {} }}}}", "{} {}"]
)  # fmt: skip
COLONS = st.sampled_from([": ", "：", ":", ":　", ":\xa0", " ：", ":\t"])


@given(COLONS, FAULTY_VALUES, PLAIN, PLAIN)
def test_a_mended_line_says_what_was_typed(colon: str, form: str, first: str, second: str) -> None:
    value = form.format(first, second)
    mended, _ = mend(front(f"title{colon}{value}"), "a.md")
    document, problems = read_front_matter(mended, "a.md")
    assert problems == ()
    assert document is not None
    assert document.data == {"title": value}


@pytest.mark.parametrize("parser", [FAST_PARSER, PURE_PARSER], ids=["fast", "pure"])
def test_a_large_number_of_faulty_lines_is_read(parser: type[Any]) -> None:
    document, problems = read_front_matter(front("\n".join(["标题：甲"] + ["字"] * 5000)), "a.md", parser=parser)
    assert document is not None
    assert len(problems) == 5001
