"""Papers and workbooks from plain rows. Imported only when something is printed: reportlab is slow to load."""
