"""Draws questions of `forms/` as inputs: one widget for each kind of answer."""
