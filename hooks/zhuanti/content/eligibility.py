"""``eligibility:`` as an editor writes it → conditions, with a placed Chinese problem for every slip.

A group of lines holds together: each names a fact of the vocabulary, or is ``all``, ``any``, ``not`` or ``says``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..problems import Place, Problem, Rule
from ..problems.catalogue import eligibility as rules
from ..problems.nearest import meant
from .conditions import All, AnyOf, Between, Condition, Not, OneOf, Says, Year
from .models import ExplainerMeta
from .reading import ReadEntry
from .validation import Location
from .vocabulary import PATH, RESERVED, Fact, Vocabulary, option_offer

FIELD = "eligibility"
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,4})?", re.ASCII)
_RANGE = ("min", "max")
_YEARS = ("age_min", "age_max", "since", "until")
_LINES = "请一行写一个条件，如 county: [linqing]；几组之中有一组即可的，写成 any: 下面的列表"
_SAYS = 'says 后面写一句话或几句话的列表，如 says: "近两年没有重大违法记录"'
_Report = Callable[[Problem], None]


def with_conditions(read: ReadEntry, vocabulary: Vocabulary | None) -> tuple[ReadEntry, tuple[Problem, ...]]:
    """The entry with finished conditions where the editor wrote some, None where these cannot be used.

    Without a vocabulary that can be used nothing more is said: what is wrong with it was told at its own place.
    """
    entry, front = read.entry, read.front
    if entry is None or front is None or not isinstance(entry.meta, ExplainerMeta) or entry.meta.eligibility is None:
        return read, ()
    condition: Condition | None = None
    problems: tuple[Problem, ...] = ()
    if vocabulary and vocabulary.questions:
        condition, problems = read_conditions(front.data[FIELD], vocabulary, front.place, front.key_place, (FIELD,))
    elif vocabulary:
        problems = (rules.NO_VOCABULARY.at(front.key_place((FIELD,))),)
    meta = entry.meta.model_copy(update={FIELD: condition})
    return replace(read, entry=replace(entry, meta=meta)), problems


def read_conditions(
    value: object,
    vocabulary: Vocabulary,
    place: Callable[[Location], Place],
    key_place: Callable[[Location], Place],
    within: Location = (),
) -> tuple[Condition | None, tuple[Problem, ...]]:
    """What was written as one condition, or every reason why it is none."""
    problems: list[Problem] = []
    condition = _Reader(vocabulary, place, key_place, problems.append).group(value, within)
    return (None if any(problem.is_error for problem in problems) else condition), tuple(problems)


class _Reader:
    """Reads one entry's conditions; ``report`` hears every slip, and what cannot be read is None."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        place: Callable[[Location], Place],
        key_place: Callable[[Location], Place],
        report: _Report,
    ) -> None:
        self._vocabulary = vocabulary
        self._place = place
        self._key_place = key_place
        self._report = report

    def group(self, value: object, at: Location) -> Condition | None:
        """Lines that hold together; a list of groups is read as ``all``."""
        if isinstance(value, (list, tuple)):
            return self._several(value, at)
        if not isinstance(value, Mapping) or not value:
            return self._slip(rules.NOT_A_CONDITION, at, field=_name(at), example=_LINES)
        return _joined([self._line(str(key), inner, (*at, key)) for key, inner in value.items()])

    def _several(self, value: object, at: Location, any_of: bool = False) -> Condition | None:
        if not isinstance(value, (list, tuple)) or not value:
            return self._slip(rules.NOT_A_CONDITION, at, field=_name(at), example=_LINES)
        parts = [self.group(item, (*at, index)) for index, item in enumerate(value)]
        if not any_of:
            return _joined(parts)
        found = [part for part in parts if part is not None]
        return None if len(found) < len(parts) else found[0] if len(found) == 1 else AnyOf(tuple(found))

    def _line(self, key: str, value: object, at: Location) -> Condition | None:
        match key:
            case "all" | "any":
                return self._several(value, at, key == "any")
            case "not":
                inner = self.group(value, at)
                return None if inner is None else Not(inner)
            case "says":
                return self._says(value, at)
        fact = self._vocabulary.facts.get(key)
        if fact is None:
            known = [*self._vocabulary.facts, *RESERVED]
            names = "、".join(f"{fact.id}（{fact.name}）" for fact in self._vocabulary.facts.values())
            offer = meant(key, known) or f"可用的项目：{names}，词表在 {PATH}"
            self._report(rules.UNKNOWN_FACT.at(self._key_place(at), value=key, suggestion=offer))
            return None
        if fact.kind in ("one", "many"):
            return self._options(fact, value, at)
        return self._measures(fact, value, at)

    def _says(self, value: object, at: Location) -> Condition | None:
        texts = value if isinstance(value, (list, tuple)) else (value,)
        found = [text.strip() for text in texts if isinstance(text, str) and text.strip()]
        if not found or len(found) < len(texts):
            return self._slip(rules.NOT_A_CONDITION, at, field="says", example=_SAYS)
        return _joined([Says(text) for text in found])

    def _options(self, fact: Fact, value: object, at: Location) -> Condition | None:
        written = value if isinstance(value, (list, tuple)) else (value,)
        if not written or not all(isinstance(name, str) for name in written):
            example = f"请写选项的编号或名称，如 {fact.id}: [{fact.options[0].id if fact.options else ''}]"
            return self._slip(rules.NOT_A_CONDITION, at, field=fact.id, example=example)
        found: list[str] = []
        for index, name in enumerate(written):
            option = fact.find(name)
            if option is None:
                here = (*at, index) if isinstance(value, (list, tuple)) else at
                offer = option_offer(name, fact)
                self._slip(rules.UNKNOWN_OPTION, here, fact=fact.id, title=fact.name, value=name, suggestion=offer)
            elif option.id not in found:
                found.append(option.id)
        return OneOf(fact.id, tuple(found)) if len(found) == len(set(written)) else None

    def _measures(self, fact: Fact, value: object, at: Location) -> Condition | None:
        known = _RANGE if fact.kind == "number" else _YEARS
        if not isinstance(value, Mapping) or not value:
            example = f"请写成 {fact.id}: {{{known[0]}: 1}}，可以写 {'、'.join(known)}"
            return self._slip(rules.NOT_A_CONDITION, at, field=fact.id, example=example)
        numbers: dict[str, float] = {}
        for name, text in value.items():
            if name not in known:
                facts = {
                    "fact": fact.id,
                    "title": fact.name,
                    "value": name,
                    "known": "、".join(known),
                    "first": known[0],
                }
                self._report(rules.WRONG_MEASURE.at(self._key_place((*at, name)), **facts))
            elif not isinstance(text, str) or not _NUMBER.fullmatch(text) or (fact.kind == "year" and "." in text):
                shown = text if isinstance(text, str) else "…"
                self._slip(rules.NOT_A_MEASURE, (*at, name), field=name, value=shown, unit=fact.unit or "整数")
            else:
                numbers[str(name)] = float(text)
                if fact.unit == "%" and 0 < float(text) < 1:
                    self._slip(
                        rules.SHARE_AS_FRACTION, (*at, name), fact=fact.id, title=fact.name, field=name, value=text
                    )
        if len(numbers) < len(value):
            return None
        for low, high in (("min", "max"), ("since", "until"), ("age_min", "age_max")):
            if low in numbers and high in numbers and numbers[low] > numbers[high]:
                return self._slip(rules.EMPTY_RANGE, (*at, low), fact=fact.id, title=fact.name)
        if fact.kind == "number":
            return Between(fact.id, numbers.get("min"), numbers.get("max"))
        return Year(fact.id, **{name: int(number) for name, number in numbers.items()})

    def _slip(self, rule: Rule, at: Location, **facts: object) -> Condition | None:
        """Told at the value's place; of a slip there is no condition."""
        self._report(rule.at(self._place(at), **facts))
        return None


def _joined(parts: list[Condition | None]) -> Condition | None:
    """All of these; groups within groups become one, for a reader sees one list."""
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return None
    flat = tuple(_flat(found))
    return flat[0] if len(flat) == 1 else All(flat)


def _flat(parts: list[Condition]) -> Iterator[Condition]:
    for part in parts:
        yield from part.parts if isinstance(part, All) else (part,)


def _name(at: Location) -> str:
    return str(next((step for step in reversed(at) if isinstance(step, str)), FIELD))
