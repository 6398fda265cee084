"""A deck of reveal.js for each page: by the slide types of its cells, or one idea a slide."""
import html
import re
import shutil

import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

from builder import HERE
from contents import STILL
from formulas import formulas
from theme import run_told
from words import PAGE_WORDS

HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)
CUT = "✂ the next cell ✂"
# How many lines of text fit on a slide, and how many fit beside the rest of what is on it.
ROOM = 16
# A picture takes the room that is left on its slide, and at least this much.
PICTURE = 9


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
        "page": f"{page.name}.html", "back": words["slide-page"],
    }
    text = (HERE / "slides.html").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace("{{ " + name + " }}", value)
    return text, sum(len(column) for column in columns)


def for_a_room(notebook):
    """Without what only its page needs: a picture's table, folded, and all pictures of a film but one."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            outputs, pictured = [], False
            for output in cell.outputs:
                shown = "".join(output.get("data", {}).get("text/html", "")).lstrip()
                if STILL in output.get("metadata", {}):
                    output = nbformat.from_dict({**output, "data": {**output.data, "text/html": output.metadata[STILL]}})
                if not (pictured and shown.startswith("<details")):
                    outputs.append(output)
                pictured = pictured or "<img" in shown
            cell = nbformat.from_dict({**cell, "outputs": outputs})
        cells.append(cell)
    return nbformat.from_dict({**notebook, "cells": cells})


def has_types(notebook):
    return any(slide_type(cell) for cell in notebook.cells)


def slide_type(cell):
    told = cell.metadata.get("slideshow", {}).get("slide_type", "-")
    return "" if told == "-" else told


def by_types(notebook):
    """As the writer says: slide, subslide, fragment, notes, skip; a cell without a type goes on with the slide before it."""
    columns = [[[]]]
    for cell in notebook.cells:
        told = slide_type(cell)
        if told == "skip":
            continue
        if told == "slide" and columns[-1][-1]:
            columns.append([[]])
        elif told == "subslide" and columns[-1][-1]:
            columns[-1].append([])
        columns[-1][-1].append((cell, told))
    return columns


def by_ideas(notebook):
    """One cell a slide, with the text that introduces it, if both fit. A part of the page begins a column of its own."""
    columns = [[[]]]
    used = 0
    for cell in notebook.cells:
        for piece, height in pieces(cell):
            last = columns[-1][-1]
            heading = HEADING.match(piece.source) if piece.cell_type == "markdown" else None
            if heading and len(heading[1]) <= 2 and (last or len(columns[-1]) > 1):
                columns.append([[]])
                used = 0
            elif last and (begins(piece, last[-1][0]) or used + height > ROOM and not is_alone(last)):
                columns[-1].append([])
                used = 0
            columns[-1][-1].append((piece, ""))
            used += height
    return [[slide for slide in column if slide] for column in columns if any(column)]


def begins(piece, before):
    """Text begins a slide; so does a cell after another cell. Its outputs, and a cell after text, go on."""
    if piece.cell_type == "markdown":
        return True
    return bool(piece.source) and before.cell_type == "code"


def is_alone(slide):
    """Whether it has a cell's code and nothing else, which is no slide; its first output rather shrinks to fit beside it."""
    return len(slide) == 1 and slide[0][0].cell_type == "code" and bool(slide[0][0].source)


def pieces(cell):
    """What can stand on a slide by itself, with its height in lines."""
    if cell.cell_type == "markdown":
        part, height = [], 0
        for block in blocks(cell.source):
            lines = sum(1 + width(line) // 62 for line in block.splitlines()) + 1
            if part and (height + lines > ROOM + 2 or HEADING.match(block)):
                yield nbformat.v4.new_markdown_cell("\n\n".join(part)), height
                part, height = [], 0
            part.append(block)
            height += lines
        yield nbformat.v4.new_markdown_cell("\n\n".join(part)), height
    elif cell.cell_type == "code":
        if cell.source.strip():
            yield code(cell, cell.source, []), 1 + 0.8 * len(cell.source.splitlines())
        for output in cell.outputs:
            yield code(cell, "", [output]), tall(output)


def blocks(text):
    """Its paragraphs; a fenced block of code is one."""
    parts = re.split(r"\n[ \t]*\n", text.strip())
    whole = []
    for part in parts:
        if whole and whole[-1].count("```") % 2:
            whole[-1] += "\n\n" + part
        else:
            whole.append(part)
    return whole


def code(cell, source, outputs):
    return nbformat.v4.new_code_cell(source, outputs=outputs, metadata=cell.metadata, execution_count=cell.execution_count)


def width(line):
    """In half-width characters: a Japanese character takes the room of two."""
    return sum(2 if ord(each) > 0x2E7F else 1 for each in line)


def tall(output):
    """About how many lines an output takes."""
    data = output.get("data", {})
    shown_html = "".join(data.get("text/html", ""))
    if "<img" in shown_html:
        return PICTURE
    if shown_html:
        return 1.2 * (shown_html.count("<tr") + shown_html.count("<li")) + 0.8 * shown_html.count("<div") + 1
    text = "".join(output.get("text", data.get("text/plain", "")))
    return 1 + 0.7 * sum(1 + width(line) // 90 for line in text.splitlines())


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
