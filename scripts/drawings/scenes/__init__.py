"""The pictures of the galleries: each composed for its own scene, upright, with a calm third for words."""
