"""When cards, posters and codes are made: before a site is written, or in a preview behind it."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ..content.entry import Entry
from ..content.library import Library
from ..content.loading import Content
from ..images.cards.press import SIZES, Form, Order, Press, Printed, Prints
from ..images.cards.sheet import Bill, Sheet
from ..images.pictures import Picture
from ..outlets.asset import Asset
from ..outlets.prints import WITH_POSTER, Desk, bill_of, desk, sheet_of, site_sheet
from ..problems import Problem
from ..problems.catalogue.pictures import SIGNS_MISSING
from ..settings.site import SiteSettings


class Printing:
    """All that travels for one site. ``of`` tells what there is for an entry's address, "" is the site itself."""

    def __init__(
        self, library: Library, settings: SiteSettings, pictures: Mapping[tuple[str, str], Picture], press: Press
    ) -> None:
        self._press = press
        self._orders: dict[str, Order] = {}
        where = desk(library, settings, pictures)
        found = {entry.url: self._entry(entry, where) for entry in library.entries}
        found[""] = self._pair("site", site_sheet(where))
        self.of: Mapping[str, Prints] = MappingProxyType(found)

    @property
    def files(self) -> tuple[str, ...]:
        """The addresses of all of them."""
        return tuple(self._orders)

    def make(self) -> int:
        """Print what is missing; how many that was.

        Raises:
            OSError: a file could not be written.
        """
        return self._press.print(self._orders.values())

    def assets(self) -> Iterator[Asset]:
        """Everything, once it is made."""
        for url, order in self._orders.items():
            yield Asset(url, self._press.file(order))

    def write_later(self, folder: Path) -> threading.Thread:
        """For a preview: pages come first. A later build may have taken the folder away."""

        def write() -> None:
            with contextlib.suppress(OSError):
                self.make()
                for url, order in self._orders.items():
                    if not (folder / url).exists():
                        (folder / url).write_bytes(self._press.file(order).read_bytes())

        thread = threading.Thread(target=write, daemon=True)
        thread.start()
        return thread

    def _entry(self, entry: Entry, where: Desk) -> Prints:
        pair = self._pair(entry.slug, sheet_of(entry, where))
        if entry.kind not in WITH_POSTER:
            return pair
        bill = bill_of(entry, where)
        code = self._one(entry.slug, "code", bill.address)
        return Prints(pair.wide, pair.square, self._one(entry.slug, "poster", bill), code.url)

    def _pair(self, slug: str, sheet: Sheet) -> Prints:
        return Prints(self._one(slug, "wide", sheet), self._one(slug, "square", sheet))

    def _one(self, slug: str, form: Form, content: Sheet | Bill | str) -> Printed:
        order = Order(form, content)
        url = f"media/{slug}-{form}-{order.key[:8]}.{order.format}"
        self._orders[url] = order
        return Printed(url, *SIZES[form])


def printing_problems(content: Content) -> Iterator[Problem]:
    """Titles with signs that no typeface of the cards has."""
    from ..images.cards.fonts import missing

    fronts = {read.path: read.front for read in content.reads}
    for entry in content.entries:
        front = fronts[entry.path]
        signs = missing(entry.meta.title)
        if signs and front:
            yield SIGNS_MISSING.at(front.place(("title",)), signs="、".join(signs))
