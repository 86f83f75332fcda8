package dev.prolong.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities are claimed where the equation is real. */
final class RealDomainTest {

    @ParameterizedTest
    @CsvSource({"y' = (y*log(y) + y*x)/x, y>0", "y' = y^2 + log(2/x)*y, x>0"})
    void logarithmsOfTheEquationAreReal(String equation, String domain) {
        assertThat(domain(equation)).hasValueSatisfying(d -> assertThat(d).contains(domain));
    }

    @Test
    void whatIsRealEverywhereNeedsNoDomain() {
        assertThat(domain("y' = y + y*log(1 + x^2)")).isEmpty();
        assertThat(domain("y' = y + y*log(abs(x))")).isEmpty();
    }

    private static Optional<String> domain(String equation) {
        var result = Prolong.derive(equation);
        return result.overall().conserved().get(0).claim().domain().map(Object::toString);
    }
}
