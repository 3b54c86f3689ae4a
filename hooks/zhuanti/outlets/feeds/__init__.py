"""Feeds: one list of items as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

from .entries import FullText, Pictures, feeds, name_of
from .model import Subscription
from .subscriptions import subscriptions

__all__ = ["FullText", "Pictures", "Subscription", "feeds", "name_of", "subscriptions"]
