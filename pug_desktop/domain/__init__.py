"""What the program is about: offices, people, checklists, meetings. Plain Python: no Qt, no SQL, no files."""
