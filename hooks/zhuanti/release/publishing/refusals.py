"""What speaks against a publish before anything is sent."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from ...settings.moment import now, parse_moment
from ..build_record import BuildRecord
from .errors import PublishError, Refusal
from .manifest import Changes, Manifest, changes
from .targets.target import Target

MOST_REMOVED = 0.1
SKEW = timedelta(minutes=5)
# of what is about to be written, so that a server's logs and its own work still have room
_MARGIN = 1.2
_NAMED = 5


def refuse_unfit(record: BuildRecord) -> None:
    """What was built is not for readers: made-up entries, drafts, a moment that has not come.

    Raises:
        Refusal: always then.
    """
    if record.samples:
        raise Refusal(
            f"稿件里有 {len(record.samples)} 篇示例，如 {record.samples[0]}。示例不能发布：请删去，或加 --no-samples 发布时不含它们。"
        )
    if record.drafts:
        raise Refusal("网站里有草稿，不能发布。请不带 --drafts 再来一次。")
    moment = parse_moment(record.at)
    if moment.at > now().at + SKEW:
        raise Refusal(
            f"网站是按 {moment.chinese} 生成的，那时还没有到，里面可能有不该出现的稿件。请去掉环境变量 TOPIC_AT，或校准本机的时钟。"
        )


def refuse_removals(before: Manifest, after: Manifest, found: Changes) -> None:
    """More than a tenth of the pages would vanish.

    Raises:
        Refusal: always then.
    """
    known = set(before.pages)
    gone = [path for path in found.removed if path in known]
    if len(gone) <= len(known) * MOST_REMOVED:
        return
    named = "、".join(before.by_path[path].name for path in gone[:_NAMED])
    more = f" 等 {len(gone)} 页" if len(gone) > _NAMED else f"，共 {len(gone)} 页"
    raise Refusal(
        f"这次发布会撤掉现有 {len(known)} 页里的 {named}{more}，超过一成。确实要撤，请加 --allow-removals；"
        "不是有意的，请看看是不是少取了稿件。"
    )


def refuse_lost_manifest(live: str, before: Manifest) -> None:
    """Nobody knows what would vanish.

    Raises:
        Refusal: always then.
    """
    if live and not before.files:
        raise Refusal(
            f"目标上 {live} 的清单不见了，不知道这次发布会撤掉哪些网页。请先核对；确实要发布，请加 --allow-removals。"
        )


def refuse_other_address(before: str, now: str) -> None:
    """What is there was made for another address than what would come.

    Raises:
        Refusal: always then.
    """
    if before and now.rstrip("/") != before.rstrip("/"):
        raise Refusal(
            f"目标上的网站是给 {before} 生成的，这次是给 {now} 生成的，可能发错了地方。"
            "确实要换网址，请加 --new-address。"
        )


def objections(live: str, before: Manifest, after: Manifest, address: str, new_address: str) -> tuple[str, ...]:
    """What a publish without further options would be refused for: the release ``live`` with its manifest and address,
    and what would come."""
    found = []
    rules: tuple[Callable[[], None], ...] = (
        lambda: refuse_other_address(address, new_address),
        lambda: refuse_lost_manifest(live, before),
        lambda: refuse_removals(before, after, changes(before, after)),
    )
    for refuse in rules:
        try:
            refuse()
        except Refusal as refusal:
            found.append(str(refusal))
    return tuple(found)


def refuse_skew(target: Target) -> None:
    """The clocks of both sides differ so much that embargoes would be lifted at the wrong time.

    Raises:
        PublishError: always then.
    """
    there = target.clock()
    if there is None:
        return
    skew = there - datetime.now(UTC)
    if abs(skew) > SKEW:
        minutes = round(abs(skew).total_seconds() / 60)
        raise PublishError(
            f"两边的时钟差了 {minutes} 分钟（目标{'快' if skew > timedelta() else '慢'}）。"
            "定时发布靠时钟，请先校准（如 timedatectl set-ntp true），再发布。"
        )


def without_room(target: Target, needed: int) -> str:
    """What to say where the target has no room for what would be sent; empty where it has."""
    room = target.room()
    if room is None or room >= needed * _MARGIN:
        return ""
    return f"{target.where} 的磁盘只剩 {megabytes(room)}，这次要写 {megabytes(needed)}。请清理磁盘，或把 deploy.yml 里的 keep 改小再发布。"


def megabytes(size: int) -> str:
    """A size for operators."""
    return f"{size / 1_000_000:.1f} MB"


def growing(before: Manifest | None, after: Manifest) -> Iterator[int]:
    """Sizes of the files that have to be written anew."""
    known = before.by_path if before else {}
    for file in after.files:
        old = known.get(file.path)
        if not file.carried and (old is None or old.sha256 != file.sha256):
            yield file.size
