"""PUG Desktop keeps and carries the records of gender mainstreaming (pengarusutamaan gender) in Indonesian districts.

A focal point fills in the seven prerequisites, a working group holds its meetings, and signed, encrypted
bundle files on USB sticks take the records from laptop to district PC to provincial office. No network is needed.
"""

__version__ = "0.1.0"
