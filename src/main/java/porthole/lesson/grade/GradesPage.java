package porthole.lesson.grade;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import porthole.display.Html;
import porthole.display.Language;
import porthole.display.Sentences;

/**
 * The page of the class: a line for each student. It is one file, without scripts, and links to the feedback and to itself in
 * the other language.
 */
record GradesPage(
        TaughtLesson lesson, List<GradedTask> tasks, List<Graded> all, ManualPoints manual, Language language) {
    private static final Sentences SENTENCES = Sentences.of(GradesPage.class);
    private static final String STYLE =
            ":root{color-scheme:light dark;background:light-dark(#fff,#121212);color:light-dark(#1a1a1a,#eee)}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
                    + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8888;"
                    + "padding:.3rem .6rem;text-align:left;vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap}"
                    + ".some{color:light-dark(#a83e00,#ffa57d)}.full{color:light-dark(#006b55,#5fd3b4)}"
                    + "a{color:light-dark(#0b57d0,#9cc0ff)}ul{margin:.2rem 0;padding-left:1.2rem}.scroll{overflow-x:auto}";

    /** Its file's name. */
    static String file(Language language) {
        return language == Language.JAPANESE ? "index.ja.html" : "index.html";
    }

    private String title() {
        Map<String, String> words = lesson.lesson().title().in();
        return Optional.ofNullable(words.get(language.locale().getLanguage()))
                .orElseGet(() -> lesson.lesson().title().here());
    }

    private String say(String key, Object... parts) {
        return Html.escape(SENTENCES.say(language, key, parts));
    }

    /** @param hasFeedback whether there is a notebook with feedback for a student */
    String html(Predicate<String> hasFeedback) {
        Language other = language == Language.JAPANESE ? Language.ENGLISH : Language.JAPANESE;
        String title = say("page.title", title(), lesson.lesson().name());
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\""
                + language.locale().getLanguage()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
                + title + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n<p><a href=\"" + file(other)
                + "\" lang=\"" + other.locale().getLanguage() + "\">"
                + (other == Language.JAPANESE ? "日本語" : "English") + "</a></p>\n<h1>" + title + "</h1>\n<p>"
                + say("page.sum", all.size())
                + "</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + title
                + "\">\n<table>\n<thead><tr><th scope=\"col\">" + say("page.student") + "</th>");
        tasks.forEach(task -> html.append("<th scope=\"col\" class=\"n\">")
                .append(Html.escape(task.name()))
                .append("<br>")
                .append(ResultFiles.number(task.points()))
                .append("</th>"));
        html.append("<th scope=\"col\" class=\"n\">" + say("page.points") + "<br>"
                + ResultFiles.number(
                        tasks.stream().mapToDouble(GradedTask::points).sum())
                + "</th><th scope=\"col\">" + say("page.remarks") + "</th></tr></thead>\n<tbody>\n");
        all.forEach(graded -> html.append(row(graded, hasFeedback.test(graded.student()))));
        return html.append("</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n")
                .toString();
    }

    private String row(Graded graded, boolean hasFeedback) {
        String name = Html.escape(graded.student());
        String cell = hasFeedback ? "<a href=\"feedback/" + path(graded.student()) + ".ipynb\">" + name + "</a>" : name;
        Map<String, Optional<Double>> points = ResultFiles.points(tasks, graded, manual);
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">" + cell + "</th>");
        for (GradedTask task : tasks) {
            Optional<Double> had = points.getOrDefault(task.name(), Optional.empty());
            String look = had.isEmpty() ? "" : had.get() >= task.points() ? " full" : " some";
            row.append("<td class=\"n" + look + "\">")
                    .append(had.map(ResultFiles::number).orElseGet(() -> say("page.to-mark")))
                    .append("</td>");
        }
        return row.append("<td class=\"n\">" + ResultFiles.number(ResultFiles.sum(points)) + "</td><td>"
                        + remarks(graded) + "</td></tr>\n")
                .toString();
    }

    private String remarks(Graded graded) {
        StringBuilder said = new StringBuilder();
        graded.remarks().forEach(remark -> said.append("<li>" + Html.escape(remark.in(language)) + "</li>"));
        for (TaskMark mark : graded.marks()) {
            if (mark.kind() == TaskMark.Kind.SESSION && mark.points() > 0) {
                said.append("<li>" + say("page.session", mark.task()) + "</li>");
            }
            for (TaskMark.Line line : mark.lines()) {
                if (!line.holds()) {
                    String seen = line.seen().isEmpty() ? "" : ": " + line.seen();
                    said.append("<li>" + Html.escape(mark.task()) + ": <code>" + Html.escape(line.expected())
                            + "</code>" + Html.escape(seen) + "</li>");
                }
            }
            if (!mark.note().isEmpty()) {
                said.append("<li>" + Html.escape(mark.task() + ": " + mark.note()) + "</li>");
            }
        }
        return said.isEmpty() ? "" : "<ul>" + said + "</ul>";
    }

    private static String path(String name) {
        try {
            return Html.escape(
                    new URI(null, null, "/" + name, null).toASCIIString().substring(1));
        } catch (URISyntaxException e) {
            return Html.escape(name);
        }
    }
}
