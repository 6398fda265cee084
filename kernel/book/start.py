"""A site's start page: what it is about, how long it takes, what one needs, where to begin, and what each lesson is for."""
import copy
import html
import re
import subprocess

from docutils.utils import smartquotes

from words import PAGE_WORDS, porthole

# What is no sentence to begin with: headings, lists, tables, pictures, code, quotes.
NO_TEXT = re.compile(r"(#|[-*+]\s|\d+\.\s|\||!\[|```|~~~|>|<)")


def page(book):
    """In reStructuredText. A search is to find the lessons that have a word, not what is said of them here."""
    title = escaped(book.title())
    pages = "".join(f"   {name}\n" for name in contents(book))
    body = "".join(f"   {line}\n" for line in ["<!--start-->", *lines(book), "<!--/start-->"])
    return f":nosearch:\n\n{title}\n{'=' * (2 * len(title))}\n\n.. raw:: html\n\n{body}\n.. toctree::\n   :hidden:\n   :maxdepth: 1\n\n{pages}"


def contents(book):
    first, *others = [*book.pages, *book.documents()]
    yield f"{escaped(named(book, first))} <{first.name}>" if is_named_like_book(book, first) else first.name
    yield from (each.name for each in others)


def lines(book):
    words = PAGE_WORDS[book.language]
    first = book.pages[0]
    yield introduction(book.notebooks[first])
    yield f"<p>{length(book, words)}{words['needs'].format(porthole=porthole())}</p>"
    yield f'<p class="begin">{words["begin"]}{link(book, first)}</p>'
    if any(book.runs[each].lesson for each in book.pages):
        yield from table(book, words)
    else:
        yield "<ul>" + "".join(f"<li>{link(book, each)}</li>" for each in book.pages) + "</ul>"
    if book.documents():
        yield f"<p>{words['more']}{', '.join(link(book, each) for each in book.documents())}</p>"


def table(book, words):
    heads = "".join(f"<th>{words[key]}</th>" for key in ("lesson", "minutes", "goals"))
    yield f'<table class="docutils lessons"><thead><tr>{heads}</tr></thead><tbody>'
    for each in book.pages:
        lesson = book.runs[each].lesson
        goals = "".join(f"<li>{html.escape(typeset(str(goal), book.language), quote=False)}</li>" for goal in lesson.get("goals", []))
        yield f"<tr><td>{link(book, each)}</td><td>{time(book, each, words)}</td><td>{goals and f'<ul>{goals}</ul>'}</td></tr>"
    yield "</tbody></table>"


def typeset(text, language):
    """With the quotation marks and apostrophes that Sphinx gives to the other texts of the language."""
    return smartquotes.smartyPants(text, attr="q", language="en") if language == "en" else text


def length(book, words):
    """How many lessons there are, and how long they take if all of them say it."""
    told = [minutes(book, each) for each in book.pages]
    if not all(told):
        return words["count"].format(len(told))
    exercises = sum(minutes(book, each, "exerciseMinutes") or 0 for each in book.pages)
    whole = sum(told) + exercises
    unit, shown = ("minutes", str) if whole < 120 else ("hours", lambda count: f"{round(count / 30) / 2:g}")
    return words[f"count-{unit}{'-exercises' if exercises else ''}"].format(len(told), shown(whole), shown(exercises))


def time(book, page, words):
    """A lesson's minutes, and apart from them those of its exercises."""
    told, exercises = minutes(book, page), minutes(book, page, "exerciseMinutes")
    return f"{told or ''}" + (words["exercises"].format(exercises) if told and exercises else "")


def minutes(book, page, of="minutes"):
    told = book.runs[page].lesson.get(of)
    return told if isinstance(told, int) else None


def introduction(notebook):
    """The first page's own first paragraph, if it begins with one."""
    first = next((cell.source for cell in notebook.cells if cell.cell_type == "markdown"), "")
    blocks = re.split(r"\n[ \t]*\n", re.sub(r"\A\s*#[^\n]*\n", "", first).strip())
    if not blocks[0] or NO_TEXT.match(blocks[0]):
        return ""
    shown = subprocess.run(["pandoc", "--from=gfm", "--to=html"], input=blocks[0], capture_output=True, text=True, check=True)
    return re.sub(r'(href="[^":]*)\.ipynb(["#])', r"\1.html\2", " ".join(shown.stdout.split()))


def named(book, page):
    """A page's title; the first one's is often the book's own, which is said above already."""
    return PAGE_WORDS[book.language]["first"] if is_named_like_book(book, page) else book.titles[page]


def is_named_like_book(book, page):
    return len(book.pages) > 1 and page is book.pages[0] and book.titles[page] == book.title()


def called_start(notebook, word):
    """The first page where its title is the book's own: with another heading, so that the start page and it are not alike."""
    changed = copy.deepcopy(notebook)
    text = next(cell for cell in changed.cells if cell.cell_type == "markdown")
    text.source = re.sub(r"\A\s*#[ \t][^\n]*", f"# {word}", text.source, count=1)
    return changed


def link(book, page):
    return f'<a href="{html.escape(page.name)}.html">{html.escape(named(book, page))}</a>'


def escaped(title):
    return re.sub(r"([\\\\*`|_<>])", r"\\\1", title)  # reStructuredText reads these
