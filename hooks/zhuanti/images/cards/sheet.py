"""What is printed: everything a card or a poster shows, decided before anything is drawn."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Ground = Literal["paper", "steel", "deep"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """Whose card it is: the campaign's name, its short name beside the mark, and its three colours as ``#rrggbb``."""

    name: str
    short: str
    steel: str
    forge: str
    reed: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture of the card.

    Attributes:
        name: changes whenever the picture does.
        file: where it lies on this machine; upright or with its orientation written in it.
        focus: per cent from the left and from the top that every cut keeps.
    """

    name: str
    file: Path = field(repr=False)
    focus: tuple[float, float] = (50.0, 50.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a share card says.

    Attributes:
        names: words that no line may part, of the title and of all else that a poster sets in lines.
        label: the word in front: form, kind, level.
        foot: source and day, or the number of a document: as many as there is room for.
        slogan: below the title of the campaign's own card.
        serif: whether the title is set in the typeface of features and commentaries.
    """

    campaign: Campaign
    title: str
    names: tuple[str, ...] = ()
    label: str = ""
    kicker: str = ""
    foot: tuple[str, ...] = ()
    slogan: str = ""
    ground: Ground = "paper"
    serif: bool = False
    sample: bool = False
    cover: Cover | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """What a poster says beside its sheet.

    Attributes:
        address: the entry's full address, which the code holds.
        call: what the code is for, in a few words.
        facts: name and value of what a reader must know first.
        hosts: who publishes it, a line each.
    """

    sheet: Sheet
    address: str
    call: str
    summary: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    hosts: tuple[str, ...] = ()
