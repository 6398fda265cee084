package io.github.spencerpark.jupyter.kernel.magic.common;

import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code %sh} as IJava has it: the lines that a program prints are its value. */
public class Shell {
    /** Runs a program without a shell; what it prints to standard output, line by line. */
    @LineMagic
    public static List<String> sh(List<String> args) throws Exception {
        Process process = new ProcessBuilder(args)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed.lines().toList();
        } finally {
            process.destroy();
        }
    }
}
