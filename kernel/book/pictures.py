"""The pictures of a notebook's outputs as files with alternative text."""
import base64
import html
import re

from words import PAGE_WORDS

INLINE = re.compile(r"""src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\"""")
PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
# A film shows one of its pictures at a time, without a program; the last of them says it all on paper and slides.
FILM = 'class="porthole-film"'
STILL = "porthole-still"


class Pictures:
    """The pictures of one language's pages; they go into a folder."""

    def __init__(self, language, folder):
        self.here = language
        self.folder = folder

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


def joined(value):
    return "".join(value)


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
