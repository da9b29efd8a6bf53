"""The page "Pengaturan": letterhead with preview, language, size of the text, this profile."""
