"""The page "Kelengkapan"."""
