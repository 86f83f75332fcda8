package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.ISymbol;

/** Roots in the free constants c, d and g. */
final class ConstantRootsTest {
    private static final BigDecimal SMALL = new BigDecimal("1e-40");

    /** Each equation by the constants that those with fewer of them have left. */
    @Test
    void areFoundInOneEquationAfterTheOther() {
        Map<String, BigDecimal> root =
                roots("c^3 - d - g", "d^3 - 2", "g^5 + d - 9").orElseThrow();
        BigDecimal c = root.get("c");
        BigDecimal d = root.get("d");
        BigDecimal g = root.get("g");
        assertThat(d.pow(3).subtract(new BigDecimal(2)).abs()).isLessThan(SMALL);
        assertThat(g.pow(5).add(d).subtract(new BigDecimal(9)).abs()).isLessThan(SMALL);
        assertThat(c.pow(3).subtract(d).subtract(g).abs()).isLessThan(SMALL);
    }

    @Test
    void areFoundInAnotherConstantWhereTheFirstHasNone() {
        Map<String, BigDecimal> root = roots("c^2 + d^3 + 9").orElseThrow();
        assertThat(root.get("c")
                        .pow(2)
                        .add(root.get("d").pow(3))
                        .add(new BigDecimal(9))
                        .abs())
                .isLessThan(SMALL);
    }

    /** No real root, a jump over zero, a pole, or not the same root. */
    @ParameterizedTest
    @ValueSource(strings = {"c^2 + 1", "atan(1/c)", "1/c", "c^3 - 2; c^3 + c - 3", "c^3 - 2; d^2 + 1"})
    void areNotFoundWhereThereAreNone(String equations) {
        assertThat(roots(equations.split("; "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a - b", "b - a"})
    void meetTheAssumptionsOnParameters(String positive) {
        Assumption more = new Assumption(Read.expression(positive), Assumption.Relation.POSITIVE);
        Assumption moving = new Assumption(Read.expression("y"), Assumption.Relation.POSITIVE);
        Map<String, BigDecimal> root = roots(List.of(more, moving), "c^3 - a").orElseThrow();
        BigDecimal difference = root.get("a").subtract(root.get("b"));
        assertThat(difference.signum()).isEqualTo(positive.equals("a - b") ? 1 : -1);
        assertThat(root.get("c").pow(3).subtract(root.get("a")).abs()).isLessThan(SMALL);
    }

    private static Optional<Map<String, BigDecimal>> roots(String... equations) {
        return roots(List.of(), equations);
    }

    private static Optional<Map<String, BigDecimal>> roots(List<Assumption> assumptions, String... equations) {
        DifferentialSystem s = Read.system("parameters a, b; y' = 1");
        DifferentialSystem system = new DifferentialSystem(
                s.name(), s.independent(), s.parameters(), s.functions(), s.equations(), assumptions);
        Set<ISymbol> constants = new LinkedHashSet<>();
        List.of("c", "d", "g").forEach(n -> constants.add(Expr.symbol(n)));
        return new ConstantRoots(system, constants)
                .of(Stream.of(equations).map(e -> Read.expression(e, s)).toList())
                .map(r -> {
                    Map<String, BigDecimal> byName = new java.util.TreeMap<>();
                    r.forEach((k, v) -> byName.put(k.getSymbolName(), v));
                    return byName;
                });
    }
}
