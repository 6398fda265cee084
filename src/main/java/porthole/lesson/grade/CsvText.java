package porthole.lesson.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), with which no text becomes a formula in a spreadsheet. */
final class CsvText {
    private final StringBuilder text = new StringBuilder();

    void line(List<String> cells) {
        text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        boolean formula = value.matches("(?s)[=+@\\t\\r-].*") && !value.matches("-?\\d+(\\.\\d+)?");
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    String text() {
        return text.toString();
    }

    /** The lines of such a text. */
    static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quoted && next == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (quoted || (next != ',' && next != '\n' && next != '\r')) {
                cell.append(next);
            } else if (next != '\r') {
                line.add(cell.toString());
                cell.setLength(0);
                if (next == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
