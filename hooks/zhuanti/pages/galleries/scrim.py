"""How dark the ground under words over a picture must be, so that they can be read whatever the picture shows.

WCAG 2.2, criterion 1.4.3: 4.5 to 1 for text. We ask for a little more, because a screen scales and rounds.
"""

from collections.abc import Sequence
from math import ceil

from ...settings.colour import gamma

WORST = 100
_CONTRAST = 5.0
_WHITE = 1.0
_GROUND = 0.07  # of the theme's darkest ground, #0b121b, as a share of white in sRGB
_STEP = 5
_REACH = 0.6  # of the picture's height: words take half the screen, and a cut may move them inwards


def scrim(tones: Sequence[int], place: str) -> int:
    """Opacity in hundredths, in steps of five, of the dark ground under white words at one end of a picture.

    ``tones`` are luminances in hundredths from top to bottom; where they are not known, the lightest is assumed.
    """
    reach = ceil(len(tones) * _REACH)
    under = tones[:reach] if place == "top" else tones[-reach:]
    lightest = gamma(max(under, default=WORST) / 100)
    most = gamma((_WHITE + 0.05) / _CONTRAST - 0.05)
    if lightest <= most:
        return 0
    return min(100, ceil(100 * (lightest - most) / (lightest - _GROUND) / _STEP) * _STEP)
