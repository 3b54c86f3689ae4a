"""The style guide: every component in every state, drawn from the examples that stand beside it.

Part of a preview alone. The HTML check, axe and the screenshots of the tests run over this same page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from ..outlets.asset import Asset
from ..pages.shared.page import SitePage
from .theme import THEME

URL = "styleguide/"
_PICTURES = {
    "media/example.webp": "example.webp",
    "media/example-900.webp": "example.webp",
    "media/example-hero.webp": "hero.webp",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One state of a component: the macro to call and what to call it with, or bare markup where it has none."""

    name: str
    macro: str
    args: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ComponentView:
    """A component with its examples; ``id`` is the name of its folder."""

    id: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class StyleguideView:
    """All components by name."""

    components: tuple[ComponentView, ...]


def styleguide_page(theme: Path = THEME) -> SitePage:
    """The page, from every component's examples.yml."""
    files = sorted(theme.glob("components/*/examples.yml"))
    components = tuple(ComponentView(file.parent.name, _examples(file)) for file in files)
    view = StyleguideView(tuple(component for component in components if component.examples))
    return SitePage(URL, "styleguide.html", view, "样式手册", listed=False)


def styleguide_assets(theme: Path = THEME) -> tuple[Asset, ...]:
    """The pictures that examples show."""
    return tuple(Asset(url, (theme / "styleguide" / name).read_bytes()) for url, name in _PICTURES.items())


def example_drawer(env: Environment) -> Any:
    """A global function for the page's template: ``draw_example(example, href)``."""

    def draw(example: Example, href: Any) -> Markup:
        if not example.macro:
            return Markup(example.args["markup"])
        macro = env.globals[example.macro]
        assert isinstance(macro, Macro)
        given = {"href": href, "body": lambda prose: prose.markup}
        return Markup(macro(**example.args, **{name: given[name] for name in given if name in macro.arguments}))

    return draw


def _examples(file: Path) -> tuple[Example, ...]:
    macro = file.parent.name.replace("-", "_")
    given = yaml.safe_load(file.read_text("utf-8"))
    return tuple(
        Example(item["name"], "" if "markup" in item else item.get("macro", macro), _args(item))
        for item in given
    )


def _args(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: _given(value, name) for name, value in item.get("args", item).items()}


class _Given:
    """What an example says of a view; what it leaves out is empty, as it is by default in the view itself."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        vars(self).update(values)

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return ""


def _given(value: Any, name: str = "") -> Any:
    """Mappings that leave things out, and bodies as markup, as bodies are."""
    if isinstance(value, dict):
        return _Given({key: _given(inner, key) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(_given(inner) for inner in value)
    return Markup(value) if name == "markup" else value
