"""Library → Asset: one module for each thing that leaves the site for machines."""
