"""What readers have when something went wrong, asked of the target itself."""

from .errors import PublishError
from .targets import Target

UNCHANGED = "读者看到的网站没有变。"


def what_readers_have(target: Target, before: str) -> str:
    """A sentence for the operator, once a switch has begun; ``before`` is the release that readers had."""
    try:
        live, settled = target.live(), target.settled()
    except PublishError:
        return "现在连不上目标，不知道读者看到的是哪一版：连得上时请先用 releases 看看，再发布一次。"
    if not settled:
        return "切换做到一半：一部分网页已经是新的，读者打开的每一页都是完整的。请马上再发布一次，会接着做完。"
    if live == before:
        return UNCHANGED
    return f"读者看到的是 {live}。请再发布一次，把没有做完的补上。"
