"""Places a site is published to, one module a kind."""

from ....settings.deploy import TargetSettings
from .target import Release, Target

__all__ = ["Release", "Target", "open_target"]


def open_target(settings: TargetSettings) -> Target:
    """What speaks to the place; nothing is asked of it yet.

    Raises:
        PublishError: it can never be spoken to from here.
    """
    if settings.folder is not None:
        from .folder import FolderTarget

        return FolderTarget(settings.folder)
    if settings.ssh is not None:
        from .ssh import SshTarget

        return SshTarget(settings.ssh)
    assert settings.s3 is not None
    from .s3 import S3Target

    return S3Target(settings.s3)
