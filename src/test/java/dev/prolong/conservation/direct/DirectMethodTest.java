package dev.prolong.conservation.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.InputForm;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.Independence;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;

final class DirectMethodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y'' = -sin(y) | y'^2 - 2*cos(y)",
                "x' = a*x - b*x*y; y' = -c*y + d*x*y | a*log(abs(y)) - b*y + c*log(abs(x)) - d*x",
                "x' = u; u' = x^-3 | u^2 + 1/x^2",
                "S' = -b*S*J; J' = b*S*J - g*J; R' = g*J | J + R + S",
                "x' = -2*x; y' = 3*y | x^3*y^2",
                // a sine in a denominator
                "h' = p; f' = q/sin(h)^2; p' = q^2*cos(h)/sin(h)^3 - g*sin(h); q' = 0 | p^2 - 2*g*cos(h) + q^2/sin(h)^2",
            })
    void findsTheIntegralThatIsKnown(String source, String integral) {
        assertThat(found(system(source), Effort.QUICK).stream().map(InputForm::of))
                .contains(integral);
    }

    /** Of high degree, with roots, half angles, arbitrary functions: found one weight at a time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // quartic potential 1 : 6 : 8; Holt; Fokas and Lagerstrom
                "2 | x' = u; y' = v; u' = -x - 4*x^3 - 12*x*y^2; v' = -4*y - 32*y^3 - 12*x^2*y",
                "2 | x' = u; y' = v; u' = -2*x*y^(-2/3); v' = -y^(1/3) + 2/3*(x^2 + d)*y^(-5/3)",
                "2 | x' = u; y' = v; u' = 4/3*x*(x^2 - y^2)^(-5/3); v' = -4/3*y*(x^2 - y^2)^(-5/3)",
                // swinging Atwood's machine with the masses 1 : 3
                "2 | r' = p/4; s' = q/r^2; p' = q^2/r^3 - 3*g + g*cos(s); q' = -g*r*sin(s)",
                // Ermakov
                "1 | independent t; function w; states x, y, u, v; x' = u; y' = v; u' = -w(t)*x + 1/(x^2*y); v' = -w(t)*y + 1/(y^2*x)",
                "1 | independent t; parameters k; function f, g; states x, y, u, v; x' = u; y' = v; u' = -k*x + f(y/x)/(x^2*y); v' = -k*y + g(y/x)/(y^2*x)",
                // Emden and Fowler; an equation with constant coefficients in log t
                "1 | x' = u; u' = t^(-15/7)*x^2",
                "2 | x' = u; u' = u^2/x - u/t"
            })
    void findsOneWeightAtATime(int independent, String source) {
        assertThat(found(system(source), Effort.QUICK)).hasSizeGreaterThanOrEqualTo(independent);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // two fixed centres
                "2 | x' = u; y' = v; u' = -a*(x - 1)/((x - 1)^2 + y^2)^(3/2) - b*(x + 1)/((x + 1)^2 + y^2)^(3/2);"
                        + " v' = -a*y/((x - 1)^2 + y^2)^(3/2) - b*y/((x + 1)^2 + y^2)^(3/2)",
                "1 | independent t; function w, f, g; states x, y, u, v; x' = u; y' = v; u' = -w(t)*x + f(y/x)/(x^2*y); v' = -w(t)*y + g(y/x)/(y^2*x)",
                // three vortices
                "4 | a' = -l*(b-d)/((a-c)^2+(b-d)^2) - m*(b-f)/((a-h)^2+(b-f)^2);"
                        + " b' = l*(a-c)/((a-c)^2+(b-d)^2) + m*(a-h)/((a-h)^2+(b-f)^2);"
                        + " c' = -k*(d-b)/((a-c)^2+(b-d)^2) - m*(d-f)/((c-h)^2+(d-f)^2);"
                        + " d' = k*(c-a)/((a-c)^2+(b-d)^2) + m*(c-h)/((c-h)^2+(d-f)^2);"
                        + " h' = -k*(f-b)/((a-h)^2+(b-f)^2) - l*(f-d)/((c-h)^2+(d-f)^2);"
                        + " f' = k*(h-a)/((a-h)^2+(b-f)^2) + l*(h-c)/((c-h)^2+(d-f)^2)"
            })
    void findsThoseOfLargeSystems(int independent, String source) {
        assertThat(found(system(source), Effort.QUICK)).hasSizeGreaterThanOrEqualTo(independent);
    }

    /** With constant coefficients in {@code log t} or {@code atan t}; exponents are complex. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' = u; u' = -x/t^2",
                "x' = u; u' = -k*x/t^2 - 3*u/t",
                "x' = u; u' = -(2*t*(1 + t^2)*u + 2*x)/(1 + t^2)^2"
            })
    void linearEquationsInAnotherTime(String source) {
        assertThat(found(system(source), Effort.QUICK)).hasSize(2);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvFileSource(
            resources = "/conservation/first-integrals.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void findsAsManyAsAreKnown(String name, int independent, String source) {
        DifferentialSystem system = system(source);
        List<IExpr> found = found(system, Effort.QUICK);
        assertThat(found).as(name).hasSizeGreaterThanOrEqualTo(independent);
        assertThat(Independence.independent(system, found)).hasSameSizeAs(found);
    }

    /** Velocities that move by themselves do not hold up the search for what the positions are in. */
    @Test
    void aPartThatMovesByItselfIsCompleteByItself() {
        DifferentialSystem system = system("x' = u; y' = v; z' = w; u' = b*v - c*w; v' = a*w - b*u; w' = c*u - a*v");
        assertThat(found(system, Effort.QUICK)).hasSize(6);
    }

    /** All that is found, each proved. */
    static List<IExpr> found(DifferentialSystem system, Effort effort) {
        List<IExpr> out = new ArrayList<>();
        Verification verification = new Verification(system);
        Predicate<ConservedQuantity> judge = q -> {
            assertThat(verification.quantity(q.expression(), Optional.empty()).verdict())
                    .as(InputForm.of(q.expression()))
                    .isInstanceOf(Verdict.Proved.class);
            return out.add(q.expression());
        };
        KernelSupply kernels = KernelSupply.avoiding(system);
        DirectMethod.search(system, kernels, List.of(), effort, judge);
        DirectMethod.alongOrbits(system, kernels, List.copyOf(out), effort, judge);
        return out;
    }

    static DifferentialSystem system(String source) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", source))).system();
    }
}
