package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.direct.DirectMethod;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Every proved quantity with a sign turned, a coefficient doubled or a term dropped is refuted. */
final class QuantityMutationTest {
    private static final int MOST = 24;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y'' = -sin(y)",
                "x' = a*x - b*x*y; y' = -c*y + d*x*y",
                "x' = s*(y - x); y' = r*x - x*z - y; z' = -2*s*z + x*y",
                "u' = u*a*sin(a*z + b); w' = u*sin(a*z + b); z' = cos(a*z + b)",
            })
    void mutantsAreRefuted(String source) {
        examine(source);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvFileSource(
            resources = "/conservation/first-integrals.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void mutantsOfTheCorpusAreRefuted(String name, int independent, String source) {
        examine(source);
    }

    private static void examine(String source) {
        DifferentialSystem system =
                Elaboration.of(OdeParser.parse(SourceText.of("test", source))).system();
        List<IExpr> found = new ArrayList<>();
        DirectMethod.search(system, List.of(), Effort.QUICK, q -> found.add(q.expression()));
        assertThat(found).isNotEmpty();
        Verification verification = new Verification(system);
        for (IExpr quantity : found) {
            assertThat(verification.quantity(quantity, Optional.empty()).verdict())
                    .isInstanceOf(Verdict.Proved.class);
            for (IExpr mutant : mutants(system, quantity)) {
                assertThat(verification.quantity(mutant, Optional.empty()).verdict())
                        .as("%s from %s", InputForm.of(mutant), InputForm.of(quantity))
                        .isInstanceOf(Verdict.Refuted.class);
            }
        }
    }

    /** The changed quantities, without those that are a function of it alone. */
    private static List<IExpr> mutants(DifferentialSystem system, IExpr quantity) {
        Set<IExpr> out = new LinkedHashSet<>();
        for (IExpr sum : Expr.subtrees(quantity, Expr::isSum)) {
            for (IExpr term : Expr.terms(sum)) {
                for (IExpr change : List.of(Expr.negate(term), Expr.times(Expr.TWO, term), Expr.ZERO)) {
                    IExpr changed = Expr.plus(Expr.minus(sum, term), change);
                    out.add(Expr.substitute(quantity, sum, changed));
                }
            }
        }
        for (IExpr power : Expr.subtrees(quantity, Expr::isPower)) {
            IExpr exponent = ((IAST) power).arg2();
            out.add(Expr.substitute(
                    quantity, power, Expr.power(((IAST) power).arg1(), Expr.plus(exponent, exponent, Expr.ONE))));
        }
        return out.stream()
                .filter(m ->
                        Independence.independent(system, List.of(quantity, m)).size() == 2)
                .limit(MOST)
                .toList();
    }
}
