"""The statistics of meetings in the window."""
