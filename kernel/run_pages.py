"""The HTML that "./porthole run" writes: pages that load nothing, in their own language, and a list of them."""
import html
import pathlib
import re
import shutil
import sys

from nbconvert import HTMLExporter
from traitlets.config import Config

sys.path.append(str(pathlib.Path(__file__).resolve().parent / "book"))

import pages  # noqa: E402
from formulas import formulas  # noqa: E402

# Debian's nbconvert 6.5 cleans an inline SVG of all that it draws. Porthole's pictures come as HTML that it lets be; of an
# SVG without HTML, the PNG beside it survives.
AS_PNG = Config({"NbConvertBase": {"display_data_priority": [
    "text/html", "text/markdown", "image/png", "image/svg+xml", "text/latex", "image/jpeg", "text/plain"]}})
# What a page would load: require.js for widgets, MathJax for formulas, Mermaid for diagrams.
LOADED = re.compile(r"<script\b[^>]*\bsrc=[^>]*>\s*</script>|<script type=\"(?:text/x-mathjax-config|module)\">.*?</script>"
                    r"|<!-- (?:Load mathjax|MathJax configuration|End of mathjax configuration) -->", re.DOTALL)
LINK = re.compile(r'href="([^":#]+)\.ipynb([#"])')
# nbconvert's page is white whatever the reader's theme; pictures follow the page.
LIGHT = '<meta name="color-scheme" content="light">\n<style>html { color-scheme: light }</style>'
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
HEAD = ('<!doctype html>\n<html lang="{0}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>{1}</title>\n'
        "<style>body {{ font: 1rem/1.8 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem }}</style>\n</head>\n"
        "<body>\n<main>\n<h1>{1}</h1>\n{2}</main>\n</body>\n</html>\n")


def write(path):
    """The page of an executed notebook, beside it."""
    notebook = pages.read(path)
    language, title = pages.language(path), pages.title(notebook) or path.stem
    has_pandoc = shutil.which("pandoc") is not None
    for cell in notebook.cells if has_pandoc else []:
        if cell.cell_type == "markdown" and "$" in cell.source:
            cell.source = formulas(cell.source)
    text, _ = HTMLExporter(config=AS_PNG).from_notebook_node(notebook, resources={"metadata": {"name": path.stem}})
    head, end, body = text.partition("</head>")
    head = re.sub(r"<html\b[^>]*>", f'<html lang="{language}">', LOADED.sub("", head) if has_pandoc else head, count=1)
    head = TITLE.sub(lambda _: f"<title>{html.escape(title)}</title>\n{LIGHT}", head, count=1)
    path.with_suffix(".html").write_text(head + end + body, encoding="utf-8")


def complete(folder, written, language, heading):
    """Leads links from notebook to notebook to their pages, where there are such, and lists all pages of the folder."""
    for page in written:
        text = page.read_text(encoding="utf-8")
        page.write_text(LINK.sub(lambda found: linked(found, page), text), encoding="utf-8")
    items = "".join(f'<li lang="{page.parent.name}">{item(folder, page)}</li>\n' if page.parent.name in pages.LANGUAGES else f"<li>{item(folder, page)}</li>\n"
                    for page in sorted(folder.rglob("*.html")) if page != folder / "index.html")
    (folder / "index.html").write_text(HEAD.format(language, html.escape(heading), f"<ul>\n{items}</ul>\n"), encoding="utf-8")


def linked(found, page):
    return f'href="{found[1]}.html{found[2]}' if (page.parent / f"{found[1]}.html").is_file() else found[0]


def item(folder, page):
    with page.open(encoding="utf-8") as file:
        title = TITLE.search(file.read(4000))
    place = page.relative_to(folder)
    return f'<a href="{html.escape(str(place))}">{title[1] if title else place.stem}</a> ({html.escape(str(place.parent))})'
