"""What a person can do, one module a thing; no Qt and no SQL here."""
