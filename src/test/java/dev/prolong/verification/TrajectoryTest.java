package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.Read;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrajectoryTest {
    private static final DifferentialSystem SYSTEM = Read.system("function F; independent t; x' = F(x); y' = x");

    private static Trajectory read(String data) {
        return Trajectory.read(SourceText.of("data", data));
    }

    private static Drift drift(String data, String quantity) {
        return read(data).drift(Read.expression(quantity, SYSTEM), Map.of());
    }

    /** Up or down, at the first of the points where it is largest. */
    @Test
    void theLargestDistanceAndWhereItIsFirst() {
        assertThat(drift("t,x\n0,4\n1,5\n2,1\n3,1\n4,7\n5,6\n", "x"))
                .isEqualTo(new Drift(6, 4, 3, Optional.of(0.75), 2));
        assertThat(drift("t,x\n0,0\n1,2\n", "x")).isEqualTo(new Drift(2, 0, 2, Optional.empty(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {",x\n0,1\n1,3", ";x\n0;1\n1;3", "\tx\n0\t1\n1\t3", "\n,x\n0,1\n1,3\n"})
    void theFirstColumnMayHaveNoName(String data) {
        assertThat(drift(data, "x")).isEqualTo(new Drift(2, 1, 2, Optional.of(2.0), 1));
    }

    /** Where it would be defined with any number. */
    @Test
    void whatHasNoColumnIsNotZero() {
        assertThatThrownBy(() -> drift("t,x\n0,1\n1,2", "x + y"))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("the data has no column y");
        assertThatThrownBy(() -> drift("t,x\n0,1\n1,2", "x + F(x)"))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("a quantity with the arbitrary function F has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t,x\n0,1\n1,two\n", "t,x\n0,1\n1,\"\n", "t,x\n0,1\n"})
    void badDataIsNotRead(String data) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(DiagnosticException.class);
    }
}
