"""The generator: turns a folder of Markdown into the pages and files of a special-topic site."""

__version__ = "0.1.0"
