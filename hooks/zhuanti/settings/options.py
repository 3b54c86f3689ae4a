"""What one run was asked for, beside what the content says."""

import os
from dataclasses import dataclass
from pathlib import Path

from .moment import Moment


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """One moment decides everything that depends on time; nothing below reads a clock.

    Attributes:
        at: the moment the site is made for.
        base_url: replaces the ``base_url`` of site.yml when not empty.
        samples: whether entries and terms marked ``sample: true`` are part of the site.
        drafts: whether drafts and entries held back by time are part of it (preview).
        cards: whether share cards and posters are made.
        preview: a broken entry shows its problems on its own page instead of stopping the run.
    """

    at: Moment
    base_url: str = ""
    samples: bool = True
    drafts: bool = False
    cards: bool = True
    preview: bool = False


def picture_folder(project: Path) -> Path:
    """Where finished pictures are kept; ``TOPIC_PICTURES`` names another folder, to share it between checkouts."""
    return project / (os.environ.get("TOPIC_PICTURES") or ".cache/pictures")


def card_folder(project: Path) -> Path:
    """Where finished cards and posters are kept: among the pictures."""
    return picture_folder(project) / "cards"
