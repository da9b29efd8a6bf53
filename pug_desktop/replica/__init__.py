"""What this computer knows of every record and of every other computer: states, capture, merge. Plain Python."""
