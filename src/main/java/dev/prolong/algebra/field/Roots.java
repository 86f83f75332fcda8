package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roots of elements, positive real ones: perfect powers come out, what is left is a product of kernels {@code p^(1/n)}.
 *
 * <p>A single irreducible radicand is positive wherever the root is real. A product whose factors may both be negative gets one kernel
 * for the whole product; for square roots the product is first reduced by the radicands already there.
 */
final class Roots {
    private final Tower tower;
    private final Trees trees;
    /** Square-root kernels of products, with their factors. */
    private final Map<Integer, List<Polynomial>> products = new LinkedHashMap<>();

    Roots(Tower tower, Trees trees) {
        this.tower = tower;
        this.trees = trees;
    }

    /** {@code g^(1/n)}. */
    FieldElement root(FieldElement g, int n) {
        Arithmetic k = tower.arithmetic();
        if (g.isZero()) {
            return g;
        }
        Multiplicative m = Multiplicative.of(g, k);
        int common = m.powers().values().stream().reduce(n, Roots::gcd);
        if (m.sign() > 0 && common % 2 == 0 && common < n) {
            return ofPower(m.powers(), common, n / common);
        }
        FieldElement out = k.constant(1);
        List<Polynomial> inside = new ArrayList<>();
        Map<Polynomial, Integer> exponents = new LinkedHashMap<>();
        for (Map.Entry<Polynomial, Integer> entry : m.powers().entrySet()) {
            noteAlgebraic(entry.getKey());
            int whole = Math.floorDiv(entry.getValue(), n);
            int rest = entry.getValue() - whole * n;
            boolean unsigned = n % 2 == 0 && whole % 2 != 0 && !tower.isPositive(entry.getKey());
            boolean alone = rest != 0 && m.powers().size() == 1;
            FieldElement p = k.of(entry.getKey());
            out = k.multiply(out, k.power(p, whole));
            if (unsigned) {
                // the root of ±p alone is real where ±p is positive
                out = k.multiply(out, alone ? k.constant(m.sign()) : sign(entry.getKey()));
            }
            if (rest != 0) {
                inside.add(entry.getKey());
                exponents.put(entry.getKey(), rest);
            }
        }
        return inside.isEmpty() && m.sign() > 0 ? out : k.multiply(out, irrational(m.sign(), exponents, n));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }

    /** {@code (h^d)^(1/(dn)) = |h|^(1/n)} for even d. */
    private FieldElement ofPower(Map<Polynomial, Integer> powers, int d, int n) {
        Arithmetic k = tower.arithmetic();
        FieldElement out = k.constant(1);
        FieldElement radicand = k.constant(1);
        for (Map.Entry<Polynomial, Integer> e : powers.entrySet()) {
            noteAlgebraic(e.getKey());
            FieldElement size = k.multiply(sign(e.getKey()), k.of(e.getKey()));
            int whole = Math.floorDiv(e.getValue() / d, n);
            out = k.multiply(out, k.power(size, whole));
            radicand = k.multiply(radicand, k.power(size, e.getValue() / d - whole * n));
        }
        if (radicand.isRational() && radicand.equals(k.constant(1))) {
            return out;
        }
        tower.mayHideRelations();
        // no exponent is negative
        return k.multiply(out, kernel(radicand.numerator(), n));
    }

    private FieldElement irrational(int sign, Map<Polynomial, Integer> exponents, int n) {
        Arithmetic k = tower.arithmetic();
        FieldElement out = k.constant(1);
        Map<Polynomial, Integer> open = new LinkedHashMap<>();
        for (Map.Entry<Polynomial, Integer> e : exponents.entrySet()) {
            if (tower.isPositive(e.getKey()) || n % 2 != 0) {
                out = k.multiply(out, k.power(kernel(e.getKey(), n), e.getValue()));
            } else {
                open.put(e.getKey(), e.getValue());
            }
        }
        if (open.isEmpty() && sign > 0) {
            return out;
        }
        if (open.isEmpty()) {
            return k.multiply(out, n % 2 != 0 ? k.constant(-1) : kernel(k.polynomial(BigInteger.ONE.negate()), n));
        }
        if (open.size() == 1) {
            Map.Entry<Polynomial, Integer> e = open.entrySet().iterator().next();
            Polynomial p = sign > 0 ? e.getKey() : e.getKey().negate();
            learnPositive(p);
            return k.multiply(out, k.power(kernel(p, n), e.getValue()));
        }
        return k.multiply(out, product(sign, open, n));
    }

    /** The base of a power whose exponent is no integer is positive wherever the power is real. */
    void learnPositiveBase(FieldElement e) {
        openFactor(e).ifPresent(this::learnPositive);
    }

    /** The one factor, with its sign, that must be positive for e to be; empty where none or several are of unknown sign. */
    Optional<Polynomial> openFactor(FieldElement e) {
        Multiplicative m = Multiplicative.of(e, tower.arithmetic());
        List<Polynomial> open = m.powers().entrySet().stream()
                .filter(f -> f.getValue() % 2 != 0 && !f.getKey().isConstant() && !tower.isPositive(f.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        return open.size() == 1
                ? Optional.of(m.sign() > 0 ? open.get(0) : open.get(0).negate())
                : Optional.empty();
    }

    private void learnPositive(Polynomial p) {
        if (!tower.positives().contains(p)) {
            tower.assumePositive(p);
            throw new OutsideFieldException(OutsideFieldException.Lack.KNOWN_SIGN, 1, "a radicand is positive");
        }
    }

    private FieldElement product(int sign, Map<Polynomial, Integer> open, int n) {
        Arithmetic k = tower.arithmetic();
        Polynomial radicand = k.polynomial(BigInteger.valueOf(sign));
        for (Map.Entry<Polynomial, Integer> e : open.entrySet()) {
            radicand = radicand.times(e.getKey().power(e.getValue()));
        }
        List<Polynomial> factors = new ArrayList<>(open.keySet());
        boolean overlaps = products.values().stream()
                .anyMatch(f -> !f.equals(factors) && f.stream().anyMatch(factors::contains));
        if (overlaps || n != 2) {
            tower.mayHideRelations();
        }
        FieldElement out = kernel(radicand, n);
        products.put(tower.kernels().size(), factors);
        return out;
    }

    private FieldElement kernel(Polynomial p, int n) {
        FieldElement radicand = tower.arithmetic().of(p);
        return tower.element(
                new Kernel.Root(Expr.power(trees.of(radicand), Expr.rational(1, n)), n, radicand.numerator()));
    }

    private void noteAlgebraic(Polynomial p) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            if (tower.kernels().get(i).relationDegree() > 0 && p.degree(i) > 0) {
                tower.mayHideRelations();
            }
        }
    }

    /** {@code sign(p)} of an irreducible polynomial. */
    FieldElement sign(Polynomial p) {
        Arithmetic k = tower.arithmetic();
        if (tower.isPositive(p)) {
            return k.constant(1);
        }
        if (tower.isPositive(p.negate())) {
            return k.constant(-1);
        }
        return tower.element(new Kernel.Sign(Expr.apply(dev.prolong.algebra.Elementary.SIGN, trees.of(k.of(p))), p));
    }

    /** {@code sign(g)}. */
    FieldElement sign(FieldElement g) {
        Arithmetic k = tower.arithmetic();
        Multiplicative m = Multiplicative.of(g, k);
        FieldElement out = k.constant(m.sign());
        for (Map.Entry<Polynomial, Integer> e : m.powers().entrySet()) {
            if (e.getValue() % 2 != 0) {
                out = k.multiply(out, sign(e.getKey()));
            }
        }
        return out;
    }
}
