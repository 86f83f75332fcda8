package dev.prolong.ansatz;

/** The k-th derivative of the unknown with this index, which depends on one coordinate. */
record UnivariateJet(int unknown, int order) implements Comparable<UnivariateJet> {
    /** The ranking of the elimination: higher derivatives first, then later unknowns. */
    @Override
    public int compareTo(UnivariateJet o) {
        int c = Integer.compare(o.order, order);
        return c != 0 ? c : Integer.compare(o.unknown, unknown);
    }

    UnivariateJet next() {
        return new UnivariateJet(unknown, order + 1);
    }
}
