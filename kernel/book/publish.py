#!/usr/bin/env python3
"""Publishes notebooks as a site, slides and PDF; "./porthole publish --help" explains the options."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import builder  # noqa: E402
import documents  # noqa: E402
import engine  # noqa: E402
import paper  # noqa: E402
import pages as book_pages  # noqa: E402
import run_notebooks  # noqa: E402
import slides  # noqa: E402
from words import LANGUAGES, say  # noqa: E402

# Lists what an earlier run wrote, so that a later one removes nothing else.
MARK = ".porthole-site"
# What a handout leaves out: a solution in a cell, an expectation that learners do not see.
SOLUTION = re.compile(r"^\s*(?://\s*)?#+\s*BEGIN SOLUTION", re.MULTILINE)
HIDDEN = re.compile(r"\bhidden:\s*true\b")


def main():
    options = arguments()
    try:
        publish(options)
    except book_pages.Refusal as refusal:
        sys.exit(str(refusal))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, default=HOME / "target" / "site")
    parser.add_argument("--title")
    parser.add_argument("--slides", action="store_true")
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--replay", action="store_true")
    parser.add_argument("--no-run", action="store_true")
    parser.add_argument("notebooks", nargs="*")
    return parser.parse_args()


def publish(options):
    paths = book_pages.notebooks(options.notebooks or [HOME / "notebooks"])
    pages = book_pages.pages(paths)
    claim(options.out)
    others = [] if options.no_run or options.replay else engine.running()
    if others:
        print(say("others", ", ".join(others)), file=sys.stderr)
    executed = {}
    for language in LANGUAGES:
        own = [page for page in pages if page.language == language]
        if not options.no_run:
            run(language, own, options.replay)
        places = [run_notebooks.destinations([page.source for page in some]) for some in (own, pages)]
        executed |= {page: outcome(page, [each[page.source] for each in places], options.no_run) for page in own}
    for told in dict.fromkeys(told for page in pages for told in given_away(page)):
        print(told, file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="porthole-publish-") as folder:
        work = pathlib.Path(folder)
        built = work / "site"
        built.mkdir()
        build(options, pages, executed, built, work)
        put(built, options.out)
    print(say("open", options.out / "index.html"))


def given_away(page):
    """A sentence for each thing that a handout would leave out, and the page of a teacher's own notebook shows."""
    folder = page.source.parent.parent if page.source.parent.name == page.language else page.source.parent
    lesson = run_notebooks.shown(folder)
    for number, cell in enumerate(book_pages.read(page.source).cells, 1):
        if cell.cell_type == "code" and SOLUTION.search(cell.source):
            yield say("solution", run_notebooks.shown(page.source), number, lesson)
    for file in (folder / "lesson.yaml", folder / f"{page.source.stem}.lesson.yaml"):
        if file.is_file() and HIDDEN.search(file.read_text(encoding="utf-8")):
            yield say("hidden", run_notebooks.shown(file), lesson)


def run(language, pages, replay):
    """Executes pages; what their cells say is in the pages' language, whoever runs this."""
    if not pages:
        return
    command = [sys.executable, str(HERE.parent / "run_notebooks.py"), "--language", language]
    command += ["--replay"] if replay else []
    done = subprocess.run([*command, *(str(page.source) for page in pages)])
    if done.returncode != 0:
        sys.exit(done.returncode)


def build(options, pages, executed, built, work):
    begin = time.monotonic()
    spoken = [each for each in LANGUAGES if any(page.language == each for page in pages)]
    books, texts = [], documents.Documents(pages)
    for language in spoken:
        own = [page for page in pages if page.language == language]
        books.append(builder.LanguageBook(language, own, pages, executed, options, work, texts))
        books[-1].write()
    for book in books:
        book.complete()
    # Sphinx is busy on one core; the languages know nothing of each other.
    builder.at_once([lambda book=book: book.build(built / book.language) for book in books])
    builder.front(built, books)
    (built / ".nojekyll").touch()  # GitHub would leave out what begins with "_"
    print(say("site", len(pages), ", ".join(spoken), time.monotonic() - begin), flush=True)
    if options.slides:
        begin = time.monotonic()
        count = slides.write(books, built)
        print(say("slides", len(pages), count, time.monotonic() - begin), flush=True)
    if options.pdf:
        begin = time.monotonic()
        builder.at_once([lambda book=book: paper.write(book, built / book.language / "book.pdf", work) for book in books])
        print(say("pdf", ", ".join(f"{book.language}/book.pdf" for book in books), time.monotonic() - begin), flush=True)
    for told in dict.fromkeys(line for book in books for line in book.contents.links.told):
        print(told, file=sys.stderr)


def outcome(page, places, is_old):
    """The executed notebook of a page: the run's own, or the one that was executed before."""
    if not is_old:
        return book_pages.read(places[0])
    kept = book_pages.read(page.source)
    if not has_outputs(kept):
        found = [book_pages.read(place) for place in places if place.is_file()]
        if not found:
            raise book_pages.Refusal(say("not-executed", run_notebooks.shown(page.source)))
        written = sources(kept)
        kept = next((each for each in found if sources(each) == written), None)
        if kept is None:
            raise book_pages.Refusal(say("changed", run_notebooks.shown(page.source)))
    code = [cell for cell in kept.cells if cell.cell_type == "code" and cell.source.strip()]
    for number, cell in enumerate(code, 1):
        if run_notebooks.failed(cell):
            print(say("failed-cell", run_notebooks.shown(page.source), number), file=sys.stderr)
    return kept


def has_outputs(notebook):
    return any(cell.get("outputs") for cell in notebook.cells)


def sources(notebook):
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def claim(folder):
    """Refuses a folder that holds what others wrote; hidden files, as of Git, may be there."""
    if not folder.exists() or (folder / MARK).is_file():
        return
    if not folder.is_dir() or any(not path.name.startswith(".") for path in folder.iterdir()):
        raise book_pages.Refusal(say("foreign-folder", folder))


def put(built, folder):
    """Replaces the site of an earlier run."""
    mark = folder / MARK
    for name in mark.read_text(encoding="utf-8").splitlines() if mark.is_file() else []:
        (folder / name).unlink(missing_ok=True)
    shutil.copytree(built, folder, dirs_exist_ok=True)
    written = sorted(str(path.relative_to(built)) for path in built.rglob("*") if path.is_file())
    mark.write_text("".join(f"{name}\n" for name in written), encoding="utf-8")


if __name__ == "__main__":
    main()
