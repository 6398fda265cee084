"""The pictures of a notebook's outputs as files with alternative text."""
import base64
import html
import re

from words import PAGE_WORDS

INLINE = re.compile(r"""src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\"""")
PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
# A film shows one of its pictures at a time, without a program. One of them moves by itself: slides have it alone.
FILM = 'class="porthole-film"'
MOVES = "@keyframes"
ON_SLIDE = "porthole-slide"
IMAGE = re.compile(r"<img\b[^>]*>")
MOVING = re.compile(r"<picture>.*?</picture>", re.DOTALL)
# Of a picture that moves, the one that stands still is shown to whoever has asked the system for less motion.
STILL = '<picture><source media="(prefers-reduced-motion: reduce)" srcset="{}">{}</picture>'
# What a telephone shows of a picture without scrolling, in pixels.
PHONE = 350


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
        image = f'<img src="pictures/{path.name}" alt="{html.escape(told)}"{size}>'
        output.data = {"text/html": self.link(f"pictures/{path.name}", width, image), "text/plain": told}

    def link(self, path, width, image):
        """A picture on the page, which leads to itself alone."""
        room = f' style="--width:{width}px"' if width else ""
        wide = f' data-wide="{PAGE_WORDS[self.here]["wide"]}"' if width and int(width) > PHONE else ""
        return f'<a class="picture" href="{path}" title="{PAGE_WORDS[self.here]["enlarge"]}"{room}{wide}>{image}</a>'

    def film(self, name, film, output):
        """A film goes on the page as it is, its pictures as files; the picture that stands still is for paper."""
        still = f"pictures/{name}.svg"
        files = []

        def image(found):
            content = INLINE.search(found[0])
            if not content:
                return found[0]
            files.append(f"pictures/{name}.{len(files) + 1}.svg")
            drawn = base64.b64decode(content[1])
            (self.folder / files[-1]).write_bytes(drawn)
            shown = found[0].replace(content[0], f'src="{files[-1]}"')
            return STILL.format(still, shown) if MOVES in drawn.decode("utf-8") else shown

        shown = IMAGE.sub(image, film)
        shown = shown.replace("<figure", f'<figure data-wide="{PAGE_WORDS[self.here]["scrolls"]}"')
        moving = MOVING.search(shown) or IMAGE.search(shown)
        path, width = re.search(r'\ssrc="([^"]*)"', moving[0]), re.search(r'\swidth="(\d+)"', moving[0])
        output.metadata[ON_SLIDE] = self.link(path[1], width and width[1], moving[0])
        output.data["text/html"] = shown.replace(FILM, f'{FILM} data-still="{still}"')


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
