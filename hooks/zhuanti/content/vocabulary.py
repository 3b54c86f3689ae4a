"""The questions of the self-test (content/taxonomy/eligibility.yml): what a company is asked, and what conditions name.

A question holds one or more facts; a condition speaks of facts. Options stand here or come from another taxonomy.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..problems import Place, Problem
from ..problems.catalogue import eligibility as rules
from ..problems.catalogue import links, site
from ..problems.nearest import meant
from ..settings.fields import Model, Text
from .encoding import decode
from .files import read_bytes
from .frontmatter import YamlDocument, read_yaml
from .taxonomy import Taxonomy
from .validation import Location, validate

PATH = "content/taxonomy/eligibility.yml"
MOST_QUESTIONS = 8
RESERVED = frozenset({"all", "any", "not", "says"})
FactKind = Literal["one", "many", "number", "year"]
Source = Literal["counties", "industries", "groups", "policy_areas", "units"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class WrittenOption(Model):
    """One answer that can be chosen."""

    id: Id = Field(title="编号")
    name: Text = Field(title="名称")


class WrittenFact(Model):
    """One thing to know of a company, as it is written."""

    id: Id = Field(title="编号")
    name: Text = Field(title="名称")
    kind: FactKind = Field(title="题型", description="one 单选、many 多选、number 数字、year 年份")
    unit: str = Field("", title="单位")
    none: Text | None = Field(None, title="一项也没有")
    options: tuple[WrittenOption, ...] = Field((), title="选项")
    options_from: Source | None = Field(None, title="选项来自词表")


class WrittenQuestion(Model):
    """One question, as it is written."""

    id: Id = Field(title="编号")
    ask: Text = Field(title="问题")
    hint: str = Field("", title="提示")
    facts: tuple[WrittenFact, ...] = Field(title="要了解的情况")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: its id, its name, and what else an editor may call it."""

    id: str
    name: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know of a company; ``none`` names the answer that no option holds, ``source`` where options come from."""

    id: str
    name: str
    kind: FactKind
    unit: str
    none: str
    options: tuple[Option, ...]
    source: str = ""

    def find(self, name: str) -> Option | None:
        """The option with this id, name or short name."""
        return next((option for option in self.options if name in (option.id, option.name, option.short)), None)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked at once."""

    id: str
    ask: str
    hint: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Vocabulary:
    """All questions in the editors' order."""

    questions: tuple[Question, ...] = ()

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by its id."""
        return {fact.id: fact for question in self.questions for fact in question.facts}

    @cached_property
    def places(self) -> tuple[Fact, ...]:
        """What is asked of where a company is registered."""
        return tuple(fact for fact in self.facts.values() if fact.source == "counties")


def read_vocabulary(project: Path, taxonomies: Mapping[str, Taxonomy]) -> tuple[Vocabulary | None, tuple[Problem, ...]]:
    """The questions of a project, None where they cannot be used; without the file there is no self-test."""
    if not (project / PATH).exists():
        return Vocabulary(), ()
    data, faults = read_bytes(project, PATH)
    text, more = decode(data, PATH) if data is not None else (None, ())
    document, last = read_yaml(text, PATH) if text is not None else (None, ())
    problems = [*faults, *more, *last]
    if document is None:
        return None, tuple(problems)
    if not isinstance(document.data, (list, tuple)):
        return None, (*problems, site.LIST_FILE_MEANT.at(document.place(())))
    questions: list[Question] = []
    for index, item in enumerate(document.data):
        fields = item if isinstance(item, Mapping) else {}
        written, found = validate(WrittenQuestion, fields, document.place, document.key_place, (index,))
        problems += found
        if written is not None:
            problems += _facts_problems(written, (index,), document.place)
            questions.append(_question(written, taxonomies))
        if index == MOST_QUESTIONS:
            count = len(document.data)
            problems.append(rules.TOO_MANY_QUESTIONS.at(document.place((index,)), count=count, limit=MOST_QUESTIONS))
    problems += _names_twice(document, questions)
    return (None if problems else Vocabulary(tuple(questions))), tuple(problems)


def _question(written: WrittenQuestion, taxonomies: Mapping[str, Taxonomy]) -> Question:
    return Question(written.id, written.ask, written.hint, tuple(_fact(fact, taxonomies) for fact in written.facts))


def _fact(written: WrittenFact, taxonomies: Mapping[str, Taxonomy]) -> Fact:
    options = tuple(Option(option.id, option.name) for option in written.options)
    if written.options_from:
        terms = taxonomies[written.options_from].terms
        options = tuple(Option(term.id, term.short or term.name, term.name) for term in terms if not term.sample)
    source = written.options_from or ""
    return Fact(written.id, written.name, written.kind, written.unit, written.none or "", options, source)


def _facts_problems(
    question: WrittenQuestion, within: Location, place: Callable[[Location], Place]
) -> Iterator[Problem]:
    for index, fact in enumerate(question.facts):
        here = (*within, "facts", index)
        chosen = fact.kind in ("one", "many")
        fault = suggestion = ""
        if chosen and not fact.options and not fact.options_from:
            fault, suggestion = "却没有选项", "请写 options: 逐项列出，或写 options_from: counties 一类，从词表里取"
        elif not chosen and (fact.options or fact.options_from or fact.none):
            fault, suggestion = (
                "不用选项",
                "请删去 options、options_from 和 none，或把 kind 改成 one（单选）、many（多选）",
            )
        if fault:
            yield rules.WRONG_OPTIONS.at(
                place((*here, "kind")),
                fact=fact.id,
                title=fact.name,
                kind=fact.kind,
                fault=fault,
                suggestion=suggestion,
            )
        if fact.id in RESERVED:
            yield rules.RESERVED_NAME.at(place((*here, "id")), value=fact.id)


def _names_twice(document: YamlDocument, questions: list[Question]) -> Iterator[Problem]:
    """Ids of facts and of questions, each used once: conditions and links to a question rest on them."""
    assert isinstance(document.data, (list, tuple))
    seen: dict[tuple[str, str], int] = {}
    for index, item in enumerate(document.data):
        fields = item if isinstance(item, Mapping) else {}
        facts = fields.get("facts")
        named: list[tuple[str, Location]] = [("question", (index, "id"))]
        named += [("fact", (index, "facts", at, "id")) for at in range(len(facts) if isinstance(facts, tuple) else 0)]
        for group, location in named:
            value = _value_at(document.data, location)
            if not isinstance(value, str):
                continue
            place = document.place(location)
            if (group, value) in seen:
                yield links.SAME_TERM_TWICE.at(place, value=value, line=seen[group, value])
            seen.setdefault((group, value), place.line)


def _value_at(data: object, location: Location) -> object:
    for step in location:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, (list, tuple)) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def option_offer(value: str, fact: Fact) -> str:
    """A sentence that helps who wrote an option that a fact does not have."""
    known = [name for option in fact.options for name in ((option.id,) if value.isascii() else (option.name,))]
    return meant(value, known) or f"可用的选项：{'、'.join(f'{o.id}（{o.name}）' for o in fact.options[:12])}"
