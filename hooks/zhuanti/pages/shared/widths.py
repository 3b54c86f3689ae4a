"""How wide a text is about, where nobody can measure it: in drawings and estimates made before a browser is there."""

import unicodedata


def ems(text: str, narrow: float = 0.6) -> float:
    """Width in ems: a Chinese character is one, ``narrow`` is the share of a Latin letter or a digit."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else narrow for sign in text)
