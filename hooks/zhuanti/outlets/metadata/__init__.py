"""What the head of a page tells machines: search engines, chat programs that show a card, the browser itself."""

from .head import Metadata, SiteFacts, metadata_of
from .policy import content_policy

__all__ = ["Metadata", "SiteFacts", "content_policy", "metadata_of"]
