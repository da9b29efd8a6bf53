"""Makes what is carried to other computers: the frozen program, the Windows setup, the Debian package."""
