"""The page Dokumen: regulations, decrees and their members, awards, gender indices, budgets."""
