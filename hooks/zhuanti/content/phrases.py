"""A condition in the words a company reads. Both the page and its data take them from here."""

from .conditions import All, AnyOf, Between, Condition, From, Not, OneOf, Over, Says, Until, Year
from .vocabulary import Fact, Vocabulary


def phrase(condition: Condition, vocabulary: Vocabulary) -> str:
    """One line: ``注册地：临清市、冠县``; parts of parts stand in corner brackets."""
    match condition:
        case OneOf(id, values):
            fact = vocabulary.facts[id]
            more = "（有一项即可）" if fact.kind == "many" and len(values) > 1 else ""
            return f"{fact.name}：{_names(fact, values)}{more}"
        case Between(id, minimum, maximum):
            fact = vocabulary.facts[id]
            return f"{fact.name}：{_range(fact, minimum, maximum)}"
        case Year():
            return f"{vocabulary.facts[condition.fact].name}：{_years(condition)}"
        case Says(text):
            return text
        case All(parts):
            return "，并且".join(_part(part, vocabulary) for part in parts)
        case AnyOf(parts):
            return "，或者".join(_part(part, vocabulary) for part in parts)
        case Not(OneOf(id, values)):
            fact = vocabulary.facts[id]
            return f"{fact.name}：不含{_names(fact, values)}"
        case Not(part):
            return f"不属于{_part(part, vocabulary, always=True)}"
        case From(day):
            return f"{day.year}年{day.month}月{day.day}日起"
        case Until(day):
            return f"{day.year}年{day.month}月{day.day}日以前"
        case Over():
            return "已经结束"


def _names(fact: Fact, values: tuple[str, ...]) -> str:
    return "、".join(option.name for value in values if (option := fact.find(value)))


def _part(condition: Condition, vocabulary: Vocabulary, always: bool = False) -> str:
    text = phrase(condition, vocabulary)
    return f"「{text}」" if always or isinstance(condition, (All, AnyOf)) else text


def _range(fact: Fact, minimum: float | None, maximum: float | None) -> str:
    unit = f" {fact.unit}" if fact.unit and fact.unit != "%" else fact.unit
    if minimum is not None and maximum is not None:
        return f"{minimum:,g} 至 {maximum:,g}{unit}"
    return f"不低于 {minimum:,g}{unit}" if minimum is not None else f"不高于 {maximum:,g}{unit}"


def _years(condition: Year) -> str:
    since, until = condition.since, condition.until
    parts = [f"{since} 至 {until} 年"] if since and until else [f"{since} 年以后（含）"] if since else []
    parts += [f"{until} 年以前（含）"] if until and not since else []
    parts += [f"已满 {condition.age_min} 年"] if condition.age_min is not None else []
    parts += [f"不超过 {condition.age_max} 年"] if condition.age_max is not None else []
    return "，".join(parts)
