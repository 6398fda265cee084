package porthole.bench;

import java.util.List;
import java.util.Locale;

/** What people type: kinds of cells, which cost a kernel differently. Each cell differs from all that came before it. */
enum CellKind {
    EXPRESSION(KernelWork.EXPRESSION, "%d + 1"),
    VARIABLE(KernelWork.VARIABLE, "int number%d = %<d;"),
    OBJECT(KernelWork.OBJECT, "var list%d = new ArrayList<Integer>(List.of(%<d));"),
    LOOP(KernelWork.LOOP, "for (int i = 0; i < %d; i++) { total += i; }"),
    METHOD(KernelWork.METHOD, "int plus%d(int x) { return x + %<d; }"),
    CLASS(KernelWork.CLASS, "class Counter%d { int value = %<d; int next() { return value++; } }"),
    STREAM(KernelWork.STREAM, "IntStream.range(0, %d).filter(i -> i > 3).sum()"),
    MISTAKE(
            KernelWork.MISTAKE,
            "int wrong%d = \"text\";",
            "nothing%d + 1",
            "List.of(%d).lenght()",
            "String text%d = list.get(0);",
            "for (int i = 0; i < %d; i++) { totl += i; }");

    /** What the cells need; single imports, as each kernel has others by itself. */
    static final List<String> BEFORE = List.of(
            "import java.util.ArrayList;\nimport java.util.List;\nimport java.util.stream.IntStream;",
            "int total = 0; var list = new ArrayList<Integer>();");

    private final KernelWork work;
    private final List<String> forms;

    CellKind(KernelWork work, String... forms) {
        this.work = work;
        this.forms = List.of(forms);
    }

    KernelWork work() {
        return work;
    }

    /** The cell of that number. */
    String cell(int number) {
        return String.format(Locale.ROOT, forms.get(number % forms.size()), number);
    }
}
