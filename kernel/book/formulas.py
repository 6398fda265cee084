"""Formulas in the browsers' own form, which needs no program in the page."""
import functools
import html
import re
import subprocess

CODE = re.compile(r"(^[ ]{0,3}(```+|~~~+).*?(?:^[ ]{0,3}\2[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\3(?!`))", re.MULTILINE | re.DOTALL)
FORMULA = re.compile(r"(?<![\\$\w])\$\$(.+?)\$\$|(?<![\\$\w])\$(?=\S)([^$\n]*?\S)\$(?![\w$])", re.DOTALL)


def formulas(text):
    """A text in Markdown with its formulas as MathML. Code in it is left as it is."""
    before, parts = 0, []
    for code in [*CODE.finditer(text), None]:
        part = text[before:code.start() if code else len(text)]
        parts += [FORMULA.sub(lambda found: formula(found[1] or found[2], found[1] is not None), part), code[0] if code else ""]
        before = code.end() if code else 0
    return "".join(parts)


@functools.lru_cache(maxsize=None)
def formula(tex, is_block):
    source = f"$${tex.strip()}$$" if is_block else f"${tex.strip()}$"
    shown = subprocess.run(["pandoc", "--from=markdown", "--to=html", "--mathml"], input=source, capture_output=True, text=True, check=True)
    found = re.search(r"<math\b.*</math>", shown.stdout, re.DOTALL)
    text = found[0] if found else f"<code>{html.escape(tex)}</code>"
    return f'<div class="math-wrapper" tabindex="0">{text}</div>' if is_block else text
