"""Made-up sites whose every page says which state of the site it belongs to, so that a reader sees any mixture.

A page names three files whose names carry a hash; each holds the page's own word. The word stands at both ends of a page,
so a page cut short is seen as well. Its state's number tells whether a reader was ever sent back to an older one.
"""

import hashlib
import shutil
from pathlib import Path

PAGES = 60
KINDS = ("css", "js", "svg")
_FILLING = "<p>" + "聊城市制造业强市攻坚突破 " * 60 + "</p>"


def asset(word: str, kind: str) -> str:
    """The path of a file of a state of the site."""
    return f"assets/part-{hashlib.sha256(f'{word}.{kind}'.encode()).hexdigest()[:8]}.{kind}"


def page_url(number: int) -> str:
    """The address of a page below the site's root."""
    return f"columns/in-action/story-{number}/" if number else ""


def write_site(folder: Path, word: str, number: int = 0) -> Path:
    """A site in the state ``word``, the ``number``-th; its front page and every third page differ from state to state,
    the rest stays.

    What stays names the files of the state that it was made in.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for page in range(PAGES):
        changes = page % 3 == 0
        text = _page(page, word, f"<!--{number}-->") if changes else _page(page, "always")
        _put(folder / page_url(page) / "index.html", text)
    for state in (word, "always"):
        for kind in KINDS:
            _put(folder / asset(state, kind), f"{state} " * 2000 + "end")
    _put(folder / "404.html", "<title>没有这一页</title>")
    _put(folder / "sitemap.xml", f"<urlset>{word}</urlset>")
    return folder


def _page(page: int, word: str, state: str = "") -> str:
    names = "".join(f'<link href="/{{base}}{asset(word, kind)}">' for kind in KINDS).replace("/{base}", "")
    return f"<!doctype html><title>第 {page} 篇</title><!--{word}-->{state}{names}{_FILLING}<!--{word}--></html>"


def _put(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
