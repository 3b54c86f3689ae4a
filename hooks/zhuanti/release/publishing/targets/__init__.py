"""Places a site is published to, one room or module a kind."""

from datetime import timedelta

from ....settings.deploy import TargetSettings
from ..errors import PublishError
from .target import Release, Target, manifest_of

__all__ = ["Release", "Target", "manifest_of", "open_target"]


def open_target(settings: TargetSettings, forget: bool = False) -> Target:
    """What speaks to the place; nothing is asked of it yet. With ``forget`` it keeps no file that only pages opened
    before ask for.

    Raises:
        PublishError: it can never be spoken to from here.
    """
    if settings.folder is not None:
        from .folder import FolderTarget

        return FolderTarget(settings.folder)
    if settings.ssh is not None:
        from .ssh import SshTarget

        return SshTarget(settings.ssh)
    if settings.s3 is not None:
        from .s3 import S3Target
        from .s3.ledger import GRACE

        return S3Target(settings.s3, grace=timedelta() if forget else GRACE)
    raise PublishError(f"目标 {settings.name} 没有写发布到哪里：folder、ssh、s3 写一个。")
