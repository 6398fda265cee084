"""One notebook of those that run_notebooks.py executes: its cells, its recording, its pages in the book."""
import gzip
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import run_pages
from run_words import say

HOME = pathlib.Path(__file__).resolve().parent.parent
RECORDING = ".recording.jsonl.gz"
# Clients of old releases of nbclient do not tell when their kernel has started.
TELLS_OF_START = hasattr(NotebookClient, "on_notebook_start")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def shown(path):
    """The shorter name is the one that a person would type."""
    return pathlib.Path(os.path.relpath(path))


def recorded(path, page, options, turn):
    """Executes one notebook, which is recorded or replayed meanwhile where that is asked for.

    Returns what to say of it, in lines, and what went wrong, or None; nothing at all where its turn did not come.
    """
    recording = path.resolve().with_name(path.stem + RECORDING)
    if options.replay and not recording.is_file() and path.is_file():
        return [], say("{0}: no recording beside it. Make one on a machine with an engine: ./porthole run --record {0}", path)
    if options.record and recording.parent.is_dir() and not os.access(recording.parent, os.W_OK):
        return [], say("{0}: its recording cannot be written, because this user may not write to the folder {1}.",
                       path, recording.parent)
    fresh = recording.with_name(recording.name + ".new")
    with tempfile.TemporaryDirectory(prefix="porthole-run-") as progress:
        # These cells are nobody's own: what was tried in the exercises begins with the notebook and ends with it.
        environment = {"PORTHOLE_HISTORY": "off"} | os.environ | {"PORTHOLE_PROGRESS": progress}
        if options.language:
            environment["PORTHOLE_LANG"] = options.language
        if options.replay:
            environment["PORTHOLE_REPLAY"] = str(recording)
        if options.record:
            fresh.unlink(missing_ok=True)
            environment["PORTHOLE_RECORD"] = str(fresh)
        done = run(path, page, options, environment, turn)
    if done is None:
        return None
    said, trouble = done
    if options.record and trouble:
        fresh.unlink(missing_ok=True)  # an earlier recording is worth more than half a new one
    elif options.record:
        kept, trouble = keep(path, fresh, recording)
        said += kept
    elif options.replay and not trouble:
        with gzip.open(recording, "rt", encoding="utf-8") as lines:
            head = json.loads(next(lines))
            engine = next((json.loads(line)["engine"] for line in lines if line.startswith('{"engine"')), "?")
        said.append(say("          replayed, without an engine: recorded on {0} with Docker {1}", head["date"], engine))
    return said, trouble


def keep(path, fresh, recording):
    """The new recording takes the place of the old one; says what it contains."""
    if not fresh.is_file():
        return [], say("{0}: the kernel wrote no recording.", path)
    os.replace(fresh, recording)
    with gzip.open(recording, "rt", encoding="utf-8") as lines:
        for line in lines:
            last = line
    end = json.loads(last)
    kilobytes = -(-recording.stat().st_size // 1024)
    said = [say("          recorded: {0} ({1} kB; {2} cells, {3} answers)",
                os.path.relpath(recording), kilobytes, end["cells"], end["answers"])]
    if end["secrets"]:
        said.append(say("          It contains the values of environment variables that may be secret: {0}",
                        ", ".join(end["secrets"])))
    return said, None


def destinations(paths):
    """Where the book keeps each notebook: under as many of its folders' names as tell it from all others."""
    depth = {path: 2 for path in paths}
    while True:
        pages = {path: path.parts[1:][-depth[path]:] for path in paths}
        alike = [path for path in pages if list(pages.values()).count(pages[path]) > 1]
        if not alike:
            return {path: HOME.joinpath("target", "book", *page) for path, page in pages.items()}
        for path in alike:
            depth[path] += 1


def run(path, page, options, environment, turn):
    """Executes one notebook when its turn comes, and writes the book's pages.

    Returns lines to say, and what went wrong, in one block, or None; nothing at all where its turn did not come.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        return [], say('No notebook "{}".', path) + near(path)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as problem:
        return [], say('"{}" is not a notebook: {}', path, problem)
    kernel = notebook.metadata.get("kernelspec", {}).get("name", "porthole")
    client = NotebookClient(
        notebook, timeout=options.timeout, kernel_name=kernel, resources={"metadata": {"path": str(path.resolve().parent)}}
    )
    trouble = None
    begun = []

    def when_started(notebook):
        begun.append(turn.begin())
        if not begun[0]:
            notebook.cells = []

    try:
        if TELLS_OF_START:
            client.on_notebook_start = when_started
        else:
            when_started(notebook)
        client.execute(env=environment)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as problem:
        trouble = describe(path, notebook, problem)
    except Exception as problem:  # no such kernel, a kernel that does not start
        trouble = say("{}: the kernel {} did not run: {}", path, kernel, problem)
    if begun == [False]:
        return None
    seconds = time.monotonic() - turn.begun
    if not options.record:
        turn.end(trouble)
    write(page, notebook, options)
    return [f"{say('failed' if trouble else 'ok'):8}{seconds:6.1f} s  {path}"], trouble


def describe(path, notebook, problem):
    """The failed cell, its first lines and its error."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    number, cell = next(((i, c) for i, c in enumerate(code, 1) if failed(c)), (None, None))
    if cell is None:
        # Without an error among the outputs the cell did not end: the last one that was begun.
        begun = [(i, c) for i, c in enumerate(code, 1) if "execution" in c.metadata]
        number, cell = begun[-1] if begun else (0, None)
    if isinstance(problem, CellExecutionError):
        reason = f"{problem.ename}: {problem.evalue}"
    elif isinstance(problem, CellTimeoutError):
        reason = say("it did not end within the time allowed")
    else:
        reason = say("the kernel died")
    lines = cell.source.splitlines() if cell else []
    shown = [f"    {line}" for line in lines[:6]] + (["    …"] if len(lines) > 6 else [])
    return "\n".join([say("{}: code cell {} failed", path, number), *shown, f"  {COLOUR.sub('', reason).strip()}"])


def failed(cell):
    tags = cell.metadata.get("tags", [])
    return "raises-exception" not in tags and any(o.output_type == "error" for o in cell.get("outputs", []))


def near(path):
    """What the folder has instead."""
    names = ", ".join(p.name for p in sorted(path.parent.glob("*.ipynb")))
    return say(" Its folder has: {}.", names) if names else ""


def write(path, notebook, options):
    """The executed notebook and its page, under the names of the folders that it came from."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if options.svg:
        for output in (o for cell in notebook.cells for o in cell.get("outputs", []) if "image/svg+xml" in o.get("data", {})):
            output["data"].pop("image/png", None)
            output["metadata"].pop("image/png", None)
    nbformat.write(notebook, path)
    if options.stable:
        java = pathlib.Path(os.environ.get("JAVA_HOME", "/usr"), "bin", "java")
        subprocess.run([java, "-jar", HOME / "target" / "porthole.jar", "stable", path], check=True)
    run_pages.write(path)
