"""The page Rapat: meetings, who was there, what came out and what is still to be done."""
