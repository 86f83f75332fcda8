package dev.prolong.playground;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Keeps one derivation from taking the memory of all: where too much of the heap is in use after collections, the derivation that has
 * run longest is stopped, then, if that was not enough, the next.
 */
final class HeapWatch implements AutoCloseable {
    private static final double MOST = 0.85;
    private static final Duration EVERY = Duration.ofMillis(200);
    /** Between one stop and the next: what a collection needs to show what the first gave back. */
    private static final int BEATS = 15;

    private final List<Place> running = new ArrayList<>();
    private final DoubleSupplier inUse;
    private final Duration every;
    private final Thread thread = new Thread(this::watch, "heap watch");

    /** @param inUse the part of the heap in use, from 0 to 1 */
    HeapWatch(DoubleSupplier inUse, Duration every) {
        this.inUse = inUse;
        this.every = every;
        thread.setDaemon(true);
    }

    /** A watch over the heap of this program. */
    static HeapWatch start() {
        return new HeapWatch(HeapWatch::afterCollection, EVERY).started();
    }

    HeapWatch started() {
        thread.start();
        return this;
    }

    /** What is in use after the latest collections. */
    private static double afterCollection() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += usage == null ? 0 : usage.getUsed();
        }
        return (double) used / Runtime.getRuntime().maxMemory();
    }

    /** From now on this work may be stopped; to be closed when it ends. */
    Place enter(Runnable stop) {
        Place place = new Place(stop);
        synchronized (running) {
            running.add(place);
        }
        return place;
    }

    /** Work that is watched. */
    final class Place implements AutoCloseable {
        private final Runnable stop;
        private volatile boolean stopped;

        private Place(Runnable stop) {
            this.stop = stop;
        }

        /** Whether it was stopped for want of memory. */
        boolean isStopped() {
            return stopped;
        }

        @Override
        public void close() {
            synchronized (running) {
                running.remove(this);
            }
        }
    }

    private void watch() {
        int rest = 0;
        try {
            while (true) {
                Thread.sleep(every.toMillis());
                rest = Math.max(0, rest - 1);
                if (rest == 0 && inUse.getAsDouble() > MOST && stopLongest()) {
                    rest = BEATS;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopLongest() {
        synchronized (running) {
            for (Place place : running) {
                if (!place.stopped) {
                    place.stopped = true;
                    place.stop.run();
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
