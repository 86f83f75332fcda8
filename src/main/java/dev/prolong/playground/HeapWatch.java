package dev.prolong.playground;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Keeps one derivation from taking the memory of all: where too much of the heap is in use after collections, the derivation that has
 * allocated most since the watch looked last is stopped (of those that are equal the one that has run longest), then, if that was not
 * enough, the next. Threads of one virtual machine share its heap, so none can be given a part of its own.
 */
final class HeapWatch implements AutoCloseable {
    private static final double MOST = 0.85;
    private static final Duration EVERY = Duration.ofMillis(200);
    /** Between one stop and the next: what a collection needs to show what the first gave back. */
    private static final int BEATS = 15;

    private final List<Place> running = new ArrayList<>();
    private final DoubleSupplier inUse;
    private final LongUnaryOperator allocated;
    private final Duration every;
    private final Thread thread = new Thread(this::watch, "heap watch");

    /**
     * @param inUse the part of the heap in use, from 0 to 1
     * @param allocated the bytes that a thread, given by its number, has allocated until now
     */
    HeapWatch(DoubleSupplier inUse, LongUnaryOperator allocated, Duration every) {
        this.inUse = inUse;
        this.allocated = allocated;
        this.every = every;
        thread.setDaemon(true);
    }

    /** A watch over the heap of this program. */
    static HeapWatch start() {
        return new HeapWatch(HeapWatch::afterCollection, HeapWatch::allocatedBy, EVERY).started();
    }

    private static long allocatedBy(long thread) {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean beans
                ? Math.max(0, beans.getThreadAllocatedBytes(thread))
                : 0;
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
        private volatile long worker = -1;
        private long before;
        private long lately;

        private Place(Runnable stop) {
            this.stop = stop;
        }

        /** Says that the work is done by the thread that calls this. */
        void worksHere() {
            worker = Thread.currentThread().getId();
        }

        private void look() {
            long now = worker < 0 ? 0 : allocated.applyAsLong(worker);
            lately = now - before;
            before = now;
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
                synchronized (running) {
                    running.forEach(Place::look);
                }
                if (rest == 0 && inUse.getAsDouble() > MOST && stopGreediest()) {
                    rest = BEATS;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopGreediest() {
        synchronized (running) {
            Optional<Place> greediest = running.stream()
                    .filter(place -> !place.stopped)
                    .reduce((one, next) -> next.lately > one.lately ? next : one);
            greediest.ifPresent(place -> {
                place.stopped = true;
                place.stop.run();
            });
            return greediest.isPresent();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
