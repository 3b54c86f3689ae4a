"""A preview is for nobody but its editor: not for search engines, and open to the script that reloads it."""

from pathlib import Path

from tests.conftest import PROJECT, copy_project

from zhuanti.outlets.metadata import metadata_of
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import check, generate


def test_no_page_of_a_preview_is_for_search_engines_or_has_a_policy(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "small", PROJECT / "tests/sites/another_city")
    options = BuildOptions(parse_moment("2026-11-25"), preview=True, drafts=True)
    checked = check(project, options, None)
    facts = generate(checked, options, project).facts
    heads = [metadata_of(page, facts) for page in checked.pages]
    assert len(heads) > 5
    assert {(head.robots, head.policy) for head in heads} == {("noindex", "")}
