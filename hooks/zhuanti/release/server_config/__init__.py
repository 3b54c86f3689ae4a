"""Configuration of the web server that hands out the finished site, for nginx, Apache and Caddy.

All three draw from one table of path classes and one of types; a template a program holds only how it writes them.
"""

from .place import ServerConfigError, place_of
from .writing import PROGRAMS, server_config

__all__ = ["PROGRAMS", "ServerConfigError", "place_of", "server_config"]
