"""Texts in Markdown that notebooks link to: each is a page of the site, in all of its languages."""
import re

from pages import TAKEN, Page
from words import LANGUAGES


class Documents:
    """The texts of a site. NAME.ja.md is what NAME.md is in Japanese; a text without such a file is the same in all languages."""

    def __init__(self, pages):
        self.languages = [each for each in LANGUAGES if any(page.language == each for page in pages)]
        self.taken = TAKEN | {page.name for page in pages}
        self.names = {}

    def pages(self, language):
        return [Page(form(base, language), language, name) for base, name in self.names.items()]

    def address(self, path, page, ending):
        """Where a link of a page to a text leads; None where a text links to another that no notebook links to."""
        base, told = parted(path)
        if base not in self.names:
            if page.source.suffix == ".md":
                return None
            self.names[base] = self.free(re.sub(r"[^\w-]+", "-", base.stem))
        if not told and page.source != form(base, page.language) or told == page.language:
            return self.names[base] + ending
        other = told or next(each for each in LANGUAGES if each != page.language)
        return f"../{other}/{self.names[base]}.html" if other in self.languages else None

    def free(self, name):
        while name in self.taken:
            name += "-text"
        self.taken.add(name)
        return name


def parted(path):
    """The file without its language, and the language, "" where its name has none."""
    found = re.fullmatch(rf"(.+)\.({'|'.join(LANGUAGES)})", path.stem)
    base = path.with_name(f"{found[1]}.md") if found else path
    return (base, found[2]) if found and base.is_file() else (path, "")


def form(base, language):
    own = base.with_name(f"{base.stem}.{language}.md")
    return own if own.is_file() else base
