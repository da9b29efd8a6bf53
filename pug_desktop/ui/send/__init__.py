"""The page Kirim: a bundle for another office, onto a stick or into a folder."""
