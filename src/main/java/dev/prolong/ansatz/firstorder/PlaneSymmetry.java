package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import org.matheclipse.core.interfaces.IExpr;

/** The field {@code ξ ∂_x + η ∂_y} on the plane of an equation. */
record PlaneSymmetry(IExpr xi, IExpr eta) {
    static PlaneSymmetry vertical(IExpr eta) {
        return new PlaneSymmetry(Expr.ZERO, eta);
    }

    /** The same field with the coordinates exchanged. */
    PlaneSymmetry swapped() {
        return new PlaneSymmetry(eta, xi);
    }
}
