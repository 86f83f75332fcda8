package dev.prolong.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Seconds by stage, summed over the pieces of a system. The only clock of the derivation. */
final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    <T> T time(String stage, Supplier<T> work) {
        long before = System.nanoTime();
        try {
            return work.get();
        } finally {
            synchronized (seconds) {
                seconds.merge(stage, (System.nanoTime() - before) / 1e9, Double::sum);
            }
        }
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
