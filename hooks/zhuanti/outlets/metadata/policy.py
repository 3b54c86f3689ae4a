"""The Content-Security-Policy of a page (W3C CSP Level 3), as a ``meta`` element can carry it.

Everything comes from the site's own files and nothing stands inline, so a text that slipped past the sanitizer could
still not run. ``frame-ancestors`` is not among the rules: browsers read it from the header alone.
"""

_SCRIPTS = "script-src 'self'"
_RULES = (
    "default-src 'none'",
    _SCRIPTS,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
POLICY = "; ".join(_RULES)
POLICY_WITH_WASM = "; ".join(f"{rule} 'wasm-unsafe-eval'" if rule == _SCRIPTS else rule for rule in _RULES)


def content_policy(needs_wasm: bool) -> str:
    """The policy of a page; WebAssembly may run only where it is needed."""
    return POLICY_WITH_WASM if needs_wasm else POLICY
