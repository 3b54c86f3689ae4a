import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

pytest.importorskip("psutil")

from benchmark.corpus import articles  # noqa: E402
from benchmark.measure import Run  # noqa: E402
from benchmark.peers import MOMENT, lay_out_hugo, lay_out_ours, ours_text, term_ids  # noqa: E402
from benchmark.report import BASE, Row, as_json, rows, table, verdict  # noqa: E402
from zhuanti.settings.moment import parse_moment  # noqa: E402
from zhuanti.settings.options import BuildOptions  # noqa: E402
from zhuanti.site.generate import check  # noqa: E402


def test_the_corpus_is_the_same_each_time_and_a_longer_one_begins_with_the_shorter() -> None:
    terms = term_ids()
    assert articles(30, terms) == articles(30, terms)
    assert articles(60, terms)[:30] == articles(30, terms)
    assert len({ours_text(article) for article in articles(60, terms)}) == 60


def test_bodies_are_as_long_as_news_is() -> None:
    assert all(400 <= len(article.body) <= 1200 for article in articles(300, term_ids()))


def test_the_corpus_has_no_problems(tmp_path: Path) -> None:
    lay_out_ours(tmp_path, articles(30, term_ids()))
    checked = check(tmp_path, BuildOptions(parse_moment(MOMENT)), None)
    assert [str(problem) for problem in checked.problems] == []
    assert len(checked.content.entries) == 30


def test_ratios_are_medians_over_our_cold_build() -> None:
    ours = [Run(2.0, 2**20, 5), Run(9.0, 3 * 2**20, 5), Run(1.0, 2**20, 5)]
    found = rows(10, {BASE: ours, "hugo": [Run(1.0, 2**20, 7)], "material": [Run(24.0, 2**20, 7)]})
    assert [(row.seconds, row.ratio, row.peak_mb, row.rounds) for row in found] == [
        (2.0, 1.0, 3.0, 3),
        (1.0, 0.5, 1.0, 1),
        (24.0, 12.0, 1.0, 1),
    ]
    assert as_json(found)[1]["label"] == "hugo"


def test_a_loss_is_said_like_a_win() -> None:
    win = Row(10, "material", 24.0, 12.0, 1.0, 1, 1)
    loss = Row(10, "hugo", 1.0, 0.5, 1.0, 1, 1)
    assert "快" in verdict(win) and "12.00 倍" in verdict(win)
    assert "慢" in verdict(loss) and "2.00 倍" in verdict(loss)
    assert verdict(loss) in table([win, loss])


def test_a_photograph_over_budget_is_said_like_one_within() -> None:
    from benchmark.pictures import Cost, sentence

    assert "0.61 秒" in sentence(Cost(0.61, 3, {(800, "avif"): 61_000})) and "达标" in sentence(Cost(0.61, 3, {}))
    assert "超出" in sentence(Cost(1.2, 3, {}))


def test_waits_over_budget_are_said_like_ones_within() -> None:
    from benchmark.answers import Waits, sentence

    click, sign = sentence(Waits(click=99.6, sign=201.0)).split("\n")
    assert "100 毫秒" in click and "达标" in click and "201 毫秒" in sign and "超出" in sign


def test_the_photograph_is_of_twelve_megapixels_and_the_same_each_time() -> None:
    from benchmark.pictures import SIZE, photograph
    from zhuanti.images.originals import Original, look

    data = photograph()
    found = look(data, "a.jpg")
    assert isinstance(found, Original) and (found.width, found.height) == SIZE and found.width * found.height == 12e6
    assert photograph() == data


def test_a_missing_peer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmark import peers

    monkeypatch.setattr(peers.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(peers.MissingPeer, match="hugo"):
        lay_out_hugo(tmp_path / "hugo", ())


def test_cards_over_budget_or_made_again_are_said() -> None:
    from benchmark.cards import Cost, sentence

    good = sentence(Cost(41.0, 0.1, 2000, 0, 97_000, 60_000, 0.08))
    assert "41.0 秒" in good and "达标" in good and "没有重做" in good
    bad = sentence(Cost(61.0, 0.1, 2000, 3, 97_000, 60_000, 0.12))
    assert "超出" in bad and "重做了 3 张" in bad


def test_cards_are_measured_cold_and_warm() -> None:
    from benchmark.cards import measure

    found = measure(4)
    assert (found.made, found.made_again) == (8, 0) and 0 < found.mean <= found.largest < 100_000
