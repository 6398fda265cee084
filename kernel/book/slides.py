"""A deck of reveal.js for each page."""
import html
import re
import shutil

import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

from builder import HERE
from columns import by_ideas, by_types, has_types
from formulas import formulas
from pictures import ON_SLIDE
from theme import run_told
from words import PAGE_WORDS

# A verdict on an exercise, and what the last cells remove.
ONLY_LIVE = re.compile(r"\s*(?:verify\(|lab\.reset\(\))")
CUT = "✂ the next cell ✂"


def write(books, site):
    """Writes NAME.slides.html beside each page, and reveal.js beside the languages; gives the number of slides."""
    shutil.copytree(HERE / "reveal", site / "reveal", ignore=shutil.ignore_patterns("README.md"))
    count = 0
    for book in books:
        for page, notebook in book.notebooks.items():
            text, slides = deck(book, page, notebook)
            (site / book.language / f"{page.name}.slides.html").write_text(text, encoding="utf-8")
            count += slides
    return count


def deck(book, page, notebook):
    notebook = for_a_room(notebook)
    columns = by_types(notebook) if has_types(notebook) else by_ideas(notebook)
    cells = [cell for column in columns for slide in column for cell, _ in slide]
    parts = dict(zip(map(id, cells), rendered(cells, notebook.metadata)))
    sections = "".join("<section>" + "".join(section(slide, parts) for slide in column) + "</section>\n" for column in columns)
    sections = sections.replace('.ipynb"', '.html"').replace(".ipynb#", ".html#")
    sections = sections.replace("</section>", f'<p class="run">{run_told(book.told(page), book.language)}</p></section>', 1)
    words = PAGE_WORDS[book.language]
    values = {
        "language": book.language, "title": html.escape(book.titles[page]), "sections": sections,
        "page": f"{page.name}.html", "back": words["slide-page"], "script": words["slides-script"],
    }
    text = (HERE / "slides.html").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace("{{ " + name + " }}", value)
    return text, sum(len(column) for column in columns)


def for_a_room(notebook):
    """Without verdicts, which only help who works at the cells, and without a picture's table and the still pictures of a film."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and ONLY_LIVE.match(cell.source):
            continue
        if cell.cell_type == "code":
            outputs, pictured = [], False
            for output in cell.outputs:
                shown = "".join(output.get("data", {}).get("text/html", "")).lstrip()
                if ON_SLIDE in output.get("metadata", {}):
                    output = nbformat.from_dict({**output, "data": {**output.data, "text/html": output.metadata[ON_SLIDE]}})
                if not (pictured and shown.startswith("<details")):
                    outputs.append(output)
                pictured = pictured or "<img" in shown
            cell = nbformat.from_dict({**cell, "outputs": outputs})
        cells.append(cell)
    return nbformat.from_dict({**notebook, "cells": cells})


def rendered(cells, metadata):
    """Each cell's HTML, by nbconvert's own forms of cells."""
    all_cells = []
    for cell in cells:
        if cell.cell_type == "markdown":
            cell = nbformat.v4.new_markdown_cell(formulas(cell.source), metadata=cell.metadata)
        all_cells += [cell, nbformat.v4.new_raw_cell(CUT, metadata={"raw_mimetype": "text/html"})]
    settings = {"HTMLExporter": {"template_name": "basic", "exclude_input_prompt": True, "exclude_output_prompt": True, "exclude_anchor_links": True}}
    text, _ = HTMLExporter(config=Config(settings)).from_notebook_node(nbformat.v4.new_notebook(cells=all_cells, metadata=metadata))
    return re.split(rf"(?:<p>|<div>)?{CUT}(?:</p>|</div>)?", text)[:-1]


def section(slide, parts):
    inside = ""
    for cell, told in slide:
        part = parts[id(cell)]
        if cell.cell_type == "code" and not cell.source.strip():
            part = f'<div class="without-input">{part}</div>'
        inside += {"notes": f'<aside class="notes">{part}</aside>', "fragment": f'<div class="fragment">{part}</div>'}.get(told, part)
    return f"<section>{inside}</section>\n"
