"""Lists of terms with the number of their entries."""

from .heads import TermGroup, term_url
from .page import Link, PageInputs


def term_links(taxonomy_id: str, inputs: PageInputs, current: str = "") -> tuple[Link, ...]:
    """All terms of a taxonomy in the editors' order."""
    return tuple(
        Link(
            term.name,
            term_url(taxonomy_id, term.id),
            len(inputs.library.by_term.get((taxonomy_id, term.id), ())),
            term.id == current,
        )
        for term in inputs.library.taxonomies[taxonomy_id].terms
    )


def grouped_terms(taxonomy_id: str, inputs: PageInputs) -> tuple[TermGroup, ...]:
    """The same under their groups' headings; terms without a group stand under an empty one."""
    groups: dict[str, list[Link]] = {}
    for term, link in zip(inputs.library.taxonomies[taxonomy_id].terms, term_links(taxonomy_id, inputs), strict=True):
        groups.setdefault(term.group or "", []).append(link)
    return tuple(TermGroup(title, tuple(links)) for title, links in groups.items())
