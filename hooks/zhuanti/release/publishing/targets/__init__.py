"""Places a site is published to, one module a kind."""

from ....settings.deploy import TargetSettings
from ..errors import PublishError
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
    raise PublishError("现在能发布到本机文件夹（folder）和服务器（ssh）；发布到对象存储（s3）还在做。")
