package dev.prolong.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

final class MatrixPowersTest {
    private static final DifferentialSystem NETWORK =
            system("states z[1..6]; parameters W[1..6,1..6]; z[i]' = sum(j in 1..6, W[i,j]*z[j]) for i in 1..6");

    private static DifferentialSystem system(String source) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", source))).system();
    }

    private static Optional<MatrixPowers> powers(DifferentialSystem system) {
        return MatrixPowers.of(
                system.states(), system.rightSides(), system.jetSpace().base(), system.assumptions());
    }

    private static Generator field(DifferentialSystem system, List<IExpr> components) {
        List<IExpr> all = new ArrayList<>(List.of(Expr.ZERO));
        all.addAll(components);
        return new Generator(system.jetSpace().base(), all);
    }

    @Test
    void productsAreThePowers() {
        DifferentialSystem plane = system("states x, y; parameters a, b; x' = a*x + y; y' = b*x");
        DifferentialSystem space = system("states x, y, z; parameters a; x' = a*y; y' = z; z' = x + y");
        assertThat(powers(plane).orElseThrow().size()).isEqualTo(2);
        MatrixPowers powers = powers(space).orElseThrow();
        ISymbol x = space.states().get(0);
        ISymbol a = space.parameters().get(0);
        // M² x = a z, so its first row is (0, 0, a)
        assertThat(powers.field(0)).isEqualTo(List.copyOf(space.states()));
        assertThat(powers.size()).isEqualTo(3);
        assertThat(powers.field(2).get(0))
                .isEqualTo(Expr.times(a, space.states().get(2)));
        assertThat(powers.power(2).get(1)).isEqualTo(List.of(Expr.ONE, Expr.ONE, Expr.ZERO));
        assertThat(powers.field(2).get(2))
                .isEqualTo(Expr.plus(
                        Expr.times(a, space.states().get(1)), space.states().get(2)));
        assertThat(powers.contains(field(space, powers.field(2)))).isTrue();
        assertThat(powers.contains(field(space, List.of(x, x, x)))).isFalse();
    }

    /** Expanded, for comparison, which the class never does. */
    @Test
    void everyPowerCommutesWithTheMatrix() {
        MatrixPowers powers = powers(NETWORK).orElseThrow();
        assertThat(powers.size()).isEqualTo(6);
        Generator flow = field(NETWORK, powers.field(1));
        for (int k = 2; k <= 3; k++) {
            assertThat(LieBracket.of(flow, field(NETWORK, powers.field(k))).infinitesimals())
                    .allSatisfy(
                            e -> assertThat(ZeroDecision.isZero(e, List.of())).isTrue());
        }
    }

    @Test
    void verificationRecognisesThemAndNothingElse() {
        MatrixPowers powers = powers(NETWORK).orElseThrow();
        Verification verification = new Verification(NETWORK);
        Generator fifth = field(NETWORK, powers.field(5));
        assertThat(verification.generator(fifth, Optional.empty()).verdict()).isInstanceOf(Verdict.Proved.class);
        List<IExpr> wrong = new ArrayList<>(powers.field(2));
        wrong.set(3, Expr.plus(wrong.get(3), NETWORK.states().get(0)));
        assertThat(verification
                        .generator(field(NETWORK, wrong), Optional.empty())
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void commutingIsSaidOnlyOfPowersAndTranslations() {
        MatrixPowers powers = powers(NETWORK).orElseThrow();
        List<IExpr> time = new ArrayList<>(java.util.Collections.nCopies(6, Expr.ZERO));
        Generator translation = new Generator(
                NETWORK.jetSpace().base(),
                java.util.stream.Stream.concat(java.util.stream.Stream.of(Expr.ONE), time.stream())
                        .toList());
        Generator flow = field(NETWORK, powers.field(1));
        Generator third = field(NETWORK, powers.field(3));
        List<IExpr> shear = new ArrayList<>(time);
        shear.set(0, NETWORK.states().get(1));
        assertThat(MatrixPowers.areCommuting(List.of(translation, flow, third), List.of()))
                .isTrue();
        assertThat(MatrixPowers.areCommuting(List.of(translation, flow, field(NETWORK, shear)), List.of()))
                .isFalse();
    }

    @Test
    void onlyLinearSystemsWithConstantMatricesHaveThem() {
        assertThat(powers(system("states x, y; x' = t*x + y; y' = x"))).isEmpty();
        assertThat(powers(system("states x, y; x' = x*y; y' = x"))).isEmpty();
        assertThat(powers(system("states x, y; x' = x + 1; y' = x"))).isEmpty();
    }
}
