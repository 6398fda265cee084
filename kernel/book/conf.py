"""Sphinx's configuration for one language of a book. Its values come from book.json, which site.py writes beside the pages."""
import json
import os
import pathlib
import sys

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here))
from cells import CellLexer  # noqa: E402
from search import SearchByPairs  # noqa: E402
from theme import PageLinks, mathml  # noqa: E402

with open(os.environ["PORTHOLE_BOOK"], encoding="utf-8") as file:
    book = json.load(file)

project = html_title = book["title"]
language = book["language"]
extensions = ["nbsphinx"]
exclude_patterns = ["extra"]
suppress_warnings = ["image.not_readable", "misc.highlighting_failure"]

nbsphinx_execute = "never"
nbsphinx_requirejs_path = ""  # else each page fetches it
nbsphinx_prolog = nbsphinx_epilog = None

html_theme = "furo"
html_static_path = [str(here / "static")]
html_css_files = ["book.css", "cells.css"]
html_js_files = ["book.js"]
html_extra_path = [book["extra"]]
html_copy_source = html_show_sourcelink = html_show_copyright = html_show_sphinx = False
html_favicon = str(here / "static" / "icon.svg")
html_use_index = False
html_permalinks_icon = "#"
html_search_language = language
html_last_updated_fmt = None
pygments_style = "default"
pygments_dark_style = "monokai"
html_math_renderer = "mathml"


def setup(app):
    app.add_lexer("java", CellLexer)
    if language == "ja":
        app.add_search_language(SearchByPairs)
    app.add_html_math_renderer("mathml", (mathml, None), (mathml, None))
    links = PageLinks(book)
    app.connect("html-page-context", links.add)
