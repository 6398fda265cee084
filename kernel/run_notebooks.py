#!/usr/bin/env python3
"""Executes notebooks without a browser; "./porthole run --help" explains the options.

Writes each one, executed and as HTML, under target/book/<language>/, and fails if a cell fails. What it prints is in the
reader's language: by PORTHOLE_LANG, else the locale's.
"""
import argparse
import concurrent.futures
import os
import pathlib
import sys
import threading
import time

import run_pages
from run_one import HOME, TELLS_OF_START, destinations, failed, recorded, shown  # noqa: F401: kernel/book takes some from here
from run_words import is_japanese, say


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


if __name__ == "__main__":
    main()
