"""What an executed notebook says of its run, and what only helps who runs it: pages leave that out."""
import dataclasses
import re

LESSON = "application/vnd.porthole.lesson+json"
# What a learner answers or solves.
ASKS = re.compile(r"\s*(?:predict|quiz|exercise)\(")
# Sentences about the machine and the moment, as the kernel marks them.
LIVE = re.compile(r'<div class="porthole-live"[^>]*>.*?</div>', re.DOTALL)
# The mark of what a recording answers, in both languages.
REPLAYED = re.compile(r"● .*?(?P<day>\d{4}-\d{2}-\d{2}).*?Docker (?P<engine>[\w.+~-]*\w)")
# The writer's own line of links to the pages before and after.
NAVIGATION = re.compile(
    r"(?:\A|(?<=\s)|(?<=[.。]))(?:Previous|Next|前へ|次へ)[:：]\s*\[[^\]]*\]\([^)]*\.ipynb[^)]*\)"
    r"(?:\s*[·・|]\s*(?:(?:Previous|Next|前へ|次へ)[:：]\s*)?\[[^\]]*\]\([^)]*\.ipynb[^)]*\))*\s*\Z")


@dataclasses.dataclass(frozen=True)
class Run:
    """A run of a notebook: its day (as in 2026-11-27) and its engine's version, "" where the notebook does not say; its lesson; whether it asks."""
    day: str
    engine: str
    lesson: dict
    asks: bool


def run(notebook):
    asks = any(cell.cell_type == "code" and ASKS.match(cell.source) for cell in notebook.cells)
    data = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    lesson = next((each[LESSON] for each in data if LESSON in each), {})
    replayed = next(filter(None, (REPLAYED.match("".join(each.get("text/plain", ""))) for each in data)), None)
    if replayed:
        return Run(replayed["day"], replayed["engine"], lesson, asks)
    began = (cell.metadata.get("execution", {}).get("iopub.execute_input", "") for cell in notebook.cells)
    return Run(next(filter(None, began), "")[:10], lesson.get("engine", ""), lesson, asks)


def leave_out(notebook):
    """Takes away what only helps where cells can be run: cells and outputs with Jupyter Book's tags, marked sentences, navigation."""
    notebook.cells = [cell for cell in notebook.cells if "remove-cell" not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        if "outputs" in cell:
            removed = "remove-output" in cell.metadata.get("tags", [])
            cell.outputs = [] if removed else [output for output in cell.outputs if is_left(output)]
    texts = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    if texts:
        texts[-1].source = NAVIGATION.sub("", texts[-1].source).rstrip()
        notebook.cells = [cell for cell in notebook.cells if cell is not texts[-1] or cell.source]


def is_left(output):
    """Whether something of an output is left when its sentences for a live page are gone."""
    data = output.get("data", {})
    data.pop(LESSON, None)
    if "text/html" not in data:
        return True
    before = "".join(data["text/html"])
    data["text/html"] = LIVE.sub("", before)
    return bool(data["text/html"].strip()) or not before.strip()
