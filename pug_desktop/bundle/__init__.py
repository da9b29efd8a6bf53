"""The file on the stick: its format, its keys, how it is written and how it is opened.

Knows bytes and keys, no database and no window. The format in full: docs/bundle-format.md.
"""
