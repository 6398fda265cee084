package porthole.notebook;

import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** A program of its own, as its folder and its environment are those of a kernel: runs cells, with lines for those that ask. */
public final class QuizCells {
    private QuizCells() {}

    /** @param args a cell, then what is typed to it with commas between; a cell without a reader is followed by {@code -} */
    public static void main(String[] args) {
        try (Session session = new Session(new NotebookExtension())) {
            for (int i = 0; i < args.length; i += 2) {
                RecordedOutputs outputs = new RecordedOutputs();
                if (!args[i + 1].equals("-")) {
                    for (String line : args[i + 1].split(",", -1)) {
                        outputs.answers.add(line);
                    }
                }
                System.out.println("### " + args[i] + "\n" + Session.shows(session.run(args[i], outputs)));
                outputs.displays.forEach(System.out::println);
            }
        }
    }
}
