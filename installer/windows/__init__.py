"""The Windows program, built and proven on Debian with Wine (`make windows`)."""
