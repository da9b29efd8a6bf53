"""The windows; the one package that knows Qt. `main_window.PAGES` lists the pages."""
