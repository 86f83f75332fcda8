package dev.prolong.algebra.field;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.MultivariateFactorization;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariateFactorization;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import dev.prolong.algebra.Interruption;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Factorization by Rings, which draws random numbers from a generator of the thread; after some draws it runs for minutes. On a thread of
 * its own a large polynomial is factored in the same way whatever was factored before, and who waits for it can be interrupted.
 */
public final class Factoring {
    /** In terms; below, a thread costs more than the factors. */
    private static final int LARGE = 30;

    private static final long STACK_BYTES = 64L << 20;

    private static final int TRIALS = 3;
    private static final int SEED = 7;

    private Factoring() {}

    /**
     * Irreducible factors and the unit.
     *
     * @throws ArithmeticException where none was found
     */
    public static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> of(
            MultivariatePolynomial<BigInteger> q) {
        if (q.size() < LARGE) {
            return here(q);
        }
        if (isSurelyIrreducible(q)) {
            return PolynomialFactorDecomposition.of(q);
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

    /**
     * Hilbert's test: with a constant as its leading coefficient in x, all factors but numbers keep their degrees in x whatever numbers
     * replace the other variables; so q is irreducible where what is left is.
     */
    private static boolean isSurelyIrreducible(MultivariatePolynomial<BigInteger> q) {
        Random random = new Random(SEED);
        for (int x = 0; x < q.nVariables; x++) {
            int degree = q.degree(x);
            if (degree > 0 && q.content().isOne() && q.coefficientOf(x, degree).isConstant()) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    MultivariatePolynomial<BigInteger> rest = q;
                    for (int v = 0; v < q.nVariables; v++) {
                        rest = v == x ? rest : rest.evaluate(v, random.nextInt(200) - 100L);
                    }
                    UnivariatePolynomial<BigInteger> left = rest.asUnivariate();
                    PolynomialFactorDecomposition<UnivariatePolynomial<BigInteger>> factors =
                            UnivariateFactorization.Factor(left);
                    int moving = 0;
                    for (int i = 0; i < factors.size(); i++) {
                        moving += factors.get(i).degree() > 0 ? factors.getExponent(i) : 0;
                    }
                    if (moving == 1) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> here(
            MultivariatePolynomial<BigInteger> q) {
        try {
            return checked(q, MultivariateFactorization.Factor(q));
        } catch (NullPointerException | AssertionError fault) {
            // Rings 2.5.8 fails so on a few polynomials, the second where assertions are on
            throw new ArithmeticException("no factorization was found");
        }
    }

    /** Multiplied out: the sign of what Rings 2.5.8 finds is wrong for some, {@code (x − y)^8 (x + y)^3 (1 − y)^2} among them. */
    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> checked(
            MultivariatePolynomial<BigInteger> q,
            PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> found) {
        MultivariatePolynomial<BigInteger> product = found.multiply();
        if (product.equals(q)) {
            return found;
        }
        if (!product.negate().equals(q)) {
            throw new ArithmeticException("no factorization was found");
        }
        return found.setUnit(found.unit.clone().negate());
    }
}
