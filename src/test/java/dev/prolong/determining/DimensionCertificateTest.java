package dev.prolong.determining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Facts;
import dev.prolong.Read;
import dev.prolong.ansatz.AnsatzForm;
import dev.prolong.derivation.Derivation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DimensionCertificateTest {
    static Stream<Arguments> some() {
        return Facts.of(
                "/symmetry/finite-type.tsv",
                List.of("so-01", "so-05", "so-10", "so-17", "so-27", "so-41", "O2-pinney", "O3-lin-const", "kepler"));
    }

    static Stream<Arguments> all() {
        return Facts.of("/symmetry/finite-type.tsv");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("some")
    void countsTheSymmetries(String name, String system, int dimension) {
        assertThat(count(system)).contains(dimension);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void countsTheSymmetriesOfEveryKnownEquation(String name, String system, int dimension) {
        assertThat(count(system)).contains(dimension);
    }

    @Test
    void freeParticlesHaveProjectiveAlgebras() {
        assertThat(count("x1''=0; x2''=0; x3''=0")).contains(24);
    }

    @Test
    void anInfiniteAlgebraIsNotCounted() {
        assertThat(count("x' = y; y' = -x")).isEmpty();
    }

    private static Optional<Integer> count(String source) {
        DifferentialSystem system = Read.system(source);
        DeterminingSystem determining = DeterminingEquations.of(
                system, AnsatzForm.general(system, FreshNames.avoiding(system)), new Derivation());
        return DimensionCertificate.of(determining, system.jetSpace().base(), system.assumptions());
    }
}
