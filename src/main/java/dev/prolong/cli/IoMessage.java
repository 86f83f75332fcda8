package dev.prolong.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures of files in words. */
final class IoMessage {
    private IoMessage() {}

    static String reading(String file, IOException e) {
        return "cannot read " + file + ": " + reason(e);
    }

    static String writing(String file, IOException e) {
        return "cannot write " + file + ": " + reason(e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
