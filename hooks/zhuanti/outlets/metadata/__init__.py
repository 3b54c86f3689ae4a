"""What the head of a page tells machines: search engines, chat programs that show a card, the browser itself."""

from .head import Metadata, SiteFacts, metadata_of

__all__ = ["Metadata", "SiteFacts", "metadata_of"]
