"""What the first row of data says. A module of its own: the start is measured with nothing else imported."""

DUE_TEXT = "Menyusun data terpilah untuk lokakarya berikutnya"
"""The text of a follow-up; the start is over when it stands in the window."""
