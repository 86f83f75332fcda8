package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Every row of rules/identities at random points. */
final class IdentitiesTest {
    private static final long SEED = 20;
    private static final int POINTS = 60;
    private static final int DIGITS = 25;
    private static final StableForms FORMS = StableForms.instance();

    static Stream<Identity> identities() {
        return IdentityLibrary.standard().identities().stream();
    }

    static Stream<ComputedFunction> functions() {
        return IdentityLibrary.standard().functions().values().stream();
    }

    @ParameterizedTest
    @MethodSource("identities")
    void bothSidesAreTheSameNumber(Identity identity) {
        int met = compare(identity.variables(), FORMS.printed(identity.printed()), FORMS.printed(identity.computed()));
        assertThat(met).as("points where both sides are real").isGreaterThan(POINTS / 8);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void theIdentityIsApplied(Identity identity) {
        Map<ISymbol, IExpr> inside = new HashMap<>();
        identity.variables()
                .forEach(v -> inside.put(
                        v, Expr.plus(Expr.times(Expr.symbol("theta1"), Expr.symbol("z")), Expr.symbol("theta2"))));
        IExpr printed = Expr.substitute(identity.printed(), inside);
        assertThat(identity.apply(printed)).contains(Expr.substitute(identity.computed(), inside));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void derivativesAreThoseOfTheFormula(ComputedFunction f) {
        Map<ISymbol, IExpr> given = given(f);
        for (ISymbol v : f.variables()) {
            List<IExpr> chain = new ArrayList<>();
            for (int i = 0; i < f.variables().size(); i++) {
                IExpr stated = Expr.substitute(FORMS.printed(f.derivatives().get(i)), given);
                chain.add(
                        Expr.times(stated, Differentiation.derivative(f.given().get(i), v)));
            }
            IExpr found = Differentiation.derivative(Expr.substitute(f.formula(), given), v);
            assertThat(compare(f.variables(), Expr.plus(chain), found)).isGreaterThan(POINTS / 8);
        }
    }

    static Stream<IdentityLibrary.ArrayForm> arrays() {
        return IdentityLibrary.standard().arrays().values().stream();
    }

    /** The form for arrays is the function that it stands for, and keeps its digits. */
    @ParameterizedTest
    @MethodSource("arrays")
    void theFormForArraysIsTheFunction(IdentityLibrary.ArrayForm form) {
        ComputedFunction computed = IdentityLibrary.standard().functions().get(form.name());
        Map<ISymbol, IExpr> given = computed == null ? Map.of() : given(computed);
        IExpr function = computed == null
                ? Expr.apply(elementary(form.name()), form.variables().get(0))
                : Expr.substitute(computed.formula(), given);
        IExpr value = Expr.substitute(withArrayForms(form.value()), given);
        assertThat(compare(form.variables(), FORMS.printed(value), function, 1e-17))
                .isGreaterThan(POINTS / 8);
    }

    private static Elementary elementary(String name) {
        return java.util.Arrays.stream(Elementary.values())
                .filter(f -> f.text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The tree with its functions as their forms for arrays, where there are some. */
    private static IExpr withArrayForms(IExpr e) {
        if (!(e instanceof IAST a)) {
            return e;
        }
        List<IExpr> arguments =
                Expr.arguments(a).stream().map(IdentitiesTest::withArrayForms).toList();
        IdentityLibrary.ArrayForm form =
                Expr.isArbitrary(e) ? IdentityLibrary.standard().arrays().get(JavaExpression.function(a)) : null;
        if (form == null) {
            return Expr.rebuild(a.head(), arguments);
        }
        Map<ISymbol, IExpr> inside = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            inside.put(form.variables().get(i), arguments.get(i));
        }
        return withArrayForms(Expr.substitute(form.value(), inside));
    }

    private static Map<ISymbol, IExpr> given(ComputedFunction f) {
        Map<ISymbol, IExpr> given = new HashMap<>();
        for (int i = 0; i < f.variables().size(); i++) {
            given.put(f.variables().get(i), f.given().get(i));
        }
        return given;
    }

    private static int compare(List<ISymbol> variables, IExpr a, IExpr b) {
        return compare(variables, a, b, 1e-20);
    }

    private static int compare(List<ISymbol> variables, IExpr a, IExpr b, double tolerance) {
        SamplePoints points = new SamplePoints(variables, List.of(), List.of(), SEED);
        int met = 0;
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (NumericEvaluation.evaluate(a, point, DIGITS) instanceof Value.Real left
                    && NumericEvaluation.evaluate(b, point, DIGITS) instanceof Value.Real right) {
                met++;
                double scale = Math.max(1e-300, right.value().abs().doubleValue());
                assertThat(left.value().subtract(right.value()).abs().doubleValue() / scale)
                        .as("at %s (seed %s)", point, SEED)
                        .isLessThan(tolerance);
            }
        }
        return met;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theCodeComputesTheFormula(ComputedFunction f) throws ReflectiveOperationException {
        Method code = code(f);
        SamplePoints points = new SamplePoints(f.variables(), List.of(), List.of(), SEED);
        int met = 0;
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> drawn = new HashMap<>();
            points.next().forEach((v, value) -> drawn.put(v, new BigDecimal(value.doubleValue())));
            List<Object> arguments = new ArrayList<>();
            Map<ISymbol, BigDecimal> point = new HashMap<>();
            for (int k = 0; k < f.variables().size(); k++) {
                Value value = NumericEvaluation.evaluate(f.given().get(k), drawn, 40);
                double argument = value instanceof Value.Real r ? r.value().doubleValue() : Double.NaN;
                arguments.add(argument);
                point.put(f.variables().get(k), Double.isNaN(argument) ? BigDecimal.ZERO : new BigDecimal(argument));
            }
            if (!arguments.contains(Double.NaN)
                    && NumericEvaluation.evaluate(f.formula(), point, 30) instanceof Value.Real wanted) {
                met++;
                double expected = wanted.value().doubleValue();
                assertThat((double) code.invoke(null, arguments.toArray()))
                        .as("%s at %s", f.name(), point)
                        .isCloseTo(
                                expected,
                                org.assertj.core.data.Offset.offset(4e-15 * Math.max(1e-3, Math.abs(expected))));
            }
        }
        assertThat(met).isGreaterThan(POINTS / 8);
    }

    private static Method code(ComputedFunction f) throws ReflectiveOperationException {
        for (String name : SupportLibrary.CLASSES) {
            for (Method m : Class.forName("dev.prolong.codegen.support." + name).getDeclaredMethods()) {
                if (m.getName().equals(f.name())) {
                    m.setAccessible(true);
                    return m;
                }
            }
        }
        throw new AssertionError("no code for " + f.name());
    }
}
