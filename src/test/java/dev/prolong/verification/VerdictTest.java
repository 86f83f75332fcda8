package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.equation.DifferentialSystem;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** Claims with free constants, on domains, and such as cannot be decided, each with the verdict that it must have. */
final class VerdictTest {
    private static final String OSCILLATOR = "parameters k; x' = y; y' = -k*x";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y^2 + k*x^2 | proved",
                "c*(y^2 + k*x^2) + d | proved",
                "y^2 + c*x^2 | conditional c == k",
                "c*x*y + y^2 + d*x^2 | conditional c == 0 and d == k",
                "y^2 + k*x^2 + (c^2 + 1)*x | refuted",
                "y^2 + c*x | refuted",
                "exp(c)*y | refuted",
                "c*x*y | refuted",
                "k + 3 | refuted",
                "c | refuted",
                "y^2 + k*x^2 + 1e-9*x | refuted",
            })
    void ofQuantitiesWithFreeConstants(String quantity, String verdict) {
        assertVerdict(OSCILLATOR, quantity, Optional.empty()).isEqualTo(verdict);
    }

    @Test
    void holdOnTheDomainOnly() {
        String moving = "y' = 1";
        IExpr y = Expr.symbol("y");
        assertVerdict(moving, "abs(y) - x", Optional.empty()).isEqualTo("refuted");
        assertVerdict(moving, "abs(y) - x", Optional.of(positive(y))).isEqualTo("proved");
        assertVerdict(moving, "abs(y) - x", Optional.of(positive(Expr.negate(y))))
                .isEqualTo("refuted");
        assertVerdict(moving, "c*abs(y) - x", Optional.of(positive(Expr.negate(y))))
                .isEqualTo("conditional c == -1");
    }

    /** It is right for y above -1, which algebra does not see. */
    @Test
    void areNotProvedByPoints() {
        String quantity = "lambertw(y*exp(y)) - x";
        assertVerdict("y' = 1", quantity, Optional.empty()).isEqualTo("refuted");
        assertVerdict("y' = 1", quantity, Optional.of(positive(Expr.symbol("y"))))
                .isIn("supported", "undecided");
        assertVerdict("y' = 1", "lambertw(y*exp(y)) - y", Optional.of(positive(Expr.symbol("y"))))
                .as("a constant that is not seen to be one")
                .isNotEqualTo("proved");
    }

    private static IExpr positive(IExpr e) {
        return Condition.compare(e, S.Greater, Expr.ZERO);
    }

    private static AbstractStringAssert<?> assertVerdict(String source, String quantity, Optional<IExpr> domain) {
        DifferentialSystem system = Read.system(source);
        IExpr claimed = Read.expression(quantity, system);
        Verdict verdict = new Verification(system).quantity(claimed, domain).verdict();
        String shown = verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return assertThat(verdict instanceof Verdict.Conditional c ? shown + " " + InputForm.of(c.condition()) : shown)
                .as(quantity);
    }
}
