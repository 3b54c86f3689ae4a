"""The API: every public entry once, in pages that follow their schema, and a schema that never loses anything."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import article, document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.outlets.api import api_files

TERMS = taxonomies(
    columns=({"id": "in-action", "name": "在行动"},),
    counties=({"id": "linqing", "name": "临清市"},),
)
FROZEN = Path(__file__).parents[1] / "frozen/api_v1/schema.json"


def text(entry: Entry) -> str:
    return f"<p>{entry.slug}</p>"


def made(*entries: Entry) -> dict[str, Any]:
    given = inputs(*entries, terms=TERMS)
    found = {asset.url: asset.content for asset in api_files(given.library, given.settings, text, {})}
    return {url: json.loads(content) for url, content in found.items() if isinstance(content, bytes)}


@given(st.integers(0, 120))
def test_every_entry_stands_on_one_page_and_pages_lead_to_each_other(count: int) -> None:
    files = made(*(article(f"a{number}") for number in range(count)))
    schema = files.pop("api/v1/schema.json")
    validator = jsonschema.Draft202012Validator(schema)
    ids: list[str] = []
    url: str | None = "https://www.example.com/z/api/v1/entries/1.json"
    while url:
        page = files.pop(url.removeprefix("https://www.example.com/z/"))
        validator.validate(page)
        ids += [item["id"] for item in page["entries"]]
        assert page["total"] == count and len(page["entries"]) <= 50
        url = page["next"]
    assert not files and len(ids) == count == len(set(ids))


def test_an_entry_is_whole() -> None:
    files = made(
        entry(
            "columns/in-action/a.md", title="甲", date="2023-05-01 09:30", counties=["linqing"], tags=["轴承"],
            source={"name": "某报"}, authors=["某人"], updated="2023-05-03",
        ),
        document("d", number="某发〔2023〕1号", date="2023-04-01", expires="2023-06-01"),
    )  # fmt: skip
    first, second = files["api/v1/entries/1.json"]["entries"]
    assert first["column"] == {"id": "in-action", "name": "在行动"}
    assert first["counties"] == [{"id": "linqing", "name": "临清市"}]
    assert (first["published"], first["updated"]) == ("2023-05-01T09:30:00+08:00", "2023-05-03T00:00:00+08:00")
    assert (first["content_html"], first["authors"], first["tags"]) == ("<p>a</p>", ["某人"], ["轴承"])
    assert (second["number"], second["status"], second["column"]) == ("某发〔2023〕1号", "已失效", None)


def test_version_one_keeps_what_it_promised() -> None:
    """Whatever followed the schema as it was published first still does: nothing lost, nothing of another type."""
    promised = json.loads(FROZEN.read_text("utf-8"))
    schema = made()["api/v1/schema.json"]
    for name, before in (("Page", promised), *promised["$defs"].items()):
        now = schema if name == "Page" else schema["$defs"][name]
        for field, said in before["properties"].items():
            kind = {
                key: value for key, value in now["properties"][field].items() if key not in ("description", "title")
            }
            assert kind == {key: value for key, value in said.items() if key not in ("description", "title")}, field
        assert set(before["required"]) <= set(now["required"])
