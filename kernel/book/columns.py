"""Which cells stand on which slide: by the slide types of the cells, or one idea a slide."""
import re

import nbformat

HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)
# How many lines of text fit on a slide, and how many if they are shown somewhat smaller, as a cell with its outputs is.
ROOM = 15
ROOM_SMALLER = 20
# A picture takes the room that is left on its slide, and at least this much.
PICTURE = 11
# What a question of a quiz is marked with; each has a slide of its own.
QUESTION = 'class="porthole-question"'


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
    columns, used = [[[]]], 0
    cells = [list(pieces(cell)) for cell in notebook.cells]
    every = [(piece, height, sum(each for _, each in parts)) for parts in cells for piece, height in parts]
    for (piece, height, whole), after in zip(every, [*every[1:], None]):
        last = columns[-1][-1]
        if level(piece) in (1, 2) and (last or len(columns[-1]) > 1):
            columns.append([[]])
            used = 0
        elif last and not goes_on(piece, last, used, height, whole, introduces(piece, after)):
            columns[-1].append([])
            used = 0
        columns[-1][-1].append((piece, ""))
        used += height
    return [[slide for slide in column if slide] for column in columns if any(column)]


def goes_on(piece, last, used, height, whole, introduces):
    """Whether a piece stands on the slide of those before it."""
    if is_heading(last):
        return True
    if piece.cell_type == "markdown":
        return not introduces and used + height <= ROOM_SMALLER
    if piece.source:  # a cell after another begins a slide; after text, it goes where its outputs have room, too
        fits = used + whole <= ROOM_SMALLER or whole > ROOM_SMALLER
        return last[-1][0].cell_type == "markdown" and used + height <= ROOM and fits
    return used + height <= ROOM_SMALLER or is_alone(last)


def introduces(piece, after):
    """Whether a text begins a part, or more of it follows; what stands before a heading says something of the slide before."""
    return bool(level(piece)) or after is not None and not level(after[0])


def level(piece):
    heading = HEADING.match(piece.source) if piece.cell_type == "markdown" else None
    return len(heading[1]) if heading else 0


def is_heading(slide):
    """Whether it has a heading and nothing else."""
    return len(slide) == 1 and level(slide[0][0]) > 0 and "\n" not in slide[0][0].source.strip()


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
            yield code(cell, cell.source, []), 1 + 0.85 * len(cell.source.splitlines())
        for output in cell.outputs:
            for part in questions(output):
                yield code(cell, "", [part]), tall(part)


def questions(output):
    """Each question of a quiz by itself, the first with what is said above it; any other output as it is."""
    told = "".join(output.get("data", {}).get("text/html", ""))
    head, *each = re.split(f"(?=<div {QUESTION})", told)
    if len(each) < 2:
        return [output]
    box = re.match(r"<div\b[^>]*>", head)[0]
    each[-1] = each[-1].removesuffix("</div>")
    parts = [head + each[0], *(box + question for question in each[1:])]
    return [nbformat.from_dict({**output, "data": {"text/html": f"{part}</div>"}}) for part in parts]


def blocks(text):
    """Its paragraphs; a fenced block of code is one."""
    parts = re.split(r"\n[ \t]*\n", text.strip())
    whole = []
    for part in parts:
        if whole and whole[-1].count("```") % 2:
            whole[-1] += "\n\n" + part
        else:
            whole.append(part)
    return [part for block in whole for part in tables(block)]


def tables(block):
    """A table with more rows than fit becomes several, each with the head of the first."""
    lines = block.splitlines()
    if len(lines) < 3 or not re.fullmatch(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*", lines[1]):
        return [block]
    cut, room = [[]], ROOM - 4
    for line in lines[2:]:
        height = 1 + width(line) // 90
        if cut[-1] and room < height:
            cut.append([])
            room = ROOM - 4
        cut[-1].append(line)
        room -= height
    return ["\n".join([*lines[:2], *rows]) for rows in cut]


def code(cell, source, outputs):
    return nbformat.v4.new_code_cell(source, outputs=outputs, metadata=cell.metadata, execution_count=cell.execution_count)


def width(line):
    """In half-width characters: a Japanese character takes the room of two."""
    return sum(2 if ord(each) > 0x2E7F else 1 for each in line)


def tall(output):
    """About how many lines an output takes."""
    data = output.get("data", {})
    shown_html = "".join(data.get("text/html", ""))
    if QUESTION in shown_html:
        return ROOM
    if "<img" in shown_html:
        return PICTURE
    if shown_html:
        return 1.2 * (shown_html.count("<tr") + shown_html.count("<li")) + 0.9 * shown_html.count("<div") + 1
    text = "".join(output.get("text", data.get("text/plain", "")))
    return 1 + 0.8 * sum(1 + width(line) // 72 for line in text.splitlines())
