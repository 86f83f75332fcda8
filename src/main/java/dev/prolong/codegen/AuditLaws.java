package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.PairingForm;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Proved laws of backpropagation as identities between what enters and leaves a network and the gradients of its parameters.
 *
 * <p>A law {@code a·X(x, θ) + b·Θ(θ)} has the same value before and after the layers. The adjoint of the parameters is 0 after the last
 * layer and the gradient of the loss before the first, so {@code Σ a·X (before) + g·Θ = Σ a·X (after)}, sums over the samples.
 *
 * @param forward the model without its adjoints
 * @param adjoints of its states and parameters
 */
record AuditLaws(DifferentialSystem forward, Map<ISymbol, ISymbol> adjoints, List<ConservedQuantity> laws) {
    AuditLaws {
        laws = List.copyOf(laws);
    }

    /** The laws that hold exactly in discrete layers; empty where the system has no backpropagation, or no such law. */
    static Optional<AuditLaws> discrete(CodeRequest request) {
        return of(request, q -> q.pairing().map(PairingForm::discrete).orElse(false));
    }

    /** The proved laws, without functions that have no formula, that pass the test; empty where there are none. */
    static Optional<AuditLaws> of(CodeRequest request, Predicate<ConservedQuantity> test) {
        return request.system().forward().flatMap(forward -> {
            List<ConservedQuantity> laws = request.quantities().stream()
                    .filter(q -> q.verdict() instanceof Verdict.Proved)
                    .map(Judged::claim)
                    .filter(test)
                    .filter(q ->
                            Expr.subtrees(q.expression(), Expr::isArbitrary).isEmpty())
                    .toList();
            return laws.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new AuditLaws(forward, request.system().origin().adjoints(), laws));
        });
    }

    int size() {
        return laws.size();
    }

    /** A law as it is written in vectors and matrices. */
    String text(int law) {
        return laws.get(law).pairing().map(PairingForm::vectorForm).orElse("");
    }

    List<ISymbol> states() {
        return forward.states();
    }

    List<ISymbol> parameters() {
        return forward.parameters();
    }

    List<ISymbol> dual(List<ISymbol> symbols) {
        return symbols.stream().map(adjoints::get).toList();
    }

    /** Of each law the terms with the adjoints of the states, then of each law the sum of the sizes of these. */
    List<IExpr> ofStates() {
        return sums(dual(states()));
    }

    /** The same with the adjoints of the parameters. */
    List<IExpr> ofParameters() {
        return sums(dual(parameters()));
    }

    private List<IExpr> sums(List<ISymbol> dual) {
        List<List<IExpr>> terms =
                laws.stream().map(law -> terms(law.expression(), dual)).toList();
        List<IExpr> out = new ArrayList<>(terms.stream().map(Expr::plus).toList());
        terms.forEach(law -> out.add(
                Expr.plus(law.stream().map(e -> Expr.apply(Elementary.ABS, e)).toList())));
        return out;
    }

    /** A law is linear in the adjoints. */
    private static List<IExpr> terms(IExpr law, List<ISymbol> dual) {
        return dual.stream()
                .flatMap(s ->
                        Expr.terms(Differentiation.derivative(law, s)).stream().map(c -> Expr.times(s, c)))
                .filter(e -> !e.isZero())
                .toList();
    }
}
