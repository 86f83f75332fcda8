package dev.prolong.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaximalAlgebraTest {
    @Test
    void orderTwoGivesTheProjectiveGroupOfThePlane() {
        AlgebraStructure s = MaximalAlgebra.structure(2, 8).orElseThrow();
        assertThat(s.name()).contains("sl(3,R)");
        assertThat(s.isSemisimple()).isTrue();
    }

    @Test
    void higherOrdersGiveASimplePartAndARadical() {
        for (int n = 3; n < 7; n++) {
            AlgebraStructure s = MaximalAlgebra.structure(n, n + 4).orElseThrow();
            assertThat(s.dimension()).isEqualTo(n + 4);
            assertThat(s.radical()).isEqualTo(n + 1);
            assertThat(s.derivedSeries()).containsExactly(n + 4, n + 3);
        }
    }

    @Test
    void otherDimensionsDecideNothing() {
        assertThat(MaximalAlgebra.structure(2, 3)).isEmpty();
        assertThat(MaximalAlgebra.structure(3, 5)).isEmpty();
        assertThat(MaximalAlgebra.structure(1, 8)).isEmpty();
    }
}
