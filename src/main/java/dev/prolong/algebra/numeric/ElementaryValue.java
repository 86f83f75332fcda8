package dev.prolong.algebra.numeric;

import dev.prolong.algebra.Elementary;

/** Elementary functions of balls, composed of those in {@link Transcendental}; digits lost to cancellation show in the radius. */
final class ElementaryValue {
    private ElementaryValue() {}

    static Ball of(Elementary f, Ball x, int bits) {
        if (!x.isReal()) {
            return x;
        }
        return switch (f) {
            case LOG -> Transcendental.log(x, bits);
            case ABS -> x.abs();
            case SIGN -> sign(x);
            case SIN -> Transcendental.sin(x, bits);
            case COS -> Transcendental.cos(x, bits);
            case TAN -> Transcendental.sin(x, bits).divide(Transcendental.cos(x, bits), bits);
            case SEC -> Transcendental.cos(x, bits).inverse(bits);
            case CSC -> Transcendental.sin(x, bits).inverse(bits);
            case COT -> Transcendental.cos(x, bits).divide(Transcendental.sin(x, bits), bits);
            case ASIN -> arcsine(x, bits);
            case ACOS -> arccosine(x, bits);
            case ATAN -> Transcendental.atan(x, bits);
            case SINH -> hyperbolic(x, false, bits);
            case COSH -> hyperbolic(x, true, bits);
            case TANH -> tanh(x, bits);
            case SECH -> hyperbolic(x, true, bits).inverse(bits);
            case CSCH -> hyperbolic(x, false, bits).inverse(bits);
            case COTH -> tanh(x, bits).inverse(bits);
            case ASINH -> arsinh(x, bits);
            case ACOSH -> arcosh(x, bits);
            case ATANH -> artanh(x, bits);
            case ERF -> SpecialValue.erf(x, bits);
            case ERFI -> SpecialValue.erfi(x, bits);
            case EI -> SpecialValue.exponentialIntegral(x, bits);
            case LAMBERTW -> LambertW.of(x, bits);
            case MIN, MAX -> x;
        };
    }

    private static Ball sign(Ball x) {
        if (x.isExactZero()) {
            return Ball.ZERO;
        }
        return x.isSurelyPositive()
                ? Ball.ONE
                : x.isSurelyNegative() ? Ball.ONE.negate() : Ball.undefined(Status.UNSURE);
    }

    /** {@code atan(x / sqrt((1−x)(1+x)))}. */
    private static Ball arcsine(Ball x, int bits) {
        Ball left = Ball.ONE.minus(x, bits);
        Ball right = Ball.ONE.plus(x, bits);
        if (left.isExactZero() || right.isExactZero()) {
            Ball quarter = Constants.PI.ball(bits).shifted(-1);
            return left.isExactZero() ? quarter : quarter.negate();
        }
        return Transcendental.atan(x.divide(left.times(right, bits).sqrt(bits), bits), bits);
    }

    private static Ball arccosine(Ball x, int bits) {
        return x.isReal() && Ball.ONE.minus(x, bits).isExactZero()
                ? Ball.ZERO
                : Constants.PI.ball(bits).shifted(-1).minus(arcsine(x, bits), bits);
    }

    private static Ball hyperbolic(Ball x, boolean even, int bits) {
        Ball up = Transcendental.exp(x, bits);
        Ball down = up.lower() > 0 ? up.inverse(bits) : Transcendental.exp(x.negate(), bits);
        return (even ? up.plus(down, bits) : up.minus(down, bits)).shifted(-1);
    }

    /** {@code 1 − 2/(e^(2x) + 1)} for positive x, whatever its size. */
    private static Ball tanh(Ball x, int bits) {
        Ball size = x.abs();
        if (size.lower() > 340) {
            Ball one = Ball.ONE.widened(0x1p-900);
            return x.mantissa().signum() < 0 ? one.negate() : one;
        }
        Ball square = Transcendental.exp(x.shifted(1), bits);
        return square.minus(Ball.ONE, bits).divide(square.plus(Ball.ONE, bits), bits);
    }

    private static Ball arsinh(Ball x, int bits) {
        Ball size = x.abs();
        Ball root = size.times(size, bits).plus(Ball.ONE, bits).sqrt(bits);
        Ball out = Transcendental.log(size.plus(root, bits), bits);
        return x.mantissa().signum() < 0 ? out.negate() : out;
    }

    private static Ball arcosh(Ball x, int bits) {
        Ball root = x.minus(Ball.ONE, bits).times(x.plus(Ball.ONE, bits), bits).sqrt(bits);
        return x.isSurelyNegative() ? Ball.undefined(Status.NOT_REAL) : Transcendental.log(x.plus(root, bits), bits);
    }

    private static Ball artanh(Ball x, int bits) {
        Ball left = Ball.ONE.minus(x, bits);
        Ball right = Ball.ONE.plus(x, bits);
        if (left.isSurelyNegative() || right.isSurelyNegative()) {
            return Ball.undefined(Status.NOT_REAL);
        }
        return Transcendental.log(right.divide(left, bits), bits).shifted(-1);
    }
}
