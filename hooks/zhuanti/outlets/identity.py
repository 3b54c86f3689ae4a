"""What identifies an entry for ever: a name that outlives moves, renamings of the site and changes of its host."""

from uuid import UUID, uuid5

from ..content.entry import Entry

_NAMESPACE = UUID("6c0a3d0e-5f0b-5a5e-9a37-2f4f1c8f6f11")


def deadline_id(entry: Entry) -> str:
    """The id of an entry's deadline in calendars, the same in every file a reader may take it from."""
    return f"{identity_of(entry)}@deadline"


def identity_of(entry: Entry) -> UUID:
    """From the entry's first address: where it has moved since, the first of its aliases says which that was."""
    first = entry.meta.aliases[0] if entry.meta.aliases else entry.url
    return uuid5(_NAMESPACE, first.strip("/"))
