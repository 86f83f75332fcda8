package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rational coordinates of functions over functions. */
final class RationalSpanTest {
    private final FieldText text = new FieldText("x", "y", "a", "exp(x)");

    private static Optional<List<String>> shown(Optional<List<RationalSpan.Ratio>> q) {
        return q.map(all -> all.stream()
                .map(r -> r.d().equals(BigInteger.ONE) ? r.n().toString() : r.n() + "/" + r.d())
                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2*x - 3*y)/6 | x;y | 1/3;-1/2",
                "1/(x*(x + 1)) | 1/x;1/(x + 1) | 1;-1",
                "y + exp(x)/7 + 2*a/x | a/x;exp(x);y | 2;1/7;1",
                "0 | x;x*y | 0;0",
                "x - y | x + y;x + 2*y | 3;-2",
                "x | y;x | 0;1",
            })
    void areFound(String target, String basis, String coordinates) {
        assertThat(shown(RationalSpan.coordinates(text.element(target), text.elements(basis.split(";")))))
                .contains(List.of(coordinates.split(";")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a*x | x;y", "x^2 | x", "1 | x;y;exp(x)", "x + 1/y | x;y", "x | x;2*x", "y | x;2*x"})
    void areNotWhereThereAreNone(String target, String basis) {
        assertThat(RationalSpan.coordinates(text.element(target), text.elements(basis.split(";"))))
                .isEmpty();
    }

    @Test
    void ofVectorsEachComponentCounts() {
        List<List<FieldElement>> basis = List.of(text.elements("x", "1"), text.elements("y", "x"));
        assertThat(shown(RationalSpan.vectorCoordinates(text.elements("2*x - y/3", "2 - x/3"), basis)))
                .contains(List.of("2", "-1/3"));
        assertThat(RationalSpan.vectorCoordinates(text.elements("2*x - y/3", "2 + x/3"), basis))
                .isEmpty();
        assertThat(shown(RationalSpan.vectorCoordinates(text.elements("0", "0"), List.of())))
                .contains(List.of());
        assertThat(RationalSpan.vectorCoordinates(text.elements("0", "x"), List.of()))
                .isEmpty();
    }
}
