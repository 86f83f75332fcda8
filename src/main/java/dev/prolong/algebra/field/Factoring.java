package dev.prolong.algebra.field;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.MultivariateFactorization;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import dev.prolong.algebra.Interruption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Factorization by Rings, which draws random numbers from a generator of the thread; after some draws it runs for minutes. On a thread of
 * its own a large polynomial is factored in the same way whatever was factored before, and who waits for it can be interrupted.
 */
final class Factoring {
    /** In terms; below, a thread costs more than the factors. */
    private static final int LARGE = 30;

    private static final long STACK_BYTES = 64L << 20;

    private Factoring() {}

    /** @throws ArithmeticException where none was found */
    static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> of(MultivariatePolynomial<BigInteger> q) {
        if (q.size() < LARGE) {
            return here(q);
        }
        FutureTask<PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>>> task =
                new FutureTask<>(() -> here(q));
        Thread worker = new Thread(null, task, "factorization", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            Interruption.poll();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ArithmeticException fault) {
                throw fault;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> here(
            MultivariatePolynomial<BigInteger> q) {
        try {
            return MultivariateFactorization.Factor(q);
        } catch (NullPointerException fault) {
            // Rings 2.5.8 fails so on a few polynomials
            throw new ArithmeticException("no factorization was found");
        }
    }
}
