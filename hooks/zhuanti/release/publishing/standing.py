"""What readers have when something went wrong, asked of the target itself."""

from .errors import PublishError
from .receipts import Action
from .targets import Target

UNCHANGED = "读者看到的网站没有变。"
# whoever was going back must not be sent to publish what he fled from
_AGAIN: dict[Action, str] = {"publish": "再发布一次", "rollback": "再退回一次"}


def what_readers_have(target: Target, action: Action, before: str) -> str:
    """A sentence for the operator, once the switch of a publish or rollback has begun; ``before`` is the release that
    readers had."""
    try:
        live, settled = target.live(), target.settled()
    except PublishError:
        return f"现在连不上目标，不知道读者看到的是哪一版：连得上时请先用 releases 看看，要不要{_AGAIN[action]}。"
    if not settled:
        return f"切换做到一半：一部分网页已经是新的，读者打开的每一页都是完整的。请马上{_AGAIN[action]}，会接着做完。"
    if live == before:
        return UNCHANGED
    if action == "rollback":
        return f"读者看到的是 {live}：已经退回，不用再退。变了的网址没有记下来，CDN 请整站刷新。"
    return f"读者看到的是 {live}。请再发布一次，把没有做完的补上。"
