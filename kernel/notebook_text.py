#!/usr/bin/env python3
"""Writes notebooks as Jupytext's Markdown and back without loss; "./porthole text --help" explains it."""
import copy
import os
import pathlib
import sys

import jupytext
import nbformat

LANGUAGE = os.environ.get("PORTHOLE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
JAPANESE = {
    'No file "{}".': "{} がありません。",
    '"{}" is not a notebook: {}': "{} はノートブックではありません：{}",
    '"{}" is neither a notebook (.ipynb) nor its text (.md).': "{} はノートブック（.ipynb）でも、そのテキスト（.md）でもありません。",
    '"{}" was not written by "./porthole text": its cells have no ids.': '{} は "./porthole text" で書かれたものではありません。セルに id がありません。',
    '"{}": two cells have the id "{}".': '{}: id "{}" のセルが 2 つあります。',
    'Jupytext cannot write cell {} of "{}" without loss ({}).': "{1} のセル {0} は、Jupytext では情報を失わずに書けません（{2}）。",
    "the notebook's metadata": "ノートブックのメタデータ",
    "its text": "テキスト",
    "its metadata": "メタデータ",
    "Wrote {}": "{} を書きました",
    "{} is the same already": "{} はすでに同じ内容です",
    "Outputs and attached images stay in the notebook; the text has none. Cells with them: {}.":
        "出力と添付画像はノートブックにだけ残り、テキストには含まれません（そのようなセル：{}）。",
    "Cells changed: {}; new: {}; removed: {}.": "変わったセル：{}、新しいセル：{}、削除されたセルの数：{}。",
    "Outputs of cells whose text changed were dropped: {}.": "テキストが変わったセルの出力は取り除きました：{}。",
}
# Where a cell keeps its id in the text, and the notebook what Jupytext does not keep.
ID = "id"
MINOR = "nbformat_minor"


def say(sentence, *parts):
    return (JAPANESE[sentence] if LANGUAGE.startswith("ja") else sentence).format(*parts)


def main():
    for name in sys.argv[1:]:
        path = pathlib.Path(name)
        if not path.is_file():
            sys.exit(say('No file "{}".', name))
        if path.suffix == ".ipynb":
            to_text(path)
        elif path.suffix == ".md":
            to_notebook(path)
        else:
            sys.exit(say('"{}" is neither a notebook (.ipynb) nor its text (.md).', name))


def read(path):
    try:
        return nbformat.read(path, as_version=nbformat.NO_CONVERT)
    except Exception as problem:  # nbformat has an exception of its own for each kind
        sys.exit(say('"{}" is not a notebook: {}', path, problem))


def to_text(path):
    notebook = read(path)
    marked = copy.deepcopy(notebook)
    for number, cell in enumerate(marked.cells, 1):
        if ID in cell.metadata:
            sys.exit(say('Jupytext cannot write cell {} of "{}" without loss ({}).', number, path, say("its metadata")))
        cell.metadata[ID] = cell.pop("id", f"cell-{number}")
    filters = {"cell_metadata_filter": "all", "notebook_metadata_filter": "all"}
    marked.metadata["jupytext"] = {**notebook.metadata.get("jupytext", {}), **filters}
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        marked.metadata[MINOR] = notebook.nbformat_minor
    text = jupytext.writes(marked, fmt="md")
    compare(path, notebook, parse(path, text))
    target = path.with_suffix(".md")
    target.write_text(text, encoding="utf-8")
    print(say("Wrote {}", target))
    kept = [i for i, cell in enumerate(notebook.cells, 1) if cell.get("outputs") or cell.get("attachments")]
    if kept:
        print(say("Outputs and attached images stay in the notebook; the text has none. Cells with them: {}.", numbers(kept)))


def numbers(cells):
    return ", ".join(map(str, cells)) or "0"


def parse(path, text):
    """The notebook of a text, without outputs."""
    notebook = jupytext.reads(text, fmt="md")
    notebook.nbformat_minor = notebook.metadata.pop(MINOR, 5)
    own = notebook.metadata.get("jupytext", {})
    for key in ("cell_metadata_filter", "notebook_metadata_filter", "text_representation"):
        own.pop(key, None)
    if not own:
        notebook.metadata.pop("jupytext", None)
    if not any(ID in cell.metadata for cell in notebook.cells):
        sys.exit(say('"{}" was not written by "./porthole text": its cells have no ids.', path))
    seen = set()
    for cell in notebook.cells:
        own_id = cell.metadata.pop(ID, cell.get("id"))
        if own_id in seen:
            sys.exit(say('"{}": two cells have the id "{}".', path, own_id))
        seen.add(own_id)
        if notebook.nbformat_minor >= 5:
            cell["id"] = own_id
        else:
            cell.pop("id", None)
    return notebook


def compare(path, wanted, got):
    """Ends with a sentence where the text would lose something of the notebook."""
    def refuse(number, what):
        sys.exit(say('Jupytext cannot write cell {} of "{}" without loss ({}).', number, path, what))

    if len(wanted.cells) != len(got.cells):
        refuse(next((i for i, (a, b) in enumerate(zip(wanted.cells, got.cells), 1) if a.source != b.source), len(got.cells)),
               say("its text"))
    for number, (a, b) in enumerate(zip(wanted.cells, got.cells), 1):
        if (a.cell_type, a.source) != (b.cell_type, b.source):
            refuse(number, say("its text"))
        if a.metadata != b.metadata or a.get("id") != b.get("id"):
            refuse(number, say("its metadata"))
    if wanted.metadata != got.metadata or wanted.nbformat_minor != got.nbformat_minor:
        refuse(0, say("the notebook's metadata"))


def to_notebook(path):
    notebook = parse(path, path.read_text(encoding="utf-8"))
    target = path.with_suffix(".ipynb")
    if not target.is_file():
        nbformat.write(notebook, target)
        print(say("Wrote {}", target))
        return
    before = read(target)
    known = {cell.get("id", f"cell-{number}"): cell for number, cell in enumerate(before.cells, 1)}
    new, changed, dropped = [], [], []
    for number, cell in enumerate(notebook.cells, 1):
        was = known.pop(cell.get("id", f"cell-{number}"), None)
        if was is None or was.cell_type != cell.cell_type:
            new.append(number)
            continue
        if was.source != cell.source:
            changed.append(number)
            if was.get("outputs"):
                dropped.append(number)
                was.update(outputs=[], execution_count=None)
        was.source = cell.source
        if was.metadata != cell.metadata:
            was.metadata = cell.metadata
        notebook.cells[number - 1] = was
    before.cells = notebook.cells
    if before.metadata != notebook.metadata:
        before.metadata = notebook.metadata
    if before == read(target):
        print(say("{} is the same already", target))
        return
    nbformat.write(before, target)
    print(say("Wrote {}", target))
    print(say("Cells changed: {}; new: {}; removed: {}.", numbers(changed), numbers(new), len(known)))
    if dropped:
        print(say("Outputs of cells whose text changed were dropped: {}.", numbers(dropped)))


if __name__ == "__main__":
    main()
