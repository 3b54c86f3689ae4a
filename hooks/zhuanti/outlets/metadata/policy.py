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


def content_policy(needs_wasm: bool = False, data: bytes = b"") -> str:
    """The policy of a page; WebAssembly may run only where it is needed.

    ``data`` is the page's structured data. It stands in a script element that no browser runs, so none asks for its
    hash; checkers of markup do.
    """
    scripts = " 'wasm-unsafe-eval'" if needs_wasm else ""
    if data:
        digest = hashlib.sha256(data).digest()
        scripts += f" 'sha256-{base64.b64encode(digest).decode()}'"
    return f"{_BEFORE}{scripts}{_AFTER}"
