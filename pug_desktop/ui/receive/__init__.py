"""The page Terima: bundles of other offices, looked at and taken in."""
