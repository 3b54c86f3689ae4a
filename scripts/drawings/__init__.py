"""The repository's illustrations: one hand, many subjects. See :mod:`drawings.catalogue`."""
