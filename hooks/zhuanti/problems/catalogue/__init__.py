"""The catalogue of permanent codes. A code, once published, keeps its meaning; a retired one is never used again.

One module per room that finds them; the letter of a code names the room:
``F`` front matter, ``V`` values of fields, ``M`` Markdown, ``L`` links and relations, ``P`` pictures and media,
``U`` files and addresses, ``S`` the site's own settings, ``G`` galleries, ``E`` eligibility.
"""

from ..problem import Rule
from . import eligibility, files, front_matter, galleries, links, markdown, pictures, site, values

RULES: dict[str, Rule] = {
    rule.code: rule
    for module in (front_matter, values, markdown, links, pictures, files, site, galleries, eligibility)
    for rule in module.RULES
}
