"""What axe finds on a page: the rules of WCAG 2.2 AA, and what its makers hold for good practice."""

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# what other colours alone can break on a page that is otherwise the same
RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")


def rules_in(scheme: str) -> Sequence[str]:
    """All rules in light colours; in dark ones, those that the light page does not answer for."""
    return RULES if scheme == "light" else RULES_OF_COLOUR


def barriers(page: Page, rules: Sequence[str] = RULES, also: Sequence[str] = ()) -> list[tuple[str, list[str]]]:
    """Each rule that the page breaks, with the elements that do.

    ``rules`` are ids, or tags of axe; ``also`` are rules that it leaves off by default. Nothing is said of elements
    that keep the rules: telling every one from all others takes axe half of its time.
    """
    enabled = {rule: {"enabled": True} for rule in also}
    options = {"runOnly": list(rules), "rules": enabled, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]
