"""The words of every error as data; `app/error_words.py` fills them in."""
