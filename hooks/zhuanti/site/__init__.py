"""The order of the stages: content folder → finished pages and files. Knows no MkDocs."""
