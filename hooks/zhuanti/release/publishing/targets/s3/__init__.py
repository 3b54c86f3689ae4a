"""Object storages that speak S3: files are stored by content first, then copied in order to where readers get them."""

from .target import S3Target

__all__ = ["S3Target"]
