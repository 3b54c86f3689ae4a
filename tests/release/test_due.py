"""When the site changes by itself: at the turns that are told, and at no other moment."""

import re
from datetime import timedelta

from tests.entries import article, document, entry, inputs

from zhuanti.outlets.news_sitemap import news_sitemap
from zhuanti.release.due import COUNTED, due, turns
from zhuanti.settings.moment import CHINA, Moment, parse_moment
from zhuanti.site.generate import SECTIONS

ENTRIES = (
    article("embargo", date="2023-05-01", publish_at="2023-05-03 09:30"),
    article("withdrawn", date="2023-05-01", withdraw_at="2023-05-20 18:00"),
    article("draft", date="2023-05-04", status="draft"),
    article("sample", date="2023-05-06", sample=True),
    document("old", date="2023-01-01", number="甲〔2020〕1号", effective="2023-05-02", expires="2023-09-30"),
    document("young", date="2023-05-10", number="甲〔2023〕2号", effective="2023-06-01", amends=["old"]),
    document("next", date="2023-05-11", number="甲〔2023〕3号", effective="2023-08-15", replaces=["old"]),
    document("ending", date="2023-01-02", number="甲〔2020〕3号", effective="2023-05-02", expires="2023-06-20"),
    document("late", date="2023-01-03", number="甲〔2023〕4号", released="2023-05-25 10:00", amends=["ending"]),
    entry("policies/explainers/how.md", explains=["young"], deadline="2023-07-20 17:00", date="2023-05-12"),
    entry("policies/explainers/ever.md", explains=["young"], deadline="9999-12-31", date="2023-05-12"),
)
BEGIN, END = parse_moment("2023-04-29"), parse_moment("2023-10-02")
# what says since when nothing has changed
SINCE = re.compile(r"built='[^']*'|generated=\w+\([^)]*\)")


def site(at: Moment) -> str:
    """All that readers would see of a site made for a moment, but since when it is like that."""
    return SINCE.sub("", whole(at))


def whole(at: Moment) -> str:
    """All that readers would see of a site made for a moment."""
    given = inputs(*ENTRIES, at=at.at.isoformat(sep=" "))
    pages = [(page.url, page.view) for section in SECTIONS for page in section.pages(given)]
    news = [asset.content for asset in news_sitemap(given.library, given.settings)]
    return repr((pages, news))


def test_within_a_day_not_even_the_moment_it_names_changes() -> None:
    days = [BEGIN.at + timedelta(days=number) for number in range((END.at - BEGIN.at).days)]
    for day in days:
        library = inputs(*ENTRIES, at=day.isoformat(sep=" ")).library
        turning = [turn.at for turn in turns(ENTRIES, library, True) if day < turn.at < day + timedelta(days=1)]
        last = max(turning, default=day)
        late = day + timedelta(days=1, seconds=-1)
        assert whole(Moment(last, True)) == whole(Moment(late, True)), f"the site changed between {last} and {late}"


def moment(text: str) -> Moment:
    return parse_moment(text)


def all_turns(at: str = "2023-05-15", samples: bool = True) -> list[tuple[str, str]]:
    library = inputs(*ENTRIES, at=at).library
    found = turns(ENTRIES, library, samples)
    return [(Moment(turn.at, True).chinese, f"{turn.title} {turn.what}") for turn in found if turn.what != COUNTED]


def test_the_site_changes_at_its_turns_and_at_no_other_moment() -> None:
    """Between two turns it is the same to the last letter."""
    second = timedelta(seconds=1)
    at = BEGIN
    while at < END:
        library = inputs(*ENTRIES, at=at.at.isoformat(sep=" ")).library
        coming = due(turns(ENTRIES, library, True), at, at).coming
        until = min(coming.at, END.at) if coming else END.at
        assert site(at) == site(Moment(until - second, True)), f"the site changed between {at.chinese} and {until}"
        at = Moment(until.astimezone(CHINA), True)


def test_no_turn_is_told_at_which_nothing_changes() -> None:
    second = timedelta(seconds=1)
    library = inputs(*ENTRIES, at="2023-05-15").library
    alike = [
        turn
        for turn in turns(ENTRIES, library, True)
        if BEGIN.at < turn.at < END.at and site(Moment(turn.at, True)) == site(Moment(turn.at - second, True))
    ]
    # a deadline's last evening: the word changes at its hour, the list of candidates at midnight
    assert {(turn.title, turn.what) for turn in alike} <= {("policies/explainers/how.md", COUNTED)}


def test_turns_are_those_of_embargo_withdrawal_status_and_deadline() -> None:
    found = all_turns()
    for expected in (
        ("2023年5月3日 09:30", "columns/in-action/embargo.md 发布"),
        ("2023年5月20日 18:00", "columns/in-action/withdrawn.md 撤下"),
        ("2023年5月2日 00:00", "policies/documents/old.md 变为“现行有效”"),
        ("2023年6月1日 00:00", "policies/documents/old.md 变为“部分修改”"),
        ("2023年8月15日 00:00", "policies/documents/old.md 变为“已被替代”"),
        ("2023年5月21日 00:00", "policies/explainers/how.md 即将截止"),
        ("2023年7月20日 17:00", "policies/explainers/how.md 已截止"),
    ):
        assert expected in found
    assert not any("draft" in what for _, what in found)


def test_samples_are_no_reason_where_they_are_left_out() -> None:
    assert any("sample" in what for _, what in all_turns(samples=True))
    assert not any("sample" in what for _, what in all_turns(samples=False))


def test_a_turn_counts_from_its_own_second() -> None:
    library = inputs(*ENTRIES, at="2023-05-03 10:00").library
    found = turns(ENTRIES, library, True)
    embargo = moment("2023-05-03 09:30")
    before = Moment(embargo.at - timedelta(seconds=1), True)
    assert [turn.title for turn in due(found, before, embargo).past] == ["columns/in-action/embargo.md"]
    assert due(found, embargo, embargo).past == ()
    assert due(found, before, before).coming == due(found, before, embargo).past[0]
