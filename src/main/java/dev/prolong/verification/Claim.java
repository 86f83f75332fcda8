package dev.prolong.verification;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What is to be judged: that residuals vanish wherever the claimed expressions are real and the domain holds.
 *
 * @param claimed the expressions of the claim
 * @param domain a condition under which alone the claim is made
 * @param constants names in the claim that the system does not know: free constants
 * @param residuals what must vanish
 * @param gradient of a claimed quantity: what must not vanish altogether, lest the claim say nothing; empty for a generator
 */
record Claim(
        List<IExpr> claimed,
        Optional<IExpr> domain,
        Set<ISymbol> constants,
        List<Residual> residuals,
        List<IExpr> gradient) {
    /** Every expression on which the claim's meaning at a point depends. */
    List<IExpr> everything() {
        List<IExpr> out = new ArrayList<>(claimed);
        residuals.forEach(r -> out.add(r.expression()));
        domain.ifPresent(out::add);
        return out;
    }

    /** The claim for these values of some of its constants. */
    Claim with(Map<ISymbol, IExpr> values) {
        Set<ISymbol> others = new LinkedHashSet<>(constants);
        others.removeAll(values.keySet());
        return new Claim(
                substitute(claimed, values),
                domain.map(d -> Expr.substitute(d, values)),
                others,
                residuals.stream()
                        .map(r -> new Residual(r.of(), Expr.substitute(r.expression(), values)))
                        .toList(),
                substitute(gradient, values));
    }

    private static List<IExpr> substitute(List<IExpr> expressions, Map<ISymbol, IExpr> values) {
        return expressions.stream().map(e -> Expr.substitute(e, values)).toList();
    }

    /** The residuals, zero where the domain does not hold. */
    List<IExpr> residualsOnDomain() {
        return residuals.stream().map(r -> onDomain(r.expression())).toList();
    }

    /** The gradient, zero where the domain does not hold. */
    List<IExpr> gradientOnDomain() {
        return gradient.stream().map(this::onDomain).toList();
    }

    /** What free constants must not make vanish altogether: the gradient, or the infinitesimals; zero where the domain does not hold. */
    List<IExpr> contentOnDomain() {
        return (gradient.isEmpty() ? claimed : gradient)
                .stream().map(this::onDomain).toList();
    }

    private IExpr onDomain(IExpr e) {
        return domain.map(d -> Expr.piecewise(List.of(new Expr.Branch(d, e)), Expr.ZERO))
                .orElse(e);
    }
}
