"""JSON Schemas of front matter and site.yml, with Chinese titles and descriptions."""

import json

from ..content.addresses import Kind
from ..content.reading import MODELS
from ..settings.site import SiteSettings


def schema_of(kind: Kind | str) -> str:
    """The schema of a kind of entry, or of ``site`` for site.yml, as JSON text (draft 2020-12)."""
    model = SiteSettings if kind == "site" else MODELS[kind]  # type: ignore[index]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2)
