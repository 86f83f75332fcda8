package dev.prolong.pipeline;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.calculus.Equilibria;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.equation.ActivationRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Works out the quadrature of an activation, its inverse, and between which equilibria they hold. */
public final class ActivationSheet {
    private final ActivationRule rule;
    private final ISymbol x;
    private final List<ActivationFacts.Piece> found = new ArrayList<>();

    private ActivationSheet(ActivationRule rule) {
        this.rule = rule;
        this.x = rule.variable();
    }

    /** The facts on an activation, as far as the time suffices. */
    public static ActivationFacts of(ActivationRule rule, Duration limit) {
        ActivationSheet sheet = new ActivationSheet(rule);
        return Deadline.within(Optional.of(limit), sheet::complete, bound -> sheet.facts(false));
    }

    private ActivationFacts complete() {
        Optional<List<Pieces.Piece>> pieces = Pieces.of(List.of(rule.at(x)));
        for (Pieces.Piece piece : pieces.orElse(List.of())) {
            Optional<IExpr> condition =
                    piece.condition().equals(Condition.TRUE) ? Optional.empty() : Optional.of(piece.condition());
            work(condition, piece.expressions().get(0));
        }
        return facts(pieces.isPresent());
    }

    private void work(Optional<IExpr> condition, IExpr sigma) {
        if (sigma.equals(Expr.ZERO)) {
            add(new ActivationFacts.Piece(condition, sigma, Optional.empty(), List.of(), List.of()));
            return;
        }
        add(new ActivationFacts.Piece(condition, sigma, Optional.empty(), List.of(), List.of()));
        IExpr rate = Expr.power(sigma, -1);
        Optional<IExpr> closed = Antiderivative.of(rate, x);
        IExpr s = closed.orElseGet(() -> Antiderivative.kept(rate, x));
        replace(new ActivationFacts.Piece(condition, sigma, Optional.of(s), List.of(), List.of()));
        List<IExpr> domain = Expr.isFreeOf(sigma, x) ? List.of() : intervals(condition, sigma);
        replace(new ActivationFacts.Piece(condition, sigma, Optional.of(s), List.of(), domain));
        List<Inverse.Branch> inverse = closed.isEmpty()
                ? List.of()
                : Inverse.of(s, x, Expr.symbol("y")).stream()
                        .filter(b -> b.certainty() == Inverse.Certainty.PROVED)
                        .toList();
        replace(new ActivationFacts.Piece(condition, sigma, Optional.of(s), inverse, domain));
    }

    private List<IExpr> intervals(Optional<IExpr> condition, IExpr sigma) {
        List<IExpr> all = Equilibria.of(sigma, x).branches();
        if (all.size() == 1) {
            return List.of();
        }
        return condition.isEmpty()
                ? all
                : all.stream()
                        .map(b -> Pieces.conjunction(List.of(condition.get(), b)))
                        .filter(b -> !b.equals(Condition.FALSE))
                        .toList();
    }

    private void add(ActivationFacts.Piece piece) {
        synchronized (found) {
            found.add(piece);
        }
    }

    private void replace(ActivationFacts.Piece piece) {
        synchronized (found) {
            found.set(found.size() - 1, piece);
        }
    }

    private ActivationFacts facts(boolean complete) {
        synchronized (found) {
            return new ActivationFacts(rule, found, complete);
        }
    }
}
