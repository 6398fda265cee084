"""Runs a notebook in its kernel to the end, whatever its cells do: execute.py NOTEBOOK RESULT FOLDER SECONDS."""
import signal
import sys
import threading

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError


class Client(NotebookClient):
    """In the main thread a signal would end the kernel under the cell that runs, and this would be told as its failure."""

    def execute(self):
        problems = []

        def run():
            try:
                super(Client, self).execute()
            except Exception as problem:
                problems.append(problem)

        running = threading.Thread(target=run, daemon=True)
        running.start()
        running.join()
        if problems:
            raise problems[0]


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    notebook_file, result, folder, seconds = sys.argv[1:]
    notebook = nbformat.read(notebook_file, as_version=4)
    client = Client(
        notebook,
        timeout=int(seconds),
        kernel_name=notebook.metadata.get("kernelspec", {}).get("name", "porthole"),
        allow_errors=True,
        resources={"metadata": {"path": folder}},
    )
    try:
        client.execute()
    except CellTimeoutError:
        print("timeout", flush=True)
    except DeadKernelError:
        print("dead", flush=True)
    except Exception as problem:  # no such kernel, a kernel that does not start
        print(f"kernel {problem}", flush=True)
    nbformat.write(notebook, result)


main()
