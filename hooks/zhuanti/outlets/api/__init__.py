"""The site's entries as JSON for other programs: static files in pages, with version and schema."""

from .files import api_files

__all__ = ["api_files"]
