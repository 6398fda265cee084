"""Colours for the code of cells: lines of a shell and of docker among lines of Java, or a whole cell in another language."""
import re

from pygments.lexers import BashLexer, JavaLexer
from pygments.token import Comment, Error, String, Text

# A line that is no Java: %docker …, !ls; a whole cell: %%docker.
LINE = re.compile(r"[ \t]*[%!].*\n?")
CELL = re.compile(r"\s*%%")


class CellLexer(JavaLexer):
    """
    Java, except for magics. What no lexer knows is plain text: Sphinx would show a cell with an error without any colour.
    In a line of a shell only comments and strings have a colour: "test" may be a container's name there.
    """

    name = "Cell"

    def get_tokens_unprocessed(self, text, stack=("root",)):
        begin = 0
        for part, lexer in parts(text):
            for index, kind, value in lexer.get_tokens_unprocessed(part):
                plain = kind in Error or isinstance(lexer, BashLexer) and kind not in Comment and kind not in String
                yield begin + index, Text if plain else kind, value
            begin += len(part)


def parts(text):
    """Its runs of lines, each with the lexer of their language."""
    bash, java = BashLexer(), JavaLexer()
    if CELL.match(text):
        return [(text, bash)]
    found = []
    for line in text.splitlines(keepends=True):
        lexer = bash if LINE.match(line) else java
        if found and found[-1][1] is lexer:
            line = found.pop()[0] + line
        found.append((line, lexer))
    return found
