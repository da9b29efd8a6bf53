"""The page "Beranda": what is due, what is incomplete, what went out and came in."""
