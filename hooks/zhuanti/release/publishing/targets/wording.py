"""Sentences that more than one kind of place says."""

import errno

from ..paths import CURRENT

# the folder may be the wrong one, or somebody else's
_PLACE = (errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR)


def no_link(where: str) -> str:
    """Something else stands where the link to the release should be."""
    return (
        f"{where}/{CURRENT} 应是指向某个版本的链接，现在却是一个文件夹或文件，可能有人改动过。"
        f"请把它改名（如 {CURRENT}.old），再发布一次。"
    )


def not_switched(where: str) -> str:
    """The link was written, and says something else when it is read back."""
    return f"{where}/{CURRENT} 没有指向新版本，请检查是不是有别的程序在改它。"


def advice(number: int | None) -> str:
    """What to do where the system refused something at a place, by its number of the fault; empty where its name says it."""
    return "请检查 deploy.yml 里写的文件夹对不对，发布的用户能不能写它。" if number in _PLACE else ""
