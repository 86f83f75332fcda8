package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Harmonics;
import dev.prolong.algebra.field.HalfAngles;
import dev.prolong.algebra.field.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Normal forms for reading. */
final class Normal {
    private Normal() {}

    /** For reading: the shorter of what is written and its normal form, in which logarithms fall apart into those of factors. */
    static IExpr readable(IExpr e, List<Assumption> assumptions) {
        IExpr normal = harmonic(e, assumptions);
        return Expr.size(e) < Expr.size(normal) ? e : normal;
    }

    /** The same functions, those with a tangent written for reading. */
    static List<IExpr> withoutHalfAngles(List<IExpr> functions, List<Assumption> assumptions) {
        return functions.stream()
                .map(f ->
                        Expr.subtrees(f, s -> s.isAST(Elementary.TAN.head())).isEmpty() ? f : readable(f, assumptions))
                .toList();
    }

    /** Polynomials in sines and cosines as sums of single ones, each with a normal form before it. */
    private static IExpr harmonic(IExpr e, List<Assumption> assumptions) {
        Optional<IExpr> waves = Harmonics.of(HalfAngles.away(e, assumptions));
        if (waves.isEmpty()) {
            return NormalForm.of(e, assumptions);
        }
        List<IExpr> terms = new ArrayList<>();
        for (IExpr term : Expr.terms(waves.get())) {
            List<IExpr> wave = new ArrayList<>();
            List<IExpr> rest = new ArrayList<>();
            Expr.factors(term).forEach(f -> (isWave(f) ? wave : rest).add(f));
            terms.add(Expr.times(Expr.times(wave), NormalForm.of(Expr.times(rest), assumptions)));
        }
        return Expr.plus(terms);
    }

    private static boolean isWave(IExpr e) {
        return e instanceof IAST a
                && Elementary.byHead(a.head())
                        .filter(f -> f == Elementary.SIN || f == Elementary.COS)
                        .isPresent();
    }
}
