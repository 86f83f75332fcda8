package dev.prolong.ansatz;

import java.util.ArrayList;
import java.util.List;

/** A partial derivative of an unknown, ranked by its order first. */
record Jet(int unknown, List<Integer> orders) implements Comparable<Jet> {
    Jet {
        orders = List.copyOf(orders);
    }

    int order() {
        return orders.stream().mapToInt(Integer::intValue).sum();
    }

    Jet next(int variable) {
        List<Integer> out = new ArrayList<>(orders);
        out.set(variable, out.get(variable) + 1);
        return new Jet(unknown, out);
    }

    Jet previous(int variable) {
        List<Integer> out = new ArrayList<>(orders);
        out.set(variable, out.get(variable) - 1);
        return new Jet(unknown, out);
    }

    /** Whether the other is a derivative of this one, or equal. */
    boolean divides(Jet o) {
        if (unknown != o.unknown) {
            return false;
        }
        for (int v = 0; v < orders.size(); v++) {
            if (orders.get(v) > o.orders.get(v)) {
                return false;
            }
        }
        return true;
    }

    /** The lowest common derivative. */
    Jet join(Jet o) {
        List<Integer> out = new ArrayList<>();
        for (int v = 0; v < orders.size(); v++) {
            out.add(Math.max(orders.get(v), o.orders.get(v)));
        }
        return new Jet(unknown, out);
    }

    /** Highest first: by order, then by the orders in the last coordinates, then earlier unknowns. */
    @Override
    public int compareTo(Jet o) {
        int c = Integer.compare(o.order(), order());
        for (int v = orders.size() - 1; v >= 0 && c == 0; v--) {
            c = Integer.compare(o.orders.get(v), orders.get(v));
        }
        return c != 0 ? c : Integer.compare(unknown, o.unknown);
    }
}
