"""What stops a publish; the text is for the operator."""

from .manifest import Changes


class PublishError(Exception):
    """A sentence that says what is wrong and what to do."""


class Refusal(PublishError):
    """Something about the site itself speaks against publishing it: samples, pages that would vanish."""


class ProbeFailed(PublishError):
    """What readers were given is wrong; ``changes`` below ``base_url`` are what they, and caches, may have seen since."""

    def __init__(self, text: str, base_url: str, changes: Changes) -> None:
        super().__init__(text)
        self.base_url, self.changes = base_url, changes
