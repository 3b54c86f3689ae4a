"""Feeds: one list of items as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1."""

from .entries import FullText, Pictures, feed_of, name_of
from .model import Subscription
from .subscriptions import site_feeds, subscriptions
from .writing import feed_files

__all__ = ["FullText", "Pictures", "Subscription", "feed_files", "feed_of", "name_of", "site_feeds", "subscriptions"]
