package dev.prolong.determining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Facts;
import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.ansatz.AnsatzForm;
import dev.prolong.derivation.Derivation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

final class DimensionCertificateTest {
    private static final List<ISymbol> COORDINATES = List.of(Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("z"));

    private final UnknownFunction u = new UnknownFunction(Expr.symbol("u"), COORDINATES.get(0), COORDINATES);
    private final UnknownFunction w =
            new UnknownFunction(Expr.symbol("w"), COORDINATES.get(1), COORDINATES.subList(0, 1));

    /** A coefficient times a partial derivative of an unknown. */
    private record Term(UnknownFunction unknown, IExpr coefficient, List<Integer> orders) {}

    private static Term term(UnknownFunction unknown, String coefficient, Integer... orders) {
        return new Term(unknown, Read.expression(coefficient), List.of(orders));
    }

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

    /** Janet's example {@code u_zz = y u_xx, u_yy = 0} with its twelve solutions, some of whose conditions are of order four. */
    @Test
    void hiddenConditionsAreFound() {
        assertThat(count(List.of(term(u, "1", 0, 0, 2), term(u, "-y", 2, 0, 0)), List.of(term(u, "1", 0, 2, 0))))
                .contains(12);
    }

    /** {@code u_x = y u, u_y = u_z = 0}, and {@code u_xx = u_yy = u_z = 0} with {@code u_xy = u} or 0. */
    @Test
    void whatDoesNotFitTogetherHasNoSolution() {
        List<Term> alongY = List.of(term(u, "1", 0, 1, 0));
        List<Term> alongZ = List.of(term(u, "1", 0, 0, 1));
        assertThat(count(List.of(term(u, "1", 1, 0, 0), term(u, "-y", 0, 0, 0)), alongY, alongZ))
                .contains(0);
        List<Term> twiceX = List.of(term(u, "1", 2, 0, 0));
        List<Term> twiceY = List.of(term(u, "1", 0, 2, 0));
        assertThat(count(alongZ, twiceX, twiceY, List.of(term(u, "1", 1, 1, 0), term(u, "-1", 0, 0, 0))))
                .contains(0);
        assertThat(count(alongZ, twiceX, twiceY, List.of(term(u, "1", 1, 1, 0))))
                .contains(3);
        assertThat(count(alongZ, twiceX, twiceY)).contains(4);
    }

    /** {@code u_xx = u_yy = u_zz = 0}: products of linear functions; and {@code w'' = 0, u_x = w, u_y = u_z = 0} with w of x alone. */
    @Test
    void unknownsMayDependOnFewerCoordinates() {
        assertThat(count(
                        List.of(term(u, "1", 2, 0, 0)), List.of(term(u, "1", 0, 2, 0)), List.of(term(u, "1", 0, 0, 2))))
                .contains(8);
        assertThat(count(
                        List.of(term(w, "1", 2)),
                        List.of(term(u, "1", 1, 0, 0), term(w, "-1", 0)),
                        List.of(term(u, "1", 0, 1, 0)),
                        List.of(term(u, "1", 0, 0, 1))))
                .contains(3);
    }

    /** {@code p u = 0} says nothing modulo p. */
    @Test
    void oneUnluckyPrimeIsOutvoted() {
        for (PrimeField p : PrimeField.ALL.subList(0, 3)) {
            assertThat(count(
                            List.of(term(u, "1", 1, 0, 0)),
                            List.of(term(u, "1", 0, 1, 0)),
                            List.of(term(u, "1", 0, 0, 1)),
                            List.of(term(u, Long.toString(p.modulus()), 0, 0, 0))))
                    .contains(0);
        }
    }

    @SafeVarargs
    private static Optional<Integer> count(List<Term>... equations) {
        List<UnknownFunction> unknowns = new ArrayList<>();
        List<LinearEquation> linear = new ArrayList<>();
        for (List<Term> equation : equations) {
            Map<LinearEquation.UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
            for (Term t : equation) {
                if (!unknowns.contains(t.unknown())) {
                    unknowns.add(t.unknown());
                }
                terms.put(
                        new LinearEquation.UnknownDerivative(unknowns.indexOf(t.unknown()), t.orders()),
                        t.coefficient());
            }
            linear.add(new LinearEquation(terms));
        }
        return DimensionCertificate.of(new DeterminingSystem(unknowns, linear), COORDINATES, List.of());
    }

    private static Optional<Integer> count(String source) {
        DifferentialSystem system = Read.system(source);
        DeterminingSystem determining = DeterminingEquations.of(
                system, AnsatzForm.general(system, FreshNames.avoiding(system)), new Derivation());
        return DimensionCertificate.of(determining, system.jetSpace().base(), system.assumptions());
    }
}
