"""A folder on this machine."""

from .target import FolderTarget

__all__ = ["FolderTarget"]
