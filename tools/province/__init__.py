"""A province invented from a seed: who there is, what they met about, and where it is laid."""
