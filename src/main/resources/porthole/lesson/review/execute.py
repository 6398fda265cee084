"""Runs a notebook in its kernel to the end, whatever its cells do: execute.py NOTEBOOK RESULT FOLDER SECONDS."""
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError


def main():
    notebook_file, result, folder, seconds = sys.argv[1:]
    notebook = nbformat.read(notebook_file, as_version=4)
    client = NotebookClient(
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
