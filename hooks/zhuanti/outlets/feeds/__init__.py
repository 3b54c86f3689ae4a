"""Feeds: one list of items as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

from .model import Feed, Item
from .writing import feed_files

__all__ = ["Feed", "Item", "feed_files"]
