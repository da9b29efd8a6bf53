"""The page "Perlu keputusan": what two computers filled in differently, side by side, for a person to decide."""
