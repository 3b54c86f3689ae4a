"""What stops a publish; the text is for the operator."""


class PublishError(Exception):
    """A sentence that says what is wrong and what to do. Readers still get what they got before."""


class Refusal(PublishError):
    """Something about the site itself speaks against publishing it: samples, pages that would vanish."""
