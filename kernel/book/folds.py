"""What stays folded on paper, and what is left out there: the pages have it."""
import re

MONOSPACE = re.compile("monospace")


def close(page):
    """The folded fields of an inspection stay folded; the table that says what the picture above it says is left out."""
    for fold in page.find_all("details"):
        if not fold.decomposed and not fold.has_attr("open") and fold.find_parent("html"):
            if fold.find_parent(style=MONOSPACE):
                name = page.new_tag("div", attrs={"class": "folded", "style": fold.get("style", "")})
                name.string = f"▸ {fold.summary.get_text()}"
                fold.replace_with(name)
            elif is_below_picture(fold):
                fold.decompose()


def is_below_picture(fold):
    output = fold.find_parent("div", "nboutput")
    before = output and output.find_previous_sibling("div", "nboutput")
    return bool(before and fold.table and before.find("img") and "output_area" in fold.parent.get("class", []))
