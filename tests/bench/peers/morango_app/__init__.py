"""The bench's records as models of morango."""
