"""Which notebooks a book has: the language, the name and the place of each page."""
import dataclasses
import pathlib
import re

import nbformat

from words import LANGUAGES, say

# Pages that every site has of its own.
TAKEN = {"index", "search", "genindex", "book"}
KANA = re.compile("[\u3041-\u30ff]")


class Refusal(Exception):
    """What cannot be published, in a sentence."""


@dataclasses.dataclass(frozen=True)
class Page:
    """A notebook as one page of the book.

    source is the notebook as its writer keeps it; name is the page's file without its ending, the same in all languages.
    """
    source: pathlib.Path
    language: str
    name: str


def notebooks(arguments):
    """The notebooks that the arguments name, in their order, each once. An argument is a notebook or a lesson's folder."""
    found = {}
    for argument in arguments:
        for path in within(pathlib.Path(argument)):
            found.setdefault(path.resolve(), path)
    return list(found)


def within(path):
    if path.is_dir():
        lessons = [path, *sorted(p.parent for p in path.glob("*/lesson.yaml"))]
        folders = [folder / part for folder in lessons for part in (".", *LANGUAGES)]
        inside = [p for folder in folders for p in sorted(folder.glob("*.ipynb"), key=by_section)]
        if not inside:
            raise Refusal(say("no-notebooks", path))
        return inside
    if not path.is_file():
        beside = sorted(p.name for p in path.parent.glob("*") if p.suffix == ".ipynb" or (p / "lesson.yaml").is_file())
        raise Refusal(say("no-such", path, say("there-are", ", ".join(beside)) if beside else ""))
    return [path]


def by_section(path):
    """5.2 before 5.2.1 before 5.10; then by name."""
    number = re.match(r"\d+(?:\.\d+)*", path.name)
    return [int(part) for part in number[0].split(".")] if number else [], path.name


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError) as problem:
        raise Refusal(say("no-notebook", path, str(problem).splitlines()[0][:200])) from None


def pages(paths):
    """A page for each notebook. Notebooks that differ in nothing but the folder of their language are one page's languages."""
    languages = {path: language(path) for path in paths}
    keys = {path: key(path, languages[path]) for path in paths}
    names = names_of({keys[path] for path in paths})
    return [Page(path, languages[path], names[keys[path]]) for path in paths]


def language(path):
    """The folder says it; else the kernel that runs the notebook; else what its text is written in."""
    if path.parent.name in LANGUAGES:
        return path.parent.name
    notebook = read(path)
    if notebook.metadata.get("kernelspec", {}).get("name", "").endswith("-ja"):
        return "ja"
    text = "".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return "ja" if KANA.search(text) else "en"


def key(path, told):
    folder = path.parent.parent if path.parent.name == told else path.parent
    return (*folder.parts[1:], path.stem)


def names_of(keys):
    """Under as many of its folders' names as tell a page from all others."""
    depth = {each: 2 if each[-1] in TAKEN else 1 for each in keys}
    while True:
        names = {each: re.sub(r"[^\w.-]+", "-", ".".join(each[-depth[each]:])) for each in keys}
        alike = [each for each in keys if list(names.values()).count(names[each]) > 1]
        if not [each for each in alike if depth[each] < len(each)]:
            break
        for each in alike:
            depth[each] += 1
    for number, each in enumerate(sorted(alike), 1):  # "a b" and "a-b"
        names[each] += f".{number}"
    return names


def title(notebook):
    """Its first heading, without marks; None where it has none."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = re.search(r"^#+\s+(.+?)\s*#*$", re.sub(r"^(```|~~~).*?^\1", "", cell.source, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
            if heading:
                return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\*\*|__|[*`]", "", heading[1]))
    return None
