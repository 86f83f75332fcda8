package dev.prolong.conservation.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.InputForm;
import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterCasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x' = u; u' = -k*u - x^3 - w*x | w == 2*k^2/9",
                "x' = x*(c*y + z); y' = y*(x + a*z); z' = z*(b*x + y) | b == -1/(a*c)",
            })
    void aConditionIsFound(String source, String condition) {
        assertThat(conditions(source)).contains(condition);
    }

    @Test
    void everyCaseHasAFirstIntegral() {
        for (ParameterCases.Case c : ParameterCases.of(DirectMethodTest.system("x' = u; u' = -k*u - x^3 - w*x"))) {
            assertThat(DirectMethodTest.found(c.system(), Effort.QUICK))
                    .as(InputForm.of(c.condition()))
                    .isNotEmpty();
        }
    }

    @Test
    void anAssumptionRulesCasesOut() {
        assertThat(conditions("parameters k > 0, w; x' = u; u' = -k*u - x^3 - w*x"))
                .containsExactly("w == 2*k^2/9");
    }

    @Test
    void withoutParametersThereAreNone() {
        DifferentialSystem system = DirectMethodTest.system("x' = y; y' = -x");
        assertThat(ParameterCases.of(system)).isEmpty();
    }

    /** Those that Painleve analysis found (Segur; Kus, Integrals of motion for the Lorenz system, J. Phys. A 16 (1983)). */
    @Tag("slow")
    @Test
    void theIntegrableCasesOfLorenz() {
        assertThat(conditions("parameters s != 0, r, b; x' = s*(y - x); y' = r*x - x*z - y; z' = x*y - b*z"))
                .contains(
                        "b == 2*s",
                        "s == 1/3 and b == 0",
                        "s == 1 and b == 1",
                        "s == 1 and b == 4",
                        "r == 0 and b == 1",
                        "r == 2*s - 1 and b == 6*s - 2");
    }

    private static List<String> conditions(String source) {
        return ParameterCases.of(DirectMethodTest.system(source)).stream()
                .map(c -> InputForm.of(c.condition()))
                .toList();
    }
}
