"""The smallest views: what more than one section of the site hands to templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment for people and for machines; ``short`` is for lists (2025-06-04)."""

    iso: str
    text: str
    day: str
    short: str


@dataclass(frozen=True, slots=True)
class Due:
    """The next day until which one can apply, and JSON of it and those after it: ``[[instant it ends, iso, short], …]``."""

    time: Clock
    known: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the word for what it is: 成文, 发布, 施行."""

    word: str
    time: Clock


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture ready for markup.

    Attributes:
        url: its largest edition in the format every browser reads.
        width: pixels of the original, and so is ``height``: they give the shape of its box.
        focus: the classes that keep its focus in a cut.
        stem: what the addresses of its editions begin with: ``{stem}-{width}.{format}``; empty where there are none.
        widths: of its editions, in pixels, ascending.
        formats: of its editions as file extensions, the best first, the one every browser reads last.
        placeholder: a data address that lies below the picture until it is there.
    """

    url: str
    width: int
    height: int
    alt: str
    credit: str = ""
    caption: str = ""
    focus: str = ""
    stem: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class StatusView:
    """A state as a word, and the name of the shape that goes with it.

    Attributes:
        reason: a sentence that says why, where there is room for one.
        later: JSON of what it will be from when: ``[[instant, word, shape, reason], …]``; ``{n}`` in a word stands for
            the days until ``ends``. Empty where nothing is to come.
        built: the instant for which ``word`` is true, where anything is to come.
    """

    word: str
    shape: str
    reason: str = ""
    later: str = ""
    ends: str = ""
    built: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry in a list. ``label`` is the word in front: the form, the type of case, the level of a policy.

    ``time`` is the site's own date, by which mixed lists are ordered; ``dated`` a policy's, which lists of policies show;
    ``state`` of an event is what its editors say of it: 预告, 进行中.
    """

    url: str
    title: str
    kind: str
    kind_name: str
    label: str
    kicker: str
    summary: str
    source: str
    time: Clock | None
    picture: PictureView | None
    sample: bool
    status: StatusView | None = None
    number: str = ""
    issuer: str = ""
    deadline: str = ""
    dated: Dated | None = None
    state: str = ""
    serif: bool = False
