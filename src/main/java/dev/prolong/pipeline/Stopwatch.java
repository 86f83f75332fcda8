package dev.prolong.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Seconds by stage, summed over the pieces of a system. The only clock of the derivation. */
final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private final Consumer<String> progress;
    private volatile String stage = "";

    Stopwatch() {
        this(stage -> {});
    }

    /** With who is told each stage as it begins. */
    Stopwatch(Consumer<String> progress) {
        this.progress = progress;
    }

    <T> T time(String name, Supplier<T> work) {
        String outer = stage;
        stage = name;
        progress.accept(name);
        long before = System.nanoTime();
        try {
            T done = work.get();
            stage = outer;
            return done;
        } finally {
            synchronized (seconds) {
                seconds.merge(name, (System.nanoTime() - before) / 1e9, Double::sum);
            }
        }
    }

    /** What is being done, or was when it failed; empty between the stages. */
    String stage() {
        return stage;
    }

    void run(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return stage;
        });
    }

    Map<String, Double> timings() {
        synchronized (seconds) {
            Map<String, Double> out = new LinkedHashMap<>(seconds);
            out.put("total", (System.nanoTime() - start) / 1e9);
            return out;
        }
    }
}
