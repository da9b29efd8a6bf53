"""One module a schema number; a released one is never changed."""
