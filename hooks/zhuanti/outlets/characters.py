"""What no format that leaves the site may hold: one control character from Word makes a whole feed unreadable."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text without characters that XML 1.0 (production 2) forbids."""
    return _FORBIDDEN.sub("", text)
