"""A long session: so many different cells through Jupyter's own client, and what the kernel holds as it goes on.

Usage: soak_checks.py [CELLS]    (1,000 where it is not said; the kernel is the one that Jupyter knows as porthole)

Prints a line for each hundred cells: resident memory, heap in use, threads, descriptors, and how long
a cell took; at the end, what is left on the engine. Exits with 1 where memory at the end is more than 10 % above that at
cell 300, or threads, descriptors or the engine's objects have become more. Nothing but System.gc() runs before a line.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from jupyter_client import KernelManager

from client_checks import collect, connected, heed_interrupts, reply_to

FIRST = 300
GROWTH = 1.10
NAMES = 40

# One of each in turn; {n} is the cell's number, {k} a name that comes again, as a person edits a cell and runs it.
CELLS = [
    "{n} + 1",
    "int number{k} = {n};",
    "var list{k} = new ArrayList<Integer>(List.of({n}));",
    "for (int i = 0; i < {n}; i++) {{ total += i; }}",
    "int plus{k}(int x) {{ return x + {n}; }}",
    "class Counter{k} {{ int next() {{ return {n}; }} }}",
    "IntStream.range(0, {n}).filter(i -> i % 3 == 0).boxed().collect(Collectors.toList())",
    'System.out.println("line {n}\\n".repeat(20));',
    'display(new int[][] {{{{{n}, 2}}, {{3, 4}}}});',
    'int wrong = "text {n}";',
    "int[] none{k} = new int[0]; none{k}[{n}]",
    "new Counter{k}().next() + plus{k}({n})",
    'String text{k} = """\n  line {n}\n  """; text{k}.lines().count()',
    "Thread t{k} = new Thread(() -> total++); t{k}.start(); t{k}.join();",
    'var p{k} = new ProcessBuilder("true").start(); p{k}.waitFor()',
    "%whos",
    "record Point{k}(int x, int y) {{ int sum() {{ return x + y + {n}; }} }}",
    "new byte[1_000_000 + {n}].length",
    "Stream.of({n}, 2).map(i -> new Object() {{ int value = i; }}).mapToInt(o -> o.value).sum()",
    "enum Colour{k} {{ RED, GREEN{n} }}",
]

# Now and then a network comes and goes, where an engine answers.
NETWORK = f"soak{os.getpid()}x"
ON_ENGINE = 'docker.network.create("{name}"); docker.network.rm("{name}");'
EVERY = 50

HEAP = "var runtime = Runtime.getRuntime(); System.gc(); runtime.totalMemory() - runtime.freeMemory()"


def answers(client, code):
    parent = client.execute(code)
    reply = reply_to(client, parent)
    return reply, collect(client, parent)


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def engine():
    """How many networks of this session's there are; None where no engine answers."""
    words = ["docker", "network", "ls", "-q", "--filter", f"name={NETWORK}"]
    try:
        found = subprocess.run(words, capture_output=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return len(found.stdout.split()) if found.returncode == 0 else None


def figures(client, pid):
    _, published = answers(client, HEAP)
    heap = next(m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "execute_result")
    return {
        "RSS MB": resident(pid),
        "heap MB": int(heap.replace(",", "").replace("_", "")) / 1e6,
        "threads": len(os.listdir(f"/proc/{pid}/task")),
        "descriptors": len(os.listdir(f"/proc/{pid}/fd")),
    }


def soak(client, pid, cells):
    answers(client, "int total = 0;")
    lines, took = {}, []
    on_engine = engine() is not None
    for n in range(1, cells + 1):
        code = CELLS[n % len(CELLS)].format(n=n, k=n % NAMES)
        if on_engine and n % EVERY == 0:
            code = ON_ENGINE.format(name=f"{NETWORK}{n}")
        began = time.monotonic()
        reply, _ = answers(client, code)
        assert n % EVERY or reply["status"] == "ok", reply
        took.append((time.monotonic() - began) * 1000)
        if n % 100 == 0:
            lines[n] = figures(client, pid)
            words = ", ".join(f"{name} {value:.0f}" for name, value in lines[n].items())
            print(f"     cell {n}: {words}, median {statistics.median(took):.0f} ms", flush=True)
            took.clear()
    return lines


def verdicts(first, last, objects):
    """What is said of each figure, and whether it is as it should be."""
    growth = last["RSS MB"] / first["RSS MB"]
    yield f"memory {first['RSS MB']:.0f} → {last['RSS MB']:.0f} MB ({(growth - 1) * 100:+.1f} %)", growth <= GROWTH
    for name in ("threads", "descriptors"):
        yield f"{name} {first[name]} → {last[name]}", last[name] <= first[name] + 2
    if objects is not None:
        yield f"{objects} of its objects on the engine", objects == 0


def drive(cells):
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_STATE_HOME"] = home  # the history is not the user's
        kernel = KernelManager(kernel_name="porthole")
        kernel.start_kernel()
        try:
            with connected(kernel) as client:
                lines = soak(client, kernel.provisioner.process.pid, cells)
        finally:
            kernel.shutdown_kernel()
        failed = 0
        for words, good in verdicts(lines[FIRST], lines[max(lines)], engine()):
            print(("ok   " if good else "FAIL ") + words, flush=True)
            failed += not good
        return failed


if __name__ == "__main__":
    heed_interrupts()
    sys.exit(1 if drive(int(sys.argv[1]) if len(sys.argv) > 1 else 1000) else 0)
