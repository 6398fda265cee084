"""Where the links of a notebook lead on its page: inside the book, to files brought along, or nowhere, which is told."""
import base64
import html
import pathlib
import re
import shutil
import urllib.parse

from formulas import CODE
from pages import Refusal
from pictures import joined
from run_notebooks import shown
from words import say

LINK = re.compile(r'(!?)\[((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*(?:<([^>]*)>|([^\s)]+))(\s+(?:"[^"]*"|\'[^\']*\'))?\s*\)')
DEFINITION = re.compile(r"^([ ]{0,3}\[[^\]]+\]:[ \t]*)<?(\S+?)>?(?=\s|$)", re.MULTILINE)
TAG = re.compile(r"""<(?:img|source)\b[^>]*?\bsrc\s*=\s*(["'])(.*?)\1[^>]*>|<a\b[^>]*?\bhref\s*=\s*(["'])(.*?)\3[^>]*>""", re.IGNORECASE | re.DOTALL)
FETCHED = re.compile(r"""<(script|iframe|object|embed|audio|video|link)\b[^>]*?\b(?:src|data|href)\s*=\s*(["'])((?:https?:|//).*?)\2[^>]*>(?:.*?</\1>)?""", re.IGNORECASE | re.DOTALL)
# What links to a page end with, and what links to a text beside the notebooks end with.
SITE, HTML, SHARED = (".ipynb", ".ipynb"), (".html", ".html"), (".ipynb", ".html")
PICTURE_ENDINGS = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


class Links:
    """The links of one language's notebooks; the files that they lead to go into a folder."""

    def __init__(self, pages, folder, documents):
        self.pages = {page.source: page for page in pages}
        self.folder = folder
        self.copies = {}
        self.documents = documents
        self.told = []

    def text(self, text, page, number, ending, quiet=False):
        """The text of a Markdown cell with its links as the book needs them. Code in it is left as it is."""
        before, parts, told = 0, [], len(self.told)
        for code in [*CODE.finditer(text), None]:
            part = text[before:code.start() if code else len(text)]
            part = LINK.sub(lambda m: self.link(m, page, number, ending), part)
            part = DEFINITION.sub(lambda m: m[1] + (self.target(m[2], page, number, ending, is_picture(m[2])) or "#"), part)
            parts += [self.tags(part, page, number, ending), code[0] if code else ""]
            before = code.end() if code else 0
        if quiet:
            del self.told[told:]
        return "".join(parts)

    def link(self, found, page, number, ending):
        mark, words, target, title = found[1], found[2], found[3] or found[4], found[5] or ""
        if not mark:
            words = LINK.sub(lambda m: self.link(m, page, number, ending), words)  # a picture that is a link
        elif not words.strip():
            self.told.append(say("without-alternative", shown(page.source), number, target, target))
        if mark and is_remote(target):
            self.told.append(say("remote-picture", shown(page.source), number, target))
            return f"[{words or target}]({target})"
        new = self.target(target, page, number, ending, bool(mark))
        return words if new is None else f"{mark}[{words}]({new}{title})"

    def tags(self, text, page, number, ending):
        text = FETCHED.sub(lambda m: self.leave_out(m, page, number), text)
        return TAG.sub(lambda m: self.tag(m, page, number, ending), text)

    def leave_out(self, found, page, number):
        self.told.append(say("remote-part", shown(page.source), number, found[3]))
        return ""

    def tag(self, found, page, number, ending):
        target = found[2] if found[2] is not None else found[4]
        if not target:
            return found[0]
        if found[2] is not None and is_remote(html.unescape(target)):
            self.told.append(say("remote-picture", shown(page.source), number, target))
            return f'<a href="{target}">{target}</a>'
        new = self.target(html.unescape(target), page, number, ending, found[2] is not None)
        return found[0].replace(target, html.escape(new or "#"))

    def target(self, target, page, number, ending, is_shown):
        """Where a link leads from the page; None if nowhere."""
        address = urllib.parse.urlsplit(target)
        if address.scheme or address.netloc or not address.path:
            return target
        path = (page.source.parent / urllib.parse.unquote(address.path)).resolve()
        fragment = f"#{address.fragment}" if address.fragment else ""
        if path in self.pages:
            other = self.pages[path]
            if other.language == page.language:
                return f"{other.name}{ending[0]}{fragment}"
            return f"../{other.language}/{other.name}.html{fragment}"
        if path.is_file() and path.suffix == ".md" and not is_shown and (document := self.documents.address(path, page, ending[1])):
            return document + fragment
        if not path.is_file() or path.suffix in (".ipynb", ".md"):
            if is_shown:
                raise Refusal(say("no-picture", shown(page.source), number, target))
            self.told.append(say("not-in-book" if path.is_file() else "no-file", shown(page.source), number, target))
            return None
        return urllib.parse.quote(self.copy(path, "pictures" if is_shown else "downloads")) + fragment

    def attached(self, text, attachments):
        """A text whose pictures are in the notebook itself: they become files as others."""
        for name, forms in attachments.items():
            path = self.free("pictures", pathlib.PurePosixPath(name))
            (self.folder / path).write_bytes(base64.b64decode(joined(next(iter(forms.values())))))
            for written in (name, urllib.parse.quote(name)):
                text = text.replace(f"attachment:{written}", urllib.parse.quote(path))
        return text

    def copy(self, path, folder):
        if path not in self.copies:
            self.copies[path] = self.free(folder, path)
            shutil.copyfile(path, self.folder / self.copies[path])
        return self.copies[path]

    def free(self, folder, path):
        """A name for a file of the page's; two of one name stay two."""
        (self.folder / folder).mkdir(parents=True, exist_ok=True)
        name, number = f"{folder}/{path.name}", 1
        while name in self.copies.values() or (self.folder / name).exists():
            number += 1
            name = f"{folder}/{path.stem}.{number}{path.suffix}"
        return name


def is_remote(target):
    return target.startswith(("http:", "https:", "//", "ftp:"))


def is_picture(target):
    return pathlib.PurePosixPath(urllib.parse.urlsplit(target).path).suffix.lower() in PICTURE_ENDINGS
