package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.source.SourceText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Claims with free constants, on domains, and such as cannot be decided, each with the verdict that it must have. */
final class VerdictTest {
    private static final String OSCILLATOR = "parameters k; x' = y; y' = -k*x";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y^2 + k*x^2 | proved",
                "c*(y^2 + k*x^2) + d | proved",
                "y^2 + c*x^2 | conditional c == k",
                "c*x*y + y^2 + d*x^2 | conditional c == 0 and d == k",
                "y^2 + k*x^2 + (c^2 + 1)*x | refuted",
                "y^2 + c*x | refuted",
                "exp(c)*y | refuted",
                "c*x*y | refuted",
                "c*d*x*y | refuted",
                "(c^2 - 2)*x*y | refuted",
                "c*d*x*y + d*(y^2 + k*x^2) | conditional c == 0",
                "(c^2 + d^2)*x*y + d*(y^2 + k*x^2) | refuted",
                "(c - 1)*(c - 2)*x*y + (c - 2)*(c - 3)*(y^2 + k*x^2) | conditional c == 1",
                "(c^4 - c + 1)*x*y + y^2 + k*x^2 | undecided for which constants it holds was not found",
                "k + 3 | refuted",
                "log(-1 - (y^2 + k*x^2)^2) | undecided it is real at none of the points that were tried",
                "c | refuted",
                "y^2 + k*x^2 + 1e-9*x | refuted",
                "c*d*(y^2 + k*x^2) - x*y | refuted",
                "c*d*y^2 + k*x^2 | conditional c == 1/d",
                "(c^2 - 2)*x*y + y^2 + k*x^2 | conditional c^2 - 2 == 0",
                "c*exp(c)*x*y + y^2 + k*x^2 | conditional c == 0",
                "k*(c^3 - c^2)/(d^2 + 1)*x*y + y^2 + k*x^2 | conditional c*(c - 1) == 0",
                "(c - d)*x*y + (c + d - 2)*x + y^2 + k*x^2 | conditional c == 1 and d == 1",
                "(c - d)*x*y + (c + d - 2)*x | refuted",
                "(c - d)*x*y + (c*d - 4)*x + y^2 + k*x^2 | conditional c == d and (d - 2)*(d + 2) == 0",
                "(c^d - 1)*x*y + y^2 + k*x^2 | conditional c^d - 1 == 0",
                "(2^c - 1)*x*y + y^2 + k*x^2 | conditional c == 0",
                "(exp(c^2 - 3*c + 2) - 1)*x*y + y^2 + k*x^2 | conditional (c - 2)*(c - 1) == 0",
                // what the equations ask for makes the rest not real
                "(c^3 - 2)*x*y + sqrt(c)*(y^2 + k*x^2) | conditional c^3 - 2 == 0",
                "(c^3 - 2)*x*y + sqrt(-c)*(y^2 + k*x^2) | undecided for which constants it holds was not found",
                // or zero, or without a value
                "(c^3 - 2)*x*y*abs(x) | refuted",
                "(c^3 - 2)*x*y*max(x, y) | undecided for which constants it holds was not found",
                "(y^2 + k*x^2)/(c - 1) + (c^2 - 1)*x | conditional c == -1",
                "(y^2 + k*x^2)/(c - 1) + (c - 1)*x | refuted",
                "log(c - 1)*(y^2 + k*x^2) + (c - 1)*x | refuted",
                // a jump over zero is no root, and at the only root nothing is left of the quantity
                "atan(1/c)*x*y + y^2 + k*x^2 | undecided for which constants it holds was not found",
                "(c^3 - 2)*x*y + (2^(2/3)*c - 2)*(y^2 + k*x^2)"
                        + " | undecided for which constants it holds was not found",
            })
    void ofQuantitiesWithFreeConstants(String quantity, String verdict) {
        assertVerdict(OSCILLATOR, quantity, Optional.empty()).isEqualTo(verdict);
    }

    /** What a coefficient without constants is must be known before it is said that no constants will do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(lambertw(2*exp(2)) - 2)*y^2 + c*y - x | undecided whether a number is zero was not decided",
                "(lambertw(2*exp(2)) - 2)*c*y + y - x | conditional c == 0",
                "(lambertw(2*exp(2)) - 3)*c*y + y - x | conditional c == 0",
                "c*y/(sin(y)^2 + cos(y)^2 - 1) | undecided for which constants it holds was not found",
                "abs(c)*y - x | conditional c*sign(c) - 1 == 0",
                "sqrt(y^2 + 2*y + 1) - c*x | undecided it holds at some points and fails at others where c == 1",
                "max(c, 1)*y - x | undecided the free constants decide which case holds",
                "c*y + abs(x + y) + abs(2*x + y) + abs(3*x + y) + abs(4*x + y) + abs(5*x + y) + abs(6*x + y)"
                        + " + abs(7*x + y) + abs(8*x + y) + abs(9*x + y) | undecided too many cases",
                // for some constants functions of the coordinates are others than for all
                "y^c - x | conditional c == 1",
                "y - x + lambertw(c*y*exp(y)) | conditional c == 0",
                "y - x + (exp(c*x) - 1)*y^2 | conditional c == 0",
                "1/c^2 + y^(1/c) - x | conditional c == 1",
                "(y + 1)^c + d*y^2 - x | conditional c == 1 and d == 0",
                "y^c - 2*x | refuted",
                "exp(c*x) | refuted",
                "exp(c*x) + y | refuted",
                // functions of the coordinates that depend on each other on a part of the space
                "lambertw(y*exp(y)) - c*x | undecided it holds at some points and fails at others where c == 1",
                "asin(sin(y)) - c*x | undecided it holds at some points and fails at others where c == 1",
                "sqrt(y^2 + 2*y + c) - x | undecided it holds at some points and fails at others where c == 1",
                "lambertw(y) - c*x | refuted",
                // some by their norm, some by what they are at a point, some by a shift
                "sqrt(y^2 + 2*y*x + c) - x | refuted",
                "sqrt(y - x + c) + sqrt(y + d) - sqrt(x) | refuted",
                "sqrt(y - x + c) + d*sqrt(y + c) | conditional d == 0",
                "exp(c*x) - exp(3*y) | refuted",
                "exp(c*x - 3*y) | conditional c == 3",
                "sin(c*y - 3*x) | conditional c == 3",
                "sin(y + c)*cos(x) - cos(y + d)*sin(x) | conditional tan(c/2 - d/2) == 0",
                "atan(exp(y + c)) - atan(exp(d*x)) | refuted",
                "(1 + cos(c))*y^2 + y - x | conditional c == pi",
                "log(c*y + d) - log(x) | refuted",
                "log(abs(y)) - c*x | refuted",
                "max(y, y - 1)*c - x | conditional c == 1",
                "abs(y)*c - d*x | refuted",
                "max(y, x)*c - d*x*y | refuted",
                "max(y - x, 1) + y^c - x | conditional c == 1",
                "max(x*y - x^2 - y^2 - 1, 0) + c*y - x | undecided for which constants it holds was not found",
                // values that would have to be 1/0
                "y^(c*(d - 1)) - x + (exp((d - 1)*x) - 1)*y | refuted",
                "(c*(d - 1) - 1)*x + (exp((d - 1)*x^3) - 1)*y + y - x"
                        + " | undecided for which constants it holds was not found",
                // true for c = 1, where algebra does not know the sign of the root
                "sqrt((y^2 - x*y + x^2)^2 + 2*(y^2 - x*y + x^2) + c) - y^2 + x*y - x^2 + y - x"
                        + " | undecided for which constants it holds was not found",
                "y^c + (x + 1)^d - 2*x | conditional c == 1 and d == 1",
                // a value of c would do as well, but is not needed
                "y^(c*d) - x + exp(d*x*y)*y | conditional d == 0",
                "abs(y - c) - x | undecided the free constants decide which case holds",
                // by derivatives at a point, near a pole, and where nothing is known to be real
                "x*(exp(c*x) - exp(3*x)) + y - x | conditional c == 3",
                "(exp(c*x) - exp(3*x))*x + y - x + 1/x | refuted",
                "(exp(c*x) - exp(3*x))*cot(y - c) + y - x | conditional c == 3",
                "exp(c^2*x) - exp(2*x) + y - x"
                        + " | undecided for some constants functions in it may be others than for most",
                "lambertw(y + c) - x | refuted",
            })
    void ofConstantsWhereMuchDependsOnThem(String quantity, String verdict) {
        assertVerdict("y' = 1", quantity, Optional.empty()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z' = a | a: 2*t, z: t^2 | refuted",
                "z' = a | a: 2, z: 2*t | proved",
                "z' = a | a: 2, z: c*t | conditional c == 2",
                "z' = z^2 | z: c*z | refuted",
                "z' = z^2 | t: d*t, z: c*z | conditional c == -d",
                "z' = z^2 | t: 1, z: c*z | conditional c == 0",
                "z' = z^2 | z: z^c | conditional c == 2",
                "z' = z^2 | z: 0 | proved",
                "z' = t^2*z | z: c*d*t | refuted",
                "x'' = y; y' = x | x: y, y: x | refuted",
                "x'' = y; y' = x | x: x, y: y | proved",
                "y' = log(-1 - y^2) | y: y | undecided neither proved nor refuted: 0 points could be examined",
                // they hold for c = 3 wherever the system is real, for x > 1/2
                "y' = sqrt(x - 1/2) | x: abs(x) - x + (c - 3)*y, y: 1"
                        + " | undecided for which constants it holds was not found",
                "y' = log(x - 1/2) | x: sqrt(x^2 - x/2 + 1/16) - x + 1/4 + (exp(c*x) - exp(3*x))*y, y: 1"
                        + " | undecided functions in it may depend on each other",
                "y' = 1/x | x: x, y: exp(c*x) - exp(3*x) | conditional c == 3",
            })
    void ofGenerators(String source, String claim, String verdict) {
        DifferentialSystem system = Read.system(source);
        assertThat(shown(examined(claim, system).verdict())).isEqualTo(verdict);
    }

    /** The field does not see that two roots with a factor in common are not one; points do. */
    @Test
    void ofWhatIsSeenToVaryAtPoints() {
        assertVerdict("y' = 1", "sqrt((y - x)*(y - x + 1)) + sqrt((y - x)*(y - x + 2))", Optional.empty())
                .isEqualTo("proved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a - b", "b - a"})
    void areRefutedWhereTheAssumptionsHold(String positive) {
        DifferentialSystem s = Read.system("parameters a, b; y' = 1");
        Assumption assumption = new Assumption(Read.expression(positive, s), Assumption.Relation.POSITIVE);
        Verification verification = new Verification(new DifferentialSystem(
                s.name(), s.independent(), s.parameters(), s.functions(), s.equations(), List.of(assumption)));
        Verdict found = verification
                .quantity(Read.expression("2*y - x", s), Optional.empty())
                .verdict();
        Map<ISymbol, String> point = ((Verdict.Refuted) found).witness().point();
        BigDecimal more = new BigDecimal(point.get(Expr.symbol(positive.substring(0, 1))));
        assertThat(more).isGreaterThan(new BigDecimal(point.get(Expr.symbol(positive.substring(4)))));
        assertThat(shown(verification
                        .quantity(Read.expression("sign(" + positive + ")*y - x", s), Optional.empty())
                        .verdict()))
                .isEqualTo("proved");
    }

    @Test
    void whatMovesAParameterMovesItForAllTimes() {
        Examination found = examined("a: 2*t, z: t^2", Read.system("z' = a"));
        assertThat(found.residuals())
                .contains(new Residual("the rate of the component along a", Expr.TWO))
                .hasSize(2);
    }

    @Test
    void thePowersOfAMatrixAreRecognised() {
        DifferentialSystem linear = Read.system("x' = a*x + b*y; y' = b*x - a*y");
        assertThat(examined("x: a*x + b*y, y: b*x - a*y", linear).residuals()).isEmpty();
        assertThat(examined("x: b*x - a*y, y: -a*x - b*y", linear).residuals()).isNotEmpty();
    }

    private static Examination examined(String claim, DifferentialSystem system) {
        return new Verification(system)
                .generator(Claims.generator(SourceText.of("test", claim), system, ActivationLibrary.standard()));
    }

    @Test
    void holdOnTheDomainOnly() {
        String moving = "y' = 1";
        IExpr y = Expr.symbol("y");
        assertVerdict(moving, "abs(y) - x", Optional.empty()).isEqualTo("refuted");
        assertVerdict(moving, "abs(y) - x", Optional.of(positive(y))).isEqualTo("proved");
        assertVerdict(moving, "abs(y) - x", Optional.of(positive(Expr.negate(y))))
                .isEqualTo("refuted");
        assertVerdict(moving, "abs(y) - y", Optional.of(positive(y)))
                .as("nothing but 0 on the domain")
                .isEqualTo("refuted");
        assertVerdict(moving, "c*abs(y) - x", Optional.of(positive(Expr.negate(y))))
                .isEqualTo("conditional c == -1");
    }

    /** {@code √(y² + 2y + 1) = -y - 1} for y below -1, and another function at the points that are looked at. */
    @Test
    void areNotRefutedOffTheDomain() {
        IExpr below = positive(Read.expression("-1 - y"));
        assertVerdict("y' = 1", "sqrt(y^2 + 2*y + 1) + 2*y - x + x*(exp(c*y) - exp(3*y))", Optional.of(below))
                .isEqualTo("undecided functions in it may depend on each other");
    }

    @Test
    void ofFunctionsOfSomeOfManyCoordinates() {
        assertVerdict("x' = 1; y' = 1; z' = 1", "x*(exp(c*x) - exp(3*x)) + y - x", Optional.empty())
                .isEqualTo("conditional c == 3");
        assertVerdict("x' = 1; y' = 1", "exp(c*t*x*y) - exp(3*t*x*y) + x - y", Optional.empty())
                .isEqualTo("conditional c == 3");
    }

    /** A condition on what is not in the claim, and one that the free constants set. */
    @Test
    void areExaminedOnDomainsOfOtherNames() {
        IExpr domain = positive(Expr.symbol("q"));
        assertVerdict("p' = 1; q' = 1", "2*p - t", Optional.of(domain)).isEqualTo("refuted");
        assertVerdict("parameters a > 0, b; y' = b*y", "y", Optional.empty()).isEqualTo("refuted");
        IExpr moving = positive(Expr.minus(Expr.symbol("y"), Expr.symbol("c")));
        assertVerdict("y' = 1", "abs(y) - x", Optional.of(moving))
                .isEqualTo("undecided the free constants decide which case holds");
    }

    /** {@code W(y e^y) = y} for y above -1, which algebra does not see. */
    @Test
    void areNotProvedByPoints() {
        String quantity = "lambertw(y*exp(y)) - x";
        assertVerdict("y' = 1", quantity, Optional.empty()).isEqualTo("refuted");
        assertVerdict("y' = 1", quantity, Optional.of(positive(Expr.symbol("y"))))
                .isEqualTo("supported");
        assertVerdict("y' = 1", "lambertw(y*exp(y)) - y", Optional.of(positive(Expr.symbol("y"))))
                .as("a constant that is not seen to be one")
                .isEqualTo("undecided neither proved nor refuted: 20 points could be examined");
    }

    /** Whose rate is zero by algebra, which does not see whether they are more than constants. */
    @Test
    void ofWhatMayBeAConstant() {
        assertVerdict("y' = 1", "lambertw((y - x)*exp(y - x))", Optional.empty())
                .isEqualTo("proved");
        assertVerdict("y' = 1", "lambertw(exp(y - x)*exp(exp(y - x))) - exp(y - x)", Optional.empty())
                .isEqualTo("undecided it may be a constant");
    }

    @Test
    void ofWhatIsNowhereReal() {
        assertVerdict("y' = 1", "log(-1 - y^2) - x", Optional.empty())
                .isEqualTo("undecided not an identity, but no point was found where it fails");
        assertVerdict("y' = 1", "sqrt(-1 - y^2) - x", Optional.empty())
                .isEqualTo("undecided neither proved nor refuted: 0 points could be examined");
    }

    private static IExpr positive(IExpr e) {
        return Condition.compare(e, S.Greater, Expr.ZERO);
    }

    private static AbstractStringAssert<?> assertVerdict(String source, String quantity, Optional<IExpr> domain) {
        DifferentialSystem system = Read.system(source);
        IExpr claimed = Read.expression(quantity, system);
        return assertThat(
                        shown(new Verification(system).quantity(claimed, domain).verdict()))
                .as(quantity);
    }

    private static String shown(Verdict verdict) {
        String more = "";
        if (verdict instanceof Verdict.Conditional c) {
            more = " " + InputForm.of(c.condition());
        } else if (verdict instanceof Verdict.Undecided u) {
            more = " " + u.reason();
        } else if (verdict instanceof Verdict.Refuted r) {
            assertThat(r.witness().point()).isNotEmpty();
        }
        return verdict.word() + more;
    }
}
