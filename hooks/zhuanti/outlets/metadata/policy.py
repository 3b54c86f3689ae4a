"""The Content-Security-Policy of a page (W3C CSP Level 3), as a ``meta`` element can carry it.

Everything comes from the site's own files and nothing that runs stands inline, so a text that slipped past the
sanitizer could still not run. ``frame-ancestors`` is not among the rules: browsers read it from the header alone.
"""

import base64
import hashlib

_BEFORE = "default-src 'none'; script-src 'self'"
_AFTER = (
    "; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'"
    "; form-action 'self'; base-uri 'none'"
)


def content_policy(data: bytes = b"", frames: bool = False) -> str:
    """The policy of a page.

    ``data`` is the page's structured data. It stands in a script element that no browser runs, so none asks for its
    hash; checkers of markup do. ``frames`` allows those of the site's own pages.
    """
    after = _AFTER + ("; frame-src 'self'" if frames else "")
    if not data:
        return _BEFORE + after
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
    return f"{_BEFORE} 'sha256-{digest}'{after}"
