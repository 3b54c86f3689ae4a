"""A server with sshd and rsync."""

from .target import SshTarget

__all__ = ["SshTarget"]
