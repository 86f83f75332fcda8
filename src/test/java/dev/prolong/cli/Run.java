package dev.prolong.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the program within this process. */
record Run(int exit, String out, String err) {

    static Run of(Engine engine, String... words) {
        return with(engine, "", Map.of(), words);
    }

    static Run with(Engine engine, String input, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, environment);
        int exit = new Program(new Session(terminal, engine, WarmStart.begin())).run(words);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
