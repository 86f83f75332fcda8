package dev.prolong.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What has run longest is stopped first, and nothing while there is room. */
final class HeapWatchTest {
    private volatile double inUse = 0.5;

    @Test
    void theLongestIsStoppedAndThenTheNext() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (HeapWatch watch = new HeapWatch(() -> inUse, Duration.ofMillis(2)).started();
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
}
