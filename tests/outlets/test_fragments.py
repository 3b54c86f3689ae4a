"""Pieces of other people's pages, and what programs learn of a page's view."""

import json
from dataclasses import replace
from pathlib import Path

import html5lib
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from tests.entries import article, entry, inputs

from zhuanti.outlets.embeds import (
    MISSING,
    Embed,
    embeds,
    fragment_schema,
    in_any_encoding,
    oembed_files,
    oembed_urls,
    plain_picture,
)
from zhuanti.outlets.embeds.fragment_styles import fragment_styles
from zhuanti.pages.shared.heads import VideoView
from zhuanti.pages.shared.policy_facets import finder
from zhuanti.pages.shared.views import PictureView

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")).map(str.strip)


@given(TEXT)
def test_what_is_read_from_a_fragment_is_what_was_written_in_any_encoding(text: str) -> None:
    data = in_any_encoding(f"<p>{escape(text)}</p>")
    assert data.isascii()
    for encoding in ("utf-8", "gbk", "gb18030"):
        (paragraph,) = html5lib.parseFragment(data.decode(encoding), namespaceHTMLElements=False)
        assert (paragraph.text or "") == text


def test_every_declaration_of_a_fragment_outranks_the_rules_of_its_page() -> None:
    for style in fragment_styles("#2F5D8A").values():
        assert all(part.endswith("!important") for part in style.split(";"))


def test_every_fragment_follows_the_schema(built_site: Path) -> None:
    schema = json.loads(fragment_schema())
    assert json.loads((built_site / "embed/v1/fragment.schema.json").read_bytes()) == schema
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted((built_site / "embed/v1").rglob("fragment.json"))
    assert len(files) > 100
    for file in files:
        raw = file.read_bytes()
        data = json.loads(raw)
        validator.validate(data)
        assert raw.isascii() and data["html"].encode() == file.with_suffix(".html").read_bytes()
        assert "<script" not in data["html"] and 'href="https://' in data["html"]


def test_every_fragment_and_answer_is_html_without_a_fault(built_site: Path) -> None:
    """As a piece of a page, which is how it is used; a frame's old attributes are those that WordPress lets through."""
    parser = html5lib.HTMLParser(strict=True)
    for file in (built_site / "embed/v1").rglob("fragment.html"):
        parser.parseFragment(file.read_text("ascii"))
    for file in (built_site / "oembed").rglob("*.json"):
        parser.parseFragment(json.loads(file.read_bytes())["html"])


@pytest.mark.parametrize(
    ("path", "items", "figures", "word"),
    [
        ("front/numbers", 0, 4, "位"),
        ("front/lead", 1, 0, "聊城市制造业强市攻坚突破"),
        ("policies/search", 0, 0, "查政策"),
    ],
)
def test_what_a_path_does_not_tell_has_a_fragment_of_its_own(
    built_site: Path, path: str, items: int, figures: int, word: str
) -> None:
    data = json.loads((built_site / f"embed/v1/{path}/fragment.json").read_bytes())
    tree = html5lib.parseFragment(data["html"], namespaceHTMLElements=False)
    assert (len(data["items"]), len(data["figures"])) == (items, figures)
    words = "".join(tree.itertext())
    assert word in words
    assert all(item["title"] in words for item in data["items"])
    assert all(figure["value"] in words and figure["publisher"] in words for figure in data["figures"])
    assert not (built_site / "embed/v1/columns/in-action/cards/fragment.html").exists()


def test_data_say_when_what_they_tell_of_last_changed() -> None:
    made = inputs(article("a", date="2023-05-01"), article("b", date="2023-04-01", updated="2023-06-01 08:30"))
    found = {view.path: view.updated for view in embeds(made, finder(made.library))}
    assert found["timeline"] == found["columns/in-action/b"] == "2023-06-01T08:30:00+08:00"
    assert found["columns/in-action/a"] == "2023-05-01"


def test_a_picture_for_other_pages_is_no_wider_than_a_column_needs() -> None:
    view = PictureView(
        "media/a-1600.jpg", 2000, 1000, "", stem="media/a", widths=(480, 800, 1600), formats=("avif", "jpg")
    )
    assert plain_picture(view) == ("media/a-800.jpg", 800, 400)
    assert plain_picture(PictureView("media/b.png", 300, 200, "")) == ("media/b.png", 300, 200)


@pytest.fixture
def answers() -> dict[str, dict[str, object]]:
    made = inputs(
        article("a", aliases=["/columns/in-action/old/"]),
        entry("columns/in-action/b.md", title="“引号”<b>", source={"name": "示例报"}),
    )
    views = tuple(embeds(made, finder(made.library)))
    files = [asset for view in views for asset in oembed_files(view, made.settings)]
    assert len({asset.url for asset in files}) == len(files)
    found = {asset.url: json.loads(asset.content) for asset in files if isinstance(asset.content, bytes)}
    assert set(oembed_urls(views).values()) <= set(found)
    return found


def test_an_answer_is_a_quotation_and_a_frame_as_wordpress_keeps_them(answers: dict[str, dict[str, object]]) -> None:
    """wp_filter_oembed_result drops all but ``(<blockquote>.*</blockquote>)?.*(<iframe.*></iframe>)``."""
    for url, answer in answers.items():
        assert answer["version"] == "1.0" and answer["type"] == "rich"
        tree = html5lib.parseFragment(str(answer["html"]), namespaceHTMLElements=False)
        quotation, frame = list(tree)
        assert (quotation.tag, frame.tag) == ("blockquote", "iframe")
        assert quotation[0].text == frame.get("title") == answer["title"]
        assert (int(frame.get("width")), int(frame.get("height"))) == (answer["width"], answer["height"])
        narrow = url.split("/")[1]
        assert answer["width"] == (int(narrow) if narrow.isdigit() else 600)


def test_an_answer_tells_who_wrote_it_and_stays_where_it_was(answers: dict[str, dict[str, object]]) -> None:
    assert answers["oembed/columns/in-action/b.json"]["author_name"] == "示例报"
    assert answers["oembed/columns/in-action/old.json"] == answers["oembed/columns/in-action/a.json"]


def test_what_has_a_film_answers_as_a_video_with_its_picture() -> None:
    made = inputs(article("f"))
    picture = PictureView(
        "media/a-1600.jpg", 1600, 900, "", stem="media/a", widths=(800, 1600), formats=("avif", "jpg")
    )
    film = VideoView("media/f.mp4", "", None, "", "", ())
    lead = replace(made.cards["columns/in-action/f/"], picture=picture)
    view = Embed("columns/in-action/f", "card", "片", "columns/in-action/f/", lead=lead, film=film)
    (asset,) = oembed_files(view, made.settings)
    answer = json.loads(asset.content if isinstance(asset.content, bytes) else b"")
    frame = html5lib.parseFragment(answer["html"], namespaceHTMLElements=False)[1]
    assert (answer["type"], frame.get("src").rsplit("/", 1)[1]) == ("video", "film.html")
    thumbnail = ("https://www.example.com/z/media/a-800.jpg", 800, 450)
    assert tuple(answer[f"thumbnail_{name}"] for name in ("url", "width", "height")) == thumbnail


def test_a_list_answers_for_smaller_frames_too(answers: dict[str, dict[str, object]]) -> None:
    tall = [answers[f"oembed/{folder}timeline.json"]["height"] for folder in ("320/", "480/", "")]
    assert tall == sorted(tall, key=lambda height: -int(str(height)))


def test_what_was_taken_back_says_so_where_it_stood() -> None:
    made = inputs(article("gone", withdraw_at="2023-06-01", aliases=["/columns/in-action/before/"]), article("here"))
    found = {url: view for view in embeds(made, finder(made.library)) for url in view.urls}
    for slug in ("gone", "before"):
        assert found[f"embed/v1/columns/in-action/{slug}/index.html"].shape == "gone"
        assert (
            f"embed/v1/columns/in-action/{slug}/fragment."
            in found[f"embed/v1/columns/in-action/{slug}/index.html"].fragments
        )
    drafts = inputs(article("never", status="draft", withdraw_at="2023-06-01"))
    said = [view.path for view in embeds(drafts, finder(drafts.library)) if view.shape == "gone"]
    assert said == [MISSING]  # the one for all that is not there


def test_a_gallery_or_film_that_was_taken_back_says_so_at_every_look_of_it() -> None:
    gone = {"withdraw_at": "2023-06-01"}
    made = inputs(entry("galleries/g/index.md", **gone), article("f", video={"file": "f.mp4"}, **gone))
    found = {url for view in embeds(made, finder(made.library)) for url in view.urls if view.shape == "gone"}
    assert {"embed/v1/galleries/g/full.html", "embed/v1/columns/in-action/f/film.html"} <= found


def test_the_answer_for_what_was_taken_back_leads_to_the_topic_and_no_page_offers_it() -> None:
    made = inputs(article("gone", withdraw_at="2023-06-01", aliases=["/columns/in-action/before/"]), article("here"))
    views = tuple(embeds(made, finder(made.library)))
    files = {asset.url: asset.content for view in views for asset in oembed_files(view, made.settings)}
    answer = json.loads(files["oembed/columns/in-action/gone.json"])
    assert files["oembed/columns/in-action/before.json"] == files["oembed/columns/in-action/gone.json"]
    quotation, frame = list(html5lib.parseFragment(answer["html"], namespaceHTMLElements=False))
    assert "".join(quotation.itertext()) == "这篇稿件已撤下。示例专题"
    assert quotation[0].get("href") == "https://www.example.com/z/"
    assert frame.get("src") == "https://www.example.com/z/embed/v1/columns/in-action/gone/"
    assert not any("gone" in url for url in oembed_urls(views).values())
    assert "oembed/gone.json" not in files
