"""On paper a film stands still: the strip of all its steps, and where that is taller than a page, each step by itself."""
import re

# How much taller than wide a strip may be: what one sheet of paper takes.
TALLEST = 1.4


def stand_still(page, folder):
    """Changes the films of a page, whose pictures are in the folder."""
    for film in page.find_all("fieldset", "porthole-film"):
        if film.has_attr("data-still"):
            (film.find_parent("form") or film).replace_with(still(page, film, folder))


def still(page, film, folder):
    figures = film.find_all("figure")
    steps = [each.img for each in figures if not each.picture and "porthole-paper" not in each.get("class", [])]
    path = folder / film["data-still"]
    if steps and is_tall(path.read_text(encoding="utf-8")):
        strip = page.new_tag("div", attrs={"class": "film-steps"})
        strip.extend(page.new_tag("img", src=each["src"], alt=each.get("alt", "")) for each in steps)
        return strip
    printed = film.find("figure", "porthole-paper") or figures[-1]
    strip = page.new_tag("img", src=film["data-still"], alt=printed.img.get("alt", ""))
    strip["style"] = f"--width:{printed.img.get('width', 996)}px"
    return strip


def is_tall(svg):
    size = re.search(r'<svg\b[^>]*?\bwidth="([\d.]+)[^>]*?\bheight="([\d.]+)', svg)
    return bool(size) and float(size[2]) > TALLEST * float(size[1])
