"""A notebook's text form loses nothing: run by TextFormIT where Jupytext is, with the course's folder and one of its own."""
import pathlib
import shutil
import subprocess
import sys

import nbformat

PROGRAM = pathlib.Path(__file__).resolve().parents[3] / "kernel" / "notebook_text.py"


def convert(path):
    return subprocess.run([sys.executable, PROGRAM, path], capture_output=True, text=True)


def all_but_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    return notebook


def the_course_goes_out_and_in_without_loss(course, folder):
    notebooks = sorted(course.glob("*/*.ipynb"))
    assert notebooks, course
    shutil.copytree(course, folder)
    copies = [folder / path.relative_to(course) for path in notebooks]
    program = subprocess.run([sys.executable, PROGRAM, *copies], capture_output=True, text=True)
    assert program.returncode == 0, program.stderr
    for copy in copies:
        copy.unlink()
    program = subprocess.run([sys.executable, PROGRAM, *(c.with_suffix(".md") for c in copies)], capture_output=True, text=True)
    assert program.returncode == 0, program.stderr
    for path, copy in zip(notebooks, copies):
        assert all_but_outputs(copy) == all_but_outputs(path), path


def an_edited_text_changes_its_cell_alone(folder):
    v4 = nbformat.v4
    notebook = v4.new_notebook(metadata={"kernelspec": {"name": "porthole", "language": "java", "display_name": "Java"}})
    shown = v4.new_output("stream", text="1\n")
    notebook.cells = [
        v4.new_code_cell("first()", outputs=[shown], execution_count=1, metadata={"tags": ["raises-exception"]}),
        v4.new_markdown_cell("Some words.\n\n\n```java\nfenced\n```"),
        v4.new_code_cell("%%html\n<b>x</b>", outputs=[shown], execution_count=2),
    ]
    path = folder / "edited.ipynb"
    nbformat.write(notebook, path)
    assert "Cells with them: 1, 3." in convert(path).stdout
    text = path.with_suffix(".md")
    assert "is the same already" in convert(text).stdout
    text.write_text(text.read_text(encoding="utf-8").replace("first()", "second()"), encoding="utf-8")
    assert "dropped: 1." in convert(text).stdout
    after = nbformat.read(path, as_version=4)
    assert [c.id for c in after.cells] == [c.id for c in notebook.cells]
    assert after.cells[0].source == "second()" and after.cells[0].outputs == []
    assert after.cells[0].metadata == notebook.cells[0].metadata
    assert after.cells[1:] == notebook.cells[1:]


def what_the_text_would_lose_is_refused(folder):
    path = folder / "lost.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("<!-- #endregion -->")]), path)
    program = convert(path)
    assert program.returncode == 1 and "Jupytext cannot write cell 1" in program.stderr, program.stderr
    assert not path.with_suffix(".md").exists()


if __name__ == "__main__":
    own = pathlib.Path(sys.argv[2])
    the_course_goes_out_and_in_without_loss(pathlib.Path(sys.argv[1]), own / "course")
    an_edited_text_changes_its_cell_alone(own)
    what_the_text_would_lose_is_refused(own)
    print("text form: 3 checks")
