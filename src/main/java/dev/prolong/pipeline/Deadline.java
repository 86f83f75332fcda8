package dev.prolong.pipeline;

import dev.prolong.algebra.field.NotSmoothException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs work on a thread of its own, with a deep stack, and takes what is finished when a bound is met: of time, of memory, of the stack, or
 * of the size of an expression. None of them is ever an exception to who asked.
 */
public final class Deadline {
    private static final long STACK_BYTES = 512L << 20;

    private Deadline() {}

    /**
     * The result of the work, or what there is of it.
     *
     * @param unfinished makes a result of what is finished so far, told which bound was met; must be quick
     * @throws Exception what the work throws
     */
    public static <T> T call(Optional<Duration> limit, Callable<T> work, Function<String, T> unfinished)
            throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(null, task, "derivation", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return limit.isPresent() ? task.get(limit.get().toNanos(), TimeUnit.NANOSECONDS) : task.get();
        } catch (TimeoutException over) {
            worker.interrupt();
            return unfinished.apply("time limit");
        } catch (ExecutionException failed) {
            return unfinished.apply(bound(Objects.requireNonNull(failed.getCause())));
        } catch (InterruptedException stopped) {
            worker.interrupt();
            T found = unfinished.apply("interrupted");
            Thread.currentThread().interrupt();
            return found;
        }
    }

    /** The same for work that throws no checked exceptions. */
    static <T> T within(Optional<Duration> limit, Callable<T> work, Function<String, T> unfinished) {
        try {
            return call(limit, work, unfinished);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which bound a failure is; a failure that is none is thrown on. */
    private static String bound(Throwable cause) throws Exception {
        if (cause instanceof StackOverflowError) {
            return "stack: an expression is nested too deep";
        }
        if (cause instanceof OutOfMemoryError) {
            return "memory: " + (Runtime.getRuntime().maxMemory() >> 20) + " MB do not suffice";
        }
        if (cause instanceof NotSmoothException large) {
            return "size: " + large.getMessage();
        }
        if (cause instanceof Exception failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException(cause);
    }
}
