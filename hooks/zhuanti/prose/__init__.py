"""An entry's Markdown body becomes safe HTML, as finished data."""

from .model import GROUP, Heading, ImageRef, LinkRef, Prose
from .rendering import render

__all__ = ["GROUP", "Heading", "ImageRef", "LinkRef", "Prose", "render"]
