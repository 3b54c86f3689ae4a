"""``topic check --links``: whether foreign addresses can be reached, and the record of it."""
