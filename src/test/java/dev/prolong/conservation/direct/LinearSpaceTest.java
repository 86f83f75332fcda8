package dev.prolong.conservation.direct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.InputForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First integrals that are linear in functions of the states, with coefficients that solve a linear equation in the time. */
class LinearSpaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | x' = y; y' = t*x",
                "2 | x' = y; y' = t*x + 1",
                "2 | x' = y; y' = -y/t - (1 - 1/t^2)*x",
                "2 | x' = y/t; y' = x + t*y",
                "2 | x' = t*x; y' = x + y/t",
                "2 | independent t; x'' = t*x",
                // linear in x and x², and in the sum of two states that are not
                "2 | x' = t*x; y' = x^2 + y/t",
                "1 | x' = t*x + y^2*z; y' = t*y - y^2*z; z' = x*z^2",
                // along the orbits, by another coordinate than the time
                "3 | a' = -k*a*b; b' = -k*a*b - m*b*c; c' = k*a*b - m*b*c; d' = m*b*c",
                "3 | S' = -b*S*J/(S + J); J' = b*S*J/(S + J) - g*J; R' = g*J",
                "2 | v' = a*w^2; w' = -a*v*w; q' = w",
                "3 | x' = h*y - g*x + y*z; y' = h*x - g*y - x*z; z' = -2*g*z",
                // in quadratic functions: Ermakov's equation with an arbitrary frequency
                "2 | function w; independent t; x'' = -w(t)*x + 1/x^3",
            })
    void asManyAsTheTheoryGives(int expected, String source) {
        assertThat(DirectMethodTest.found(DirectMethodTest.system(source), Effort.QUICK))
                .as(source)
                .hasSizeGreaterThanOrEqualTo(expected);
    }

    @Test
    void inTheSolutionsOfTheEquationOfTheFirstState() {
        assertThat(DirectMethodTest.found(DirectMethodTest.system("x' = y; y' = t*x"), Effort.QUICK).stream()
                        .map(InputForm::of))
                .containsExactly("x*K2 - y*K1", "x*K4 - y*K3");
    }
}
