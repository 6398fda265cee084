"""The whole book of one language on paper: Sphinx puts its pages on one, Chromium prints it with an outline."""
import os
import re
import shutil
import subprocess
import tempfile

import bs4

import answers
import films
import folds
import theme
from pages import Refusal
from words import say

START = re.compile(r"<!--start-->.*?<!--/start-->", re.DOTALL)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def write(book, target, work):
    single = work / f"{book.language}.single"
    book.sphinx("singlehtml", single)
    theme.finish(single, book.description())
    page = single / "index.html"
    page.write_text(for_paper(book, page.read_text(encoding="utf-8"), single), encoding="utf-8")
    chromium(page, target)


def for_paper(book, text, folder):
    """Answers are at the end, what else is folded is open, films stand still, pictures are no links, and links lead to the parts."""
    page = bs4.BeautifulSoup(text, "html.parser")
    films.stand_still(page, folder)
    folds.close(page)
    answers.at_the_end(page, book.language)
    text = str(page)
    text = re.sub(r"<details\b(?![^>]*\bopen\b)", "<details open", text)
    text = re.sub(r'<a class="picture"[^>]*?(?: style="([^"]*)")?>(<img[^>]*?)(/?)></a>', r'\2 style="\1"\3>', text)
    names = "|".join(re.escape(page.name) for page in [*book.pages, *book.documents()])
    text = START.sub(lambda found: re.sub(rf'href="({names})\.html', r'href="#document-\1', found[0]), text)
    text = re.sub(r'(<a\b[^>]*?) href="(?![#"])(?!\w+:)[^"]*"', r"\1", text)  # to files that are not in the PDF
    if len(book.pages) == 1:
        return re.sub(r"<h1>.*?</h1>", "", START.sub("", text), count=1, flags=re.DOTALL)
    return text


def chromium(page, target):
    program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if program is None:
        raise Refusal(say("no-chromium"))
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
                   f"--user-data-dir={profile}", "--no-pdf-header-footer", "--generate-pdf-document-outline", f"--print-to-pdf={target}"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        run = subprocess.run([program, *options, page.as_uri()], capture_output=True, text=True, timeout=300)
    if run.returncode != 0 or not target.is_file():
        raise Refusal(say("builder-failed", "Chromium", run.stderr.strip()[-500:]))
