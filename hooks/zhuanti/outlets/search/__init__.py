"""The search index: the text of every entry, cut into units, by place; made so that a browser reads little of it."""
