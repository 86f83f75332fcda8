package dev.prolong.conservation;

/** A number with its derivative in one direction. */
record Dual(double value, double slope) {
    static Dual of(double value) {
        return new Dual(value, 0);
    }

    Dual plus(Dual b) {
        return new Dual(value + b.value, slope + b.slope);
    }

    Dual times(Dual b) {
        return new Dual(value * b.value, slope * b.value + value * b.slope);
    }

    Dual times(double k) {
        return new Dual(k * value, k * slope);
    }

    Dual over(Dual b) {
        double q = value / b.value;
        return new Dual(q, (slope - q * b.slope) / b.value);
    }

    Dual exp() {
        double e = Math.exp(value);
        return new Dual(e, e * slope);
    }

    Dual cos() {
        return new Dual(Math.cos(value), -Math.sin(value) * slope);
    }

    Dual tanh() {
        double h = Math.tanh(value);
        return new Dual(h, (1 - h * h) * slope);
    }

    Dual logistic() {
        double s = 1 / (1 + Math.exp(-value));
        return new Dual(s, s * (1 - s) * slope);
    }

    Dual leakyRelu() {
        return value > 0 ? this : times(0.01);
    }

    Dual relu() {
        return value > 0 ? this : of(0);
    }
}
