#!/usr/bin/env python3
"""Executes notebooks without a browser; "./porthole run --help" explains the options.

Writes each one, executed and as HTML, under target/book/<language>/, and fails if a cell fails. What it prints is in the
reader's language: by PORTHOLE_LANG, else the locale's.
"""
import argparse
import concurrent.futures
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import run_pages

HOME = pathlib.Path(__file__).resolve().parent.parent
RECORDING = ".recording.jsonl.gz"
# Clients of old releases of nbclient do not tell when their kernel has started.
TELLS_OF_START = hasattr(NotebookClient, "on_notebook_start")

JAPANESE = {
    "There are no notebooks in {}.": "{} にノートブックがありません。",
    "{} of {} notebooks failed.": "ノートブック {1} 個のうち {0} 個が失敗しました。",
    "All {} notebooks ran, in {} s. The book is in {}.": "ノートブック {} 個をすべて {} 秒で実行しました。結果は {} にあります。",
    'No notebook "{}".': "ノートブック「{}」がありません。",
    " Its folder has: {}.": "そのフォルダーにあるもの：{}",
    '"{}" is not a notebook: {}': "「{}」はノートブックではありません：{}",
    "{}: the kernel {} did not run: {}": "{}: カーネル {} を実行できませんでした：{}",
    "Notebooks as they ran": "実行したノートブック",
    "failed": "失敗",
    "ok": "成功",
    "it did not end within the time allowed": "制限時間内に終わりませんでした",
    "the kernel died": "カーネルが終了してしまいました",
    "{}: code cell {} failed": "{}: {} 番目のコードセルが失敗しました",
    "what to execute; all of notebooks/ if none is named": "実行するノートブック。指定がなければ notebooks/ のすべて",
    "outputs that are the same after each run": "毎回同じになる出力にします",
    "pictures as SVG alone, without the PNG beside it": "図を SVG だけにし、PNG を取り除きます",
    "continue with the next notebook after a failure": "失敗しても次のノートブックに進みます",
    "how long one cell may take, in seconds (default: 300)": "1 つのセルにかけられる秒数（省略時：300）",
    "--record and --replay exclude each other.": "--record と --replay は同時に使えません。",
    "{0}: no recording beside it. Make one on a machine with an engine: ./porthole run --record {0}":
        "{0}: 隣に記録がありません。エンジンのあるマシンで作ってください：./porthole run --record {0}",
    "{0}: its recording cannot be written, because this user may not write to the folder {1}.":
        "{0}: フォルダー {1} への書き込みが許可されていないため、記録を書き込めません。",
    "          recorded: {0} ({1} kB; {2} cells, {3} answers)": "          記録しました：{0}（{1} kB、セル {2} 個、応答 {3} 個）",
    "          It contains the values of environment variables that may be secret: {0}":
        "          秘密かもしれない環境変数の値が含まれています：{0}",
    "keep what the engine answers beside each notebook": "エンジンの応答を各ノートブックの隣に記録します",
    "let that answer instead of an engine": "エンジンの代わりに、その記録を使います",
    "          replayed, without an engine: recorded on {0} with Docker {1}":
        "          エンジンなしで再生しました（{0} に Docker {1} で記録）",
    "{0}: the kernel wrote no recording.": "{0}: カーネルが記録を書きませんでした。",
}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def say(sentence, *values):
    """The sentence in the reader's language, with the values in its places."""
    return (JAPANESE[sentence] if is_japanese() else sentence).format(*values)


def is_japanese():
    names = ("PORTHOLE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "").startswith("ja")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keep-going", action="store_true", help=say("continue with the next notebook after a failure"))
    arguments.add_argument(
        "--record", action="store_true", help=say("keep what the engine answers beside each notebook")
    )
    arguments.add_argument("--replay", action="store_true", help=say("let that answer instead of an engine"))
    arguments.add_argument(
        "--timeout", type=int, default=300, help=say("how long one cell may take, in seconds (default: 300)")
    )
    arguments.add_argument("--stable", action="store_true", help=say("outputs that are the same after each run"))
    arguments.add_argument("--svg", action="store_true", help=say("pictures as SVG alone, without the PNG beside it"))
    arguments.add_argument(
        "notebooks", nargs="*", type=pathlib.Path, help=say("what to execute; all of notebooks/ if none is named")
    )
    # What cells say, where it is not to depend on who runs them; a Japanese kernel speaks Japanese all the same.
    arguments.add_argument("--language", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.record and options.replay:
        sys.exit(say("--record and --replay exclude each other."))
    notebooks = options.notebooks or sorted((HOME / "notebooks").glob("*/*.ipynb"))
    if not notebooks:
        sys.exit(say("There are no notebooks in {}.", HOME / "notebooks"))
    pages = destinations([path.resolve() for path in notebooks])
    failures = 0
    begin = time.monotonic()
    try:
        def execute(path, turn):
            return recorded(shown(path), pages[path.resolve()], options, turn)

        for said, trouble in outcomes(notebooks, execute, options):
            for line in said:
                print(line, flush=True)
            if trouble:
                print(trouble, file=sys.stderr, flush=True)
                failures += 1
    except KeyboardInterrupt:
        os._exit(130)  # without waiting for cells; a kernel ends when who started it has ended
    written = [page for page in (page.with_suffix(".html") for page in pages.values()) if page.is_file()]
    run_pages.complete(HOME / "target" / "book", written, "ja" if is_japanese() else "en", say("Notebooks as they ran"))
    if failures:
        sys.exit(say("{} of {} notebooks failed.", failures, len(notebooks)))
    seconds = time.monotonic() - begin
    book = HOME / "target" / "book"
    print(say("All {} notebooks ran, in {} s. The book is in {}.", len(notebooks), round(seconds), book))


class Turn:
    """When a notebook's cells may run: after those of the notebook before, where both are on one engine."""

    def __init__(self, before, failed_one, keep_going):
        self.before = before
        self.failed_one = failed_one
        self.keep_going = keep_going
        self.over = threading.Event()
        self.begun = time.monotonic()

    def begin(self):
        """Waits for the turn; says whether it may be taken."""
        self.wait()
        self.begun = time.monotonic()
        return self.may_begin()

    def wait(self):
        if self.before:
            self.before.over.wait()

    def may_begin(self):
        return self.keep_going or not self.failed_one.is_set()

    def end(self, trouble):
        if trouble:
            self.failed_one.set()
        self.wait()  # a kernel that did not start had no turn
        self.over.set()


def outcomes(notebooks, execute, options):
    """What became of each notebook, in order; after a failure no other is begun, unless that is asked for.

    Recordings are replayed as many at a time as there are processors: they share neither ports nor an engine. On an engine
    the cells of one notebook run at a time; meanwhile the next one's kernel starts, and the last one's page is written.
    """

    def outcome(path, turn):
        trouble = None
        try:
            done = execute(path, turn) if turn.may_begin() else None
            trouble = done and done[1]
            return done
        finally:
            turn.end(trouble)

    pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count() if options.replay else 2 if TELLS_OF_START else 1)
    failed_one = threading.Event()
    turns = []
    for _ in notebooks:
        turns.append(Turn(turns[-1] if turns and not options.replay else None, failed_one, options.keep_going))
    for running in [pool.submit(outcome, path, turn) for path, turn in zip(notebooks, turns)]:
        if done := running.result():
            yield done


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


if __name__ == "__main__":
    main()
