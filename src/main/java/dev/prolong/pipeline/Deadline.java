package dev.prolong.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a derivation on a thread of its own and takes what is finished when the time is over. */
final class Deadline {
    private static final long STACK_BYTES = 512L << 20;

    private Deadline() {}

    static DerivationResult within(Duration limit, Pipeline.Run run) {
        FutureTask<DerivationResult> task = new FutureTask<>(run::get);
        Thread worker = new Thread(null, task, "derivation", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException over) {
            worker.interrupt();
            return run.result(List.of("time limit of " + limit.toMillis() / 1000.0 + " s"));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            return run.result(List.of("interrupted"));
        }
    }
}
