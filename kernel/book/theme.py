"""What the book adds to furo's pages while Sphinx writes them, and repairs of the theme as Debian ships it."""
import html
import pathlib
import re

from formulas import formula
from words import PAGE_WORDS, THEME_WORDS, porthole

NORMALIZE = pathlib.Path("/usr/share/javascript/normalize.css/normalize.css")
IMPORT = re.compile(r'@import\s+(?:url\()?["\']?[^;"\']*normalize\.css["\']?\)?;')

# A browser runs no module from a file; the repaired script is none.
MODULE = re.compile(r'(<script\b[^>]*?)\stype="module"')
CREDITS = re.compile(r"Made with\s[^\0]*?Furo</a>")
FOUND = re.compile(r"_\(\s*`Search finished, found \$\{resultCount\}[^`]*`\s*\)")
RESULTS = '<div id="search-results">'


class PageLinks:
    """The line above each page's text: the same page in other languages, its slides, its notebook."""

    def __init__(self, book):
        self.book = book
        self.words = PAGE_WORDS[book["language"]]
        self.pages = {page["name"]: page for page in book["pages"]}

    def add(self, app, pagename, templatename, context, doctree):
        if app.builder.name == "singlehtml":
            return
        heads = "".join(f'<link rel="alternate" hreflang="{other}" href="../{other}/{pagename}.html">' for other in self.others(pagename))
        context["metatags"] = context.get("metatags", "") + heads
        for other in ("next", "prev"):  # the first page's title is often the book's own
            if context.get(other) and self.book["first"] in context[other]["link"].removesuffix(".html").split("/"):
                context[other]["title"] = self.book["named"]
        context["body"] = self.line(pagename) + self.run(pagename) + context.get("body", "")

    def run(self, pagename):
        """Where the page is a run of a notebook: when and on which engine, and how to run it oneself."""
        run = self.pages.get(pagename, {}).get("run")
        return run_line(run, pagename, self.book["language"]) if run else ""

    def others(self, pagename):
        """The languages that have the page, too."""
        languages = self.pages[pagename]["languages"] if pagename in self.pages else self.book["languages"]
        return [each for each in languages if each != self.book["language"]]

    def line(self, pagename):
        links = [self.language(other, pagename) for other in self.others(pagename)]
        if pagename != "index":
            links.append(f'<a href="index.html">{self.words["all"]}</a>')
        if pagename in self.pages:
            if self.book["slides"] and self.pages[pagename]["run"]:
                links.append(f'<a href="{pagename}.slides.html">{self.words["slides"]}</a>')
        if self.book["pdf"]:
            links.append(f'<a href="book.pdf">{self.words["pdf"]}</a>')
        return f'<nav class="page-links" aria-label="{self.words["this-page"]}">{"".join(links)}</nav>' if links else ""

    def language(self, other, pagename):
        words = PAGE_WORDS[other]
        return f'<a lang="{other}" hreflang="{other}" href="../{other}/{pagename}.html" title="{words["read-in"]}">{words["name"]}</a>'


def run_line(run, name, language):
    notebook = f"{html.escape(name)}.ipynb"
    return f'<p class="run">{run_told(run, language)}{PAGE_WORDS[language]["solve-it" if run["asks"] else "run-it"].format(notebook=notebook, porthole=porthole())}</p>'


def run_told(run, language):
    """When a page was run, and on which engine, as far as its notebook says so."""
    key = "run-of-engine" if run["day"] and run["engine"] else "run-of-day" if run["day"] else "run"
    return PAGE_WORDS[language][key].format(day=f'<time>{html.escape(run["day"])}</time>', engine=html.escape(run["engine"]))


def mathml(translator, node):
    """A formula in the browsers' own form, which needs no program in the page."""
    from docutils import nodes
    is_block = isinstance(node, nodes.math_block)
    translator.body.append(formula(node.astext(), is_block))
    raise nodes.SkipNode


def finish(site, book):
    """Repairs a built site: what Debian's furo lacks, its English words, what a screen reader misses, credits that lead outside."""
    repair_styles(site / "_static/styles/furo.css")
    repair_script(site / "_static/scripts")
    repair_search(site / "_static/searchtools.js", book["language"])
    for page in site.glob("*.html"):
        text = repaired(page.read_text(encoding="utf-8"), book["language"])
        page.write_text(text.replace(RESULTS, PageLinks(book).line("search") + RESULTS), encoding="utf-8")


def repaired(text, language):
    text = CREDITS.sub("", MODULE.sub(r"\1 defer", text))
    for english, translated in THEME_WORDS.get(language, {}).items():
        written = r"\s+".join(map(re.escape, english.split()))
        text = re.sub(rf"(>|=\")(\s*){written}(\s*)(<|\")", rf"\1\2{translated}\3\4", text)
    words = PAGE_WORDS[language]
    text = text.replace('<label class="overlay ', '<label aria-hidden="true" class="overlay ')
    for part, told in (("sidebar-drawer", words["contents"]), ("toc-drawer", words["on-page"])):
        text = text.replace(f'<aside class="{part}', f'<aside aria-label="{told}" class="{part}')
    return text.replace(RESULTS, f'<h1 class="visually-hidden">{words["search"]}</h1>{RESULTS}')


def repair_styles(path):
    """Debian's style sheet of furo imports another from the server's root, and knows the dark theme only by its button."""
    style = path.read_text(encoding="utf-8")
    if IMPORT.search(style):
        style = IMPORT.sub("", style)
        style = NORMALIZE.read_text(encoding="utf-8") + style
    dark = re.search(r'body\[data-theme=["\']?dark["\']?\]\s*\{([^}]*--color-background-primary[^}]*)\}', style)
    if dark and "body:not(" not in style:
        style += "@media screen and (prefers-color-scheme: dark) { body:not([data-theme=light]) {" + dark[1] + "} }\n"
    path.write_text(style, encoding="utf-8")


def repair_search(path, language):
    """Sphinx 5.3 puts the number into a sentence before it looks for the sentence's translation, and so finds none."""
    told = PAGE_WORDS[language]["found"]
    path.write_text(FOUND.sub(lambda found: f"`{told}`", path.read_text(encoding="utf-8")), encoding="utf-8")


def repair_script(folder):
    """Debian's script of furo is a module that no tool has put together with what it imports."""
    path = folder / "furo.js"
    script = path.read_text(encoding="utf-8")
    needed = re.search(r'^import (?:\* as )?(\w+) from ["\']\./gumshoe-patched\.js["\'];?$', script, re.MULTILINE)
    if needed:
        part = (folder / "gumshoe-patched.js").read_text(encoding="utf-8")
        path.write_text(f"(function () {{\n{part}\n{script.replace(needed[0], '')}\n}}).call(window);\n", encoding="utf-8")
