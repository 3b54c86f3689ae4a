"""The benchmark: a generated corpus, its peers, the measuring and the table."""
