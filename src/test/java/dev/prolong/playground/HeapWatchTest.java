package dev.prolong.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What takes most, then what has run longest is stopped first, and nothing while there is room. */
final class HeapWatchTest {
    private volatile double inUse = 0.5;

    @Test
    void theLongestIsStoppedAndThenTheNext() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (HeapWatch watch = new HeapWatch(() -> inUse, thread -> 0, Duration.ofMillis(2)).started();
                HeapWatch.Place old = watch.enter(first::countDown);
                HeapWatch.Place young = watch.enter(second::countDown)) {
            HeapWatch.Place gone = watch.enter(() -> {
                throw new AssertionError("it has ended");
            });
            try (gone) {
                assertThat(gone.isStopped()).isFalse();
            }
            assertThat(first.await(30, TimeUnit.MILLISECONDS)).isFalse();
            inUse = 0.95;
            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(old.isStopped()).isTrue();
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(young.isStopped()).isTrue();
            assertThat(gone.isStopped()).isFalse();
        }
    }

    @Test
    void whatTakesMostIsStoppedBeforeWhatHasRunLonger() throws Exception {
        CountDownLatch greedy = new CountDownLatch(1);
        CountDownLatch modest = new CountDownLatch(1);
        AtomicLong taken = new AtomicLong();
        try (HeapWatch watch =
                        new HeapWatch(() -> inUse, thread -> taken.addAndGet(1 << 20), Duration.ofMillis(2)).started();
                HeapWatch.Place old = watch.enter(modest::countDown);
                HeapWatch.Place young = watch.enter(greedy::countDown)) {
            young.worksHere();
            Thread.sleep(20);
            inUse = 0.95;
            assertThat(greedy.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(young.isStopped()).isTrue();
            assertThat(old.isStopped()).isFalse();
        }
    }
}
