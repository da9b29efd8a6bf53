"""What is shown before a profile is open: the three steps of the first start, the choice among profiles."""
