"""Builds the pages of one language by Sphinx."""
import concurrent.futures
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import nbformat

import contents
import pages as book_pages
import recorded
import start
import theme
from words import LANGUAGES, PAGE_WORDS, say

HERE = pathlib.Path(__file__).resolve().parent
# A page in another language is not there yet when Sphinx looks for what this language links to.
OTHER = re.compile(rf"File not found: '\.\./(?:{'|'.join(LANGUAGES)})/")


class LanguageBook:
    """The pages of one language, on their way into a site."""

    def __init__(self, language, pages, everything, executed, options, work, documents):
        self.language = language
        self.pages = pages
        self.everything = everything
        self.options = options
        self.source = work / language
        self.source.mkdir(parents=True)
        self.contents = contents.Contents(everything, language, self.source / "extra", documents)
        (self.source / "extra").mkdir()
        self.shared = {}
        self.notebooks = {page: executed[page] for page in pages}
        self.runs = {page: recorded.run(executed[page]) for page in pages}
        self.titles = {page: book_pages.title(self.notebooks[page]) or name_page(page, self.notebooks[page]) for page in pages}

    def write(self):
        """The sources for Sphinx: a prepared notebook for each page, and beside it the one that a reader may take."""
        for page, notebook in self.notebooks.items():
            shared = nbformat.from_dict(json.loads(json.dumps(notebook)))
            self.contents.prepare(page, notebook)
            self.contents.share(page, shared)
            nbformat.write(notebook, self.source / f"{page.name}.ipynb")
            self.shared[page] = shared

    def complete(self):
        """What follows from all notebooks, of the other languages too: the texts that they link to, and the start page."""
        for page in self.documents():
            text = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(page.source.read_text(encoding="utf-8"))])
            self.titles[page] = book_pages.title(text) or name_page(page, text)
            self.contents.prepare(page, text)
            nbformat.write(text, self.source / f"{page.name}.ipynb")
        if start.is_named_like_book(self, self.pages[0]):
            page = self.pages[0]
            nbformat.write(start.called_start(self.notebooks[page], PAGE_WORDS[self.language]["first"]), self.source / f"{page.name}.ipynb")
        linked = self.source / "extra" / "downloads"
        if linked.is_dir():
            shutil.copytree(linked, self.source / "downloads")  # nbsphinx looks for what a text links to
        (self.source / "index.rst").write_text(start.page(self), encoding="utf-8")
        (self.source / "book.json").write_text(json.dumps(self.description()), encoding="utf-8")

    def title(self):
        return self.options.title or self.titles[self.pages[0]]

    def documents(self):
        """The texts that notebooks link to, as pages."""
        return self.contents.links.documents.pages(self.language)

    def description(self):
        languages = {page.name: sorted(p.language for p in self.everything if p.name == page.name) for page in self.pages}
        languages |= {page.name: self.contents.links.documents.languages for page in self.documents()}
        return {
            "title": self.title(), "first": self.pages[0].name, "named": html.escape(start.named(self, self.pages[0])), "language": self.language, "extra": str(self.source / "extra"), "slides": self.options.slides, "pdf": self.options.pdf,
            "languages": sorted({page.language for page in self.everything}),
            "pages": [{"name": page.name, "languages": languages[page.name], "run": self.told(page)}
                      for page in [*self.pages, *self.documents()]],
        }

    def told(self, page):
        return {"day": self.runs[page].day, "engine": self.runs[page].engine, "asks": self.runs[page].asks} if page in self.runs else None

    def build(self, target):
        self.sphinx("html", target)
        theme.finish(target, self.description())
        for rest in (".buildinfo", ".doctrees", "objects.inv", ".buildinfo.bak"):
            path = target / rest
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        for page, notebook in self.shared.items():
            nbformat.write(notebook, target / f"{page.name}.ipynb")

    def sphinx(self, builder, target):
        environment = os.environ | {"PORTHOLE_BOOK": str(self.source / "book.json"), "PYTHONDONTWRITEBYTECODE": "1"}
        run = subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-c", str(HERE), "-d", str(self.source.parent / f"{self.language}.trees"),
             str(self.source), str(target)], env=environment, capture_output=True, text=True)
        if run.returncode != 0:
            raise book_pages.Refusal(say("builder-failed", "Sphinx", run.stderr.strip()[-2000:]))
        for line in run.stderr.splitlines():
            if line.strip() and not OTHER.search(line):
                self.contents.links.told.append(say("builder-said", "Sphinx", line.replace(str(self.source) + "/", "")))


def name_page(page, notebook):
    """A page without a heading gets one: without it, no contents would lead there."""
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"# {page.source.stem}"))
    return page.source.stem


def front(target, books):
    """The site's first page: the reader's language, or a choice without a program."""
    languages = {book.language: book.title() for book in books}
    first = next(iter(languages))
    items = "".join(f'<li><a lang="{each}" hreflang="{each}" href="{each}/index.html">{PAGE_WORDS[each]["name"]} – {html.escape(title)}</a></li>'
                    for each, title in languages.items())
    page = (HERE / "front.html").read_text(encoding="utf-8")
    values = {"language": first, "first": first, "title": html.escape(languages[first]), "items": items, "languages": json.dumps(list(languages)),
              "choose": " / ".join(PAGE_WORDS[each]["choose"] for each in languages)}
    for name, value in values.items():
        page = page.replace("{{ " + name + " }}", value)
    (target / "index.html").write_text(page, encoding="utf-8")


def at_once(works):
    """Does works at the same time; the first trouble is raised when all have ended."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return [future.result() for future in [pool.submit(work) for work in works]]
