"""What an office writes itself: semester reports, GAP and GBS. Tabs of the page Laporan."""
