package dev.prolong.conservation.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Products of powers of atoms, as lists of exponents, by total degree; a negative exponent counts by its amount, a power of a root as one. */
final class Monomials {
    private final List<Atom> atoms;
    private final int most;
    private final List<int[]> out = new ArrayList<>();

    private Monomials(List<Atom> atoms, int most) {
        this.atoms = atoms;
        this.most = most;
    }

    /** Those up to a degree, lower degrees first, the constant 1 the first; at most about this many. */
    static List<int[]> upTo(int degree, List<Atom> atoms, int most) {
        Monomials m = new Monomials(atoms, most);
        for (int d = 0; d <= degree && m.out.size() <= most; d++) {
            m.extend(new int[atoms.size()], 0, d);
        }
        List<int[]> coefficients = m.out.stream()
                .filter(e -> m.isConstant(e) && IntStream.of(e).sum() < degree)
                .toList();
        for (int i = 0; i < atoms.size(); i++) {
            if (atoms.get(i).alone()) {
                for (int[] coefficient : coefficients) {
                    int[] e = coefficient.clone();
                    e[i] = 1;
                    m.out.add(e);
                }
            }
        }
        return m.out;
    }

    /** Whether it is a product of parameters, or 1. */
    private boolean isConstant(int[] exponents) {
        return IntStream.range(0, exponents.length)
                .allMatch(i -> exponents[i] == 0 || atoms.get(i).kind() == Atom.Kind.PARAMETER);
    }

    private void extend(int[] exponents, int at, int left) {
        if (out.size() > most) {
            return;
        }
        if (at == atoms.size()) {
            if (left == 0) {
                out.add(exponents.clone());
            }
            return;
        }
        Atom a = atoms.get(at);
        int high = a.alone() || left == 0 ? 0 : a.isRoot() ? a.most() : Math.min(a.most(), left);
        int low = a.alone() ? 0 : Math.max(a.least(), -left);
        for (int e = high; e >= low; e--) {
            exponents[at] = e;
            extend(exponents, at + 1, left - (a.isRoot() ? Integer.signum(e) : Math.abs(e)));
        }
        exponents[at] = 0;
    }
}
