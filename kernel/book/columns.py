"""Which cells stand on which slide: by the slide types of the cells, or one idea a slide."""
import re

import nbformat

HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)
# How many lines of text fit on a slide, and how many fit beside the rest of what is on it.
ROOM = 16
# A picture takes the room that is left on its slide, and at least this much.
PICTURE = 9


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
