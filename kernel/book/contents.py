"""A notebook as its page needs it: pictures as files with alternative text, local files brought along, links inside the book."""
import re

import recorded
from links import HTML, SHARED, SITE, Links
from pictures import FILM, PICTURES, Pictures, alternative, joined

EMPTY_HEADING = re.compile(r"<th\b([^>]*)>\s*</th>")

# A line that names a command, and an option in it, which no line's end breaks in two.
COMMAND = re.compile(r'<div style="opacity[^>]*monospace')
OPTION = re.compile(r"(?<=\s)(--[\w-]+)")


class Contents:
    """Prepares the notebooks of one language; what a page shows beside its text goes into a folder of files."""

    def __init__(self, pages, language, folder, documents):
        self.pictures = Pictures(language, folder)
        self.links = Links(pages, folder, documents)

    def prepare(self, page, notebook):
        """Changes the notebook for site and slides."""
        pictures = 0
        recorded.leave_out(notebook)
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "markdown":
                cell.source = self.links.attached(self.links.text(cell.source, page, number, SITE), cell.pop("attachments", {}))
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                data.pop("application/javascript", None)
                kind = next((kind for kind in PICTURES if kind in data), None)
                if kind:
                    pictures += 1
                    name = f"{page.name}-{pictures}"
                    film = joined(data.get("text/html", ""))
                    self.pictures.picture(page, name, kind, output)
                    if FILM in film and kind == "image/svg+xml":
                        self.pictures.film(name, film, output)
                elif "text/html" in data:
                    told = self.links.tags(joined(data["text/html"]), page, number, HTML)
                    if COMMAND.match(told):
                        told = OPTION.sub(r'<span style="white-space:nowrap">\1</span>', told)
                    data["text/html"] = EMPTY_HEADING.sub(r"<td\1></td>", told)

    def share(self, page, notebook):
        """Changes the notebook for who opens it elsewhere: a picture in the one form that all viewers show."""
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "markdown":
                cell.source = self.links.text(cell.source, page, number, SHARED, quiet=True)
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "image/png" in data:
                    output.metadata.setdefault("image/png", {})["alt"] = alternative(data)
                    for form in ("text/html", "image/svg+xml"):
                        data.pop(form, None)
