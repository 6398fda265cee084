"""A notebook as its page needs it: pictures as files with alternative text, local files brought along, links inside the book."""
import base64
import html
import pathlib
import re
import shutil
import urllib.parse

import recorded
from formulas import CODE
from pages import Refusal
from run_notebooks import shown
from words import PAGE_WORDS, say

LINK = re.compile(r'(!?)\[((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*(?:<([^>]*)>|([^\s)]+))(\s+(?:"[^"]*"|\'[^\']*\'))?\s*\)')
DEFINITION = re.compile(r"^([ ]{0,3}\[[^\]]+\]:[ \t]*)<?(\S+?)>?(?=\s|$)", re.MULTILINE)
TAG = re.compile(r"""<(?:img|source)\b[^>]*?\bsrc\s*=\s*(["'])(.*?)\1[^>]*>|<a\b[^>]*?\bhref\s*=\s*(["'])(.*?)\3[^>]*>""", re.IGNORECASE | re.DOTALL)
FETCHED = re.compile(r"""<(script|iframe|object|embed|audio|video|link)\b[^>]*?\b(?:src|data|href)\s*=\s*(["'])((?:https?:|//).*?)\2[^>]*>(?:.*?</\1>)?""", re.IGNORECASE | re.DOTALL)
INLINE = re.compile(r"""src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\"""")
EMPTY_HEADING = re.compile(r"<th\b([^>]*)>\s*</th>")
PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
# A film shows one of its pictures at a time, without a program; the last of them says it all on paper and slides.
FILM = 'class="porthole-film"'
STILL = "porthole-still"
# What links to a page end with, and what links to a text beside the notebooks end with.
SITE, HTML, SHARED = (".ipynb", ".ipynb"), (".html", ".html"), (".ipynb", ".html")
PICTURE_ENDINGS = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


class Contents:
    """Prepares the notebooks of one language; what a page shows beside its text goes into a folder of files."""

    def __init__(self, pages, language, folder, documents):
        self.here = language
        self.pages = {page.source: page for page in pages}
        self.folder = folder
        self.copies = {}
        self.documents = documents
        self.told = []

    def prepare(self, page, notebook):
        """Changes the notebook for site and slides."""
        pictures = 0
        recorded.leave_out(notebook)
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "markdown":
                cell.source = self.attached(self.links(cell.source, page, number, SITE), cell.pop("attachments", {}))
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                data.pop("application/javascript", None)
                kind = next((kind for kind in PICTURES if kind in data), None)
                if kind:
                    pictures += 1
                    name = f"{page.name}-{pictures}"
                    film = joined(data.get("text/html", ""))
                    self.picture(page, name, kind, output)
                    if FILM in film:
                        self.film(name, film, output)
                elif "text/html" in data:
                    told = self.tags(joined(data["text/html"]), page, number, HTML)
                    data["text/html"] = EMPTY_HEADING.sub(r"<td\1></td>", told)

    def share(self, page, notebook):
        """Changes the notebook for who opens it elsewhere: a picture in the one form that all viewers show."""
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "markdown":
                cell.source = self.links(cell.source, page, number, SHARED, quiet=True)
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "image/png" in data:
                    output.metadata.setdefault("image/png", {})["alt"] = alternative(data)
                    for form in ("text/html", "image/svg+xml"):
                        data.pop(form, None)

    def picture(self, page, name, kind, output):
        data = output.data
        content = joined(data[kind])
        told = alternative(data)
        path = self.folder / "pictures" / f"{name}.{PICTURES[kind]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "image/svg+xml":
            path.write_text(content, encoding="utf-8")
        else:
            path.write_bytes(base64.b64decode(content))
        width = output.get("metadata", {}).get(kind, {}).get("width") or width_of(content if kind == "image/svg+xml" else "")
        size = f' width="{width}"' if width else ""
        room = f' style="--width:{width}px"' if width else ""
        output.data = {
            "text/html": f'<a class="picture" href="pictures/{path.name}" title="{PAGE_WORDS[self.here]["enlarge"]}"{room}>'
                         f'<img src="pictures/{path.name}" alt="{html.escape(told)}"{size}></a>',
            "text/plain": told,
        }

    def film(self, name, film, output):
        """A film goes on the page as it is, its pictures as files; what stands still is kept for slides."""
        files = []

        def file(found):
            files.append(f"pictures/{name}.{len(files) + 1}.svg")
            (self.folder / files[-1]).write_bytes(base64.b64decode(found[1]))
            return f'src="{files[-1]}"'

        output.metadata[STILL] = output.data["text/html"]
        output.data["text/html"] = INLINE.sub(file, film)

    def links(self, text, page, number, ending, quiet=False):
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


def joined(value):
    return "".join(value)


def is_remote(target):
    return target.startswith(("http:", "https:", "//", "ftp:"))


def is_picture(target):
    return pathlib.PurePosixPath(urllib.parse.urlsplit(target).path).suffix.lower() in PICTURE_ENDINGS


def width_of(svg):
    width = re.search(r'<svg\b[^>]*?\bwidth="([\d.]+)', svg)
    return round(float(width[1])) if width else None


def alternative(data):
    """What a picture says to those who do not see it: its own description, else the text beside it."""
    for form, pattern in (("image/svg+xml", r"<(?:\w+:)?desc\b[^>]*>(.*?)</"), ("text/html", r'<img\b[^>]*\balt="([^"]+)"'),
                          ("image/svg+xml", r"<(?:\w+:)?title\b[^>]*>(.*?)</")):
        told = re.search(pattern, joined(data.get(form, "")), re.DOTALL)
        if told and told[1].strip():
            return html.unescape(told[1]).strip()
    return joined(data.get("text/plain", "")).strip()
