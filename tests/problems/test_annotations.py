"""Problems as machines read them, to show each on its line."""

import json

from zhuanti.problems import Place, Problem
from zhuanti.problems.annotations import as_github, as_gitlab, as_sarif

WHOLE = Problem(Place("content/一 二.md"), "F01", "整个文件，100% 不对")
LINE = Problem(Place("content/a,b.md", 3), "V01", "没有“标题”\n请补上", "写一行 title:", "warning")
SPOT = Problem(Place("content/a.md", 7, 5), "V07", "没有这一天")


def test_github_is_told_file_line_and_column_with_its_own_escapes() -> None:
    assert as_github([WHOLE, LINE, SPOT]).split("\n") == [
        "::error file=content/一 二.md,title=F01::整个文件，100%25 不对",
        "::warning file=content/a%2Cb.md,line=3,title=V01::没有“标题”%0A请补上%0A写一行 title:",
        "::error file=content/a.md,line=7,col=5,title=V07::没有这一天",
    ]


def test_sarif_names_rules_levels_and_regions() -> None:
    log = json.loads(as_sarif([WHOLE, LINE, SPOT, SPOT]))
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["F01", "V01", "V07"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"]["uri"] == "content/%E4%B8%80%20%E4%BA%8C.md" and "region" not in places[0]
    assert places[1]["region"] == {"startLine": 3}
    assert places[2]["region"] == {"startLine": 7, "startColumn": 5}
    assert run["results"][1]["message"]["text"].endswith("写一行 title:")


def test_gitlab_is_told_what_it_asks_for() -> None:
    rows = json.loads(as_gitlab([WHOLE, LINE]))
    assert [row["location"] for row in rows] == [
        {"path": "content/一 二.md", "lines": {"begin": 1}},
        {"path": "content/a,b.md", "lines": {"begin": 3}},
    ]
    assert [(row["check_name"], row["severity"]) for row in rows] == [("F01", "major"), ("V01", "minor")]
    assert rows[1]["description"].startswith("没有“标题”")


def test_a_problem_keeps_its_fingerprint_where_its_line_moves_and_equal_ones_are_told_apart() -> None:
    moved = Problem(Place(SPOT.place.path, 70, 5), SPOT.code, SPOT.message)
    marks = [row["fingerprint"] for row in json.loads(as_gitlab([SPOT, SPOT, LINE]))]
    assert len(set(marks)) == 3
    assert [row["fingerprint"] for row in json.loads(as_gitlab([moved]))] == marks[:1]


def test_nothing_wrong_is_an_empty_report() -> None:
    assert as_github([]) == ""
    assert json.loads(as_gitlab([])) == []
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []
