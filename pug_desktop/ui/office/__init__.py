"""The page Kantor & Perangkat: the offices of a region, and the key cards of devices."""
