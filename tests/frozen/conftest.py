"""Contracts are tested in a browser too."""

from tests.browser.conftest import address, browser

__all__ = ["address", "browser"]
