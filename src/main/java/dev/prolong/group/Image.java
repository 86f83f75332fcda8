package dev.prolong.group;

import dev.prolong.algebra.Expr;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A coordinate moved by a flow.
 *
 * @param domain the condition on the starting point under which it holds; empty: wherever it is real
 * @param lawful whether {@code d x̄/dε = X(x̄)} was proved on the way that led here
 * @param starting whether {@code x̄ = x} at {@code ε = 0} was or can be, asked for once the image holds at points
 * @param standing what the check said; a candidate has none yet
 */
record Image(IExpr value, Optional<IExpr> domain, boolean lawful, BooleanSupplier starting, Standing standing) {
    Image(IExpr value, Optional<IExpr> domain, boolean lawful, boolean starting, Standing standing) {
        this(value, domain, lawful, () -> starting, standing);
    }

    /** What is known of an image. */
    enum Standing {
        CANDIDATE,
        WRONG,
        NUMERIC,
        PROVED
    }

    static Image candidate(IExpr value) {
        return new Image(value, Optional.empty(), false, false, Standing.CANDIDATE);
    }

    Image judged(Standing s) {
        return new Image(value, domain, lawful, starting, s);
    }

    Image substituted(Map<IExpr, IExpr> replacements) {
        return new Image(
                Expr.substitute(value, replacements),
                domain.map(d -> Expr.substitute(d, replacements)),
                lawful,
                starting,
                standing);
    }

    boolean holds() {
        return standing == Standing.NUMERIC || standing == Standing.PROVED;
    }
}
