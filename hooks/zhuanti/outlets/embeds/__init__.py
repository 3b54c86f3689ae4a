"""Views of the site for other people's pages."""

from .model import ROOT, Embed
from .views import embeds

__all__ = ["ROOT", "Embed", "embeds"]
