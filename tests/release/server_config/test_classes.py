"""The table of classes: every file that a site really has falls where it belongs."""

import re
from pathlib import Path

import pytest
from tests.release.server_config.conftest import PROGRAMS, generated

from zhuanti.release.server_config.classes import CACHE, FRAMES, POLICY, SHARED, class_of, path_classes
from zhuanti.release.server_config.types import TYPES

CLASSES = path_classes(())
_FINGERPRINT = re.compile(r"(?<![0-9a-z])[0-9a-f]{8,12}(?![0-9a-z])")


def test_every_file_of_the_repositorys_site_has_its_class_and_its_type(built_site: Path) -> None:
    found: dict[str, list[str]] = {}
    for path in built_site.rglob("*"):
        if path.is_file():
            address = path.relative_to(built_site).as_posix()
            assert path.suffix[1:] in TYPES, address
            found.setdefault(class_of(address, CLASSES).name, []).append(address)
    assert all(address.startswith(("assets/", "media/", "search/")) for address in found["hashed"])
    assert all(_FINGERPRINT.search(address) for address in found["hashed"])
    assert all(address.endswith((".html", ".xhtml")) for address in found["page"]), "a file without a fingerprint"
    assert {address.split("/")[0] for address in found["data"]} == {"data", "feeds", "api", "calendars", "oembed"}
    assert set(found["machine"]) == {"robots.txt", "sitemap.xml", "news-sitemap.xml"}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("assets/site-e35b3119.css", "hashed"),
        ("assets/e35b3119.css", "hashed"),
        ("assets/site-e35b311.css", "page"),
        ("assets/site-e35b31190.css", "page"),
        ("assets/site-E35B3119.css", "page"),
        ("assets/site-e35b3119", "page"),
        ("assets/site-e35b3119.css/", "page"),
        ("columns/a-e35b3119.html", "page"),
        ("columns/assets/site-e35b3119.css", "page"),
        ("media/a-e35b3119-360.avif.html/", "page"),
        ("search/", "page"),
        ("search/index-aa88bc2f0fb4.json", "hashed"),
        ("search/texts-aa88bc2f0fb4.json", "hashed"),
        ("search/aa88bc2f0fb4/i21.json", "hashed"),
        ("search/index.json", "page"),
        ("embed/", "page"),
        ("embed/v1", "page"),
        ("embed/v1/", "embed"),
        ("embed/v10/", "page"),
        ("embed/v1/columns/a/fragment.html", "fragment"),
        ("embed/v1/fragment.html", "fragment"),
        ("embed/v1/my-fragment.html", "embed"),
        ("columns/embed/v1/", "page"),
        ("data/", "page"),
        ("data/index.html", "page"),
        ("data/policies.v1.schema.json", "data"),
        ("feeds/policies/area/tax.rss.xml", "data"),
        ("columns/feeds/a.xml", "page"),
        ("sitemap.xml", "machine"),
        ("columns/sitemap.xml", "page"),
    ],
)
def test_an_address_falls_into_its_class_and_no_other(address: str, name: str) -> None:
    assert class_of(address, CLASSES).name == name


def test_only_embeds_may_be_framed_by_others() -> None:
    for each in CLASSES:
        policy = each.header(POLICY)
        if policy:
            assert (
                ("frame-ancestors 'self'" in policy) == (each.header(FRAMES) == "SAMEORIGIN") == (each.name == "page")
            )


def test_what_a_frame_without_an_origin_loads_may_be_read_by_all() -> None:
    assert [each.name for each in CLASSES if each.header(SHARED)] == ["hashed", "fragment", "embed", "data"]
    assert all(each.header(CACHE) for each in CLASSES)


@pytest.mark.parametrize(
    ("hosts", "ancestors"),
    [
        ("", "*"),
        ('["*"]', "*"),
        ('["https://www.example.com", "*"]', "*"),
        ('["https://www.example.com", "*.example.org", "http://127.0.0.1:8000"]', "'self' https://www.example.com *.example.org http://127.0.0.1:8000"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_hosts_of_the_settings_may_frame_embeds(program: str, hosts: str, ancestors: str, project: Path) -> None:
    text = generated(project, program, "https://hupan.example.org/", hosts)
    found = re.findall(r"frame-ancestors ([^\";]+)\"", text)
    assert set(found) == {ancestors, "'self'"}
