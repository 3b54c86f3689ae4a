"""What several sections share: the page itself, cards, lists in pages, the head of an entry."""
