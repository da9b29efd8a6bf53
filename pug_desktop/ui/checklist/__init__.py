"""The page "Prasyarat": seven cards, the questions of one, the panel in which one is answered."""
