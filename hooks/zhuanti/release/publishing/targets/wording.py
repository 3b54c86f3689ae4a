"""Sentences that more than one kind of place says."""

from ..paths import CURRENT


def no_link(where: str) -> str:
    """Something else stands where the link to the release should be."""
    return (
        f"{where}/{CURRENT} 应是指向某个版本的链接，现在却是一个文件夹或文件，可能有人改动过。"
        f"请把它改名（如 {CURRENT}.old），再发布一次。"
    )


def not_switched(where: str) -> str:
    """The link was written, and says something else when it is read back."""
    return f"{where}/{CURRENT} 没有指向新版本，请检查是不是有别的程序在改它。"
