package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Derivatives of trees with loops, which have loops again: backwards, all partial derivatives at once, and forwards along a direction.
 *
 * <p>Source: Griewank, Walther, Evaluating Derivatives (2nd ed.), sections 3.1 and 3.2.
 */
final class LoopCalculus {
    private final LoopTerms terms;
    private final StableForms stable;

    LoopCalculus(LoopTerms terms, StableForms stable) {
        this.terms = terms;
        this.stable = stable;
    }

    /**
     * The statements that add the partial derivatives of a tree, times a factor, to where the entries it depends on have their place.
     *
     * @param loops around the tree
     * @param place the target for an entry; empty where the derivative is not wanted
     */
    List<LoopStatement> backwards(
            IExpr e, List<LoopCounter> loops, IExpr factor, Function<ArrayEntry, Optional<ArrayEntry>> place) {
        List<LoopStatement> out = new ArrayList<>();
        for (ISymbol s : Expr.symbols(e)) {
            Optional<ArrayEntry> target = terms.entry(s).flatMap(place);
            Optional<LoopTerms.Sum> sum = terms.sum(s);
            if (target.isEmpty() && sum.isEmpty()) {
                continue;
            }
            IExpr derivative = stable.derivative(e, s);
            if (derivative.isZero()) {
                continue;
            }
            IExpr cofactor = Expr.times(factor, derivative);
            target.ifPresent(t -> out.add(new LoopStatement(t, loops, cofactor)));
            sum.ifPresent(inner -> {
                LoopTerms.Sum apart = terms.apart(inner, new TreeSet<>(loops));
                List<LoopCounter> more = new ArrayList<>(loops);
                more.add(apart.counter());
                out.addAll(backwards(apart.body(), more, cofactor, place));
            });
        }
        return out;
    }

    private IExpr direction(ArrayEntry y, String array) {
        return array.isEmpty() ? Expr.ONE : terms.entry(y.in(array, 0));
    }

    /** {@code Σ ∂e/∂y · y'} over all entries y of some arrays, y' being the same entry of another, or 1 where that is empty. */
    IExpr along(IExpr e, Map<String, String> directions) {
        List<IExpr> out = new ArrayList<>();
        for (ISymbol s : Expr.symbols(e)) {
            IExpr inner = terms.sum(s)
                    .map(sum -> terms.sum(sum.counter(), along(sum.body(), directions)))
                    .or(() -> terms.entry(s)
                            .filter(y -> directions.containsKey(y.array()))
                            .map(y -> direction(y, directions.getOrDefault(y.array(), ""))))
                    .orElse(Expr.ZERO);
            if (!inner.isZero()) {
                out.add(Expr.times(stable.derivative(e, s), inner));
            }
        }
        return Expr.plus(out);
    }

    /** {@code Σ (∂e/∂y)²} over all entries y of an array; empty where entries are met in more than one way. */
    Optional<IExpr> squareNorm(IExpr e, String array, LoopNests nests) {
        List<LoopStatement> gradient = nests.gathered(backwards(
                e, List.of(), Expr.ONE, y -> y.array().equals(array) ? Optional.of(y) : Optional.<ArrayEntry>empty()));
        BitSet met = new BitSet();
        List<IExpr> squares = new ArrayList<>();
        for (LoopStatement s : gradient) {
            if (s.reduces() || !s.isInjective() || met.intersects(s.indices())) {
                return Optional.empty();
            }
            met.or(s.indices());
            IExpr square = Expr.power(s.value(), 2);
            for (LoopCounter c : s.loops()) {
                square = terms.sum(c, square);
            }
            squares.add(square);
        }
        return Optional.of(Expr.plus(squares));
    }
}
