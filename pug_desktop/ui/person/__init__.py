"""The page Orang: the register of persons, likely doubles, everybody on any list, and removing old names."""
