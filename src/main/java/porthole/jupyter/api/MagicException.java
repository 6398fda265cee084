package porthole.jupyter.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import porthole.display.Sentences;

/** A mistake that the person at the cell can correct, reported in one sentence and shown without a stack trace. */
public class MagicException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure.
     *
     * @param sentence the message: what was asked, what exists, what to do next
     */
    public MagicException(String sentence) {
        super(sentence);
    }

    /**
     * Makes the failure for a file that could not be written, and says why.
     *
     * @param path the file's path, as it was given
     * @param e what writing it threw
     */
    public static MagicException unwritable(String path, IOException e) {
        Sentences sentences = Sentences.of(MagicException.class);
        String reason;
        if (e instanceof NoSuchFileException) {
            reason = sentences.say("write.absent");
        } else if (e instanceof AccessDeniedException) {
            reason = sentences.say("write.denied");
        } else if (Files.isDirectory(Path.of(path))) {
            reason = sentences.say("write.folder");
        } else {
            reason = e instanceof FileSystemException f && f.getReason() != null
                    ? f.getReason()
                    : e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return new MagicException(sentences.say("write.failed", path, reason));
    }
}
