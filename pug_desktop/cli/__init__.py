"""The command line for IT staff, one module a verb group, on `app` alone."""
