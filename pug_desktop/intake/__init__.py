"""What comes from outside this program: foreign pictures and workbooks, read with care and never trusted."""
