"""On paper, where nothing can be folded, answers stand at the end of their section, under the numbers of their places."""
from words import PAGE_WORDS

ANSWER = "porthole-answer"


def at_the_end(page, language):
    """Moves the folded answers of a page; each place and its answer lead to one another."""
    sections = {}
    for answer in page.find_all("details", ANSWER):
        section = section_of(answer)
        sections.setdefault(id(section), (section, []))[1].append(answer)
    for number, (section, answers) in enumerate(sections.values(), 1):
        moved = listed(page, f"answer-{number}", answers, PAGE_WORDS[language])
        below = section.find("section", recursive=False)
        below.insert_before(moved) if below else section.append(moved)


def section_of(answer):
    """The part of a lesson that an answer is in; before the first part, the lesson."""
    inside = answer.find_parents("section")
    lesson = next((i for i, each in enumerate(inside) if "toctree-wrapper" in each.parent.get("class", [])), len(inside) - 1)
    return inside[max(lesson - 1, 0)]


def listed(page, names, answers, words):
    """Takes the answers from where they are and lists them."""
    moved = page.new_tag("div", attrs={"class": "answers"})
    heading = page.new_tag("p", attrs={"class": "rubric"})
    heading.string = words["answers"]
    moved.append(heading)
    for place, answer in enumerate(answers, 1):
        name = f"{names}-{place}"
        answer.replace_with(link(page, f"{name}-asked", f"#{name}", words["answer-below"].format(place)))
        answer.summary.decompose()
        answer.name, answer.attrs = "div", {"class": "answer"}
        answer.insert(0, link(page, name, f"#{name}-asked", words["answer"].format(place)))
        moved.append(answer)
    return moved


def link(page, name, target, words):
    line = page.new_tag("div", attrs={"class": "answer-number", "id": name})
    to = page.new_tag("a", href=target)
    to.string = words
    line.append(to)
    return line
