package dev.prolong.codegen.support;

/** The functions that generated code computes itself, for code by hand that is compared with it. */
public final class SupportFunctions {
    private SupportFunctions() {}

    /** The exponential function. */
    public static double exp(double x) {
        return ExponentialAndLogarithm.exp(x);
    }

    /** {@code e^x - 1}. */
    public static double expm1(double x) {
        return ExponentialAndLogarithm.expm1(x);
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return ExponentialAndLogarithm.log(x);
    }

    /** {@code log(1 + x)}. */
    public static double log1p(double x) {
        return ExponentialAndLogarithm.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return HyperbolicFunctions.tanh(x);
    }

    /** The sine, where the cosine is needed too. */
    public static double sin(double x) {
        return SineAndCosine.sinShared(x);
    }

    /** The cosine, where the sine is needed too. */
    public static double cos(double x) {
        return SineAndCosine.cosShared(x);
    }
}
