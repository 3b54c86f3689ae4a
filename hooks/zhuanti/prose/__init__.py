"""An entry's Markdown body becomes safe HTML, as finished data."""

from .model import Heading, ImageRef, LinkRef, Prose
from .rendering import render

__all__ = ["Heading", "ImageRef", "LinkRef", "Prose", "render"]
