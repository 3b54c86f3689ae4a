"""The nearest known name to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The most similar of the known names, or None where none is near enough to be meant.

    A name that holds the other whole (``东昌府`` in ``东昌府区``) counts as near whatever the lengths.
    """
    names = sorted(set(known))
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return close[0]
    folded = {other.casefold(): other for other in names}
    if name.casefold() in folded:
        return folded[name.casefold()]
    holding = [other for other in names if len(name) > 1 and (name in other or other in name)]
    return min(holding, key=lambda other: (abs(len(other) - len(name)), other)) if holding else None


def meant(name: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known name; empty where none is near."""
    found = nearest(name, known)
    return f"是不是想写“{found}”？" if found else ""
