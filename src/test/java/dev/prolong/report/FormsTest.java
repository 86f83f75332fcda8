package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** How trees look in Unicode and in LaTeX. */
final class FormsTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final ISymbol A = Expr.symbol("theta1");
    private static final IExpr SUM = Expr.plus(X, Y);
    private static final IExpr THIRD = Expr.rational(1, 3);

    @ParameterizedTest
    @MethodSource("trees")
    void prints(IExpr tree, String unicode, String latex) {
        assertThat(UnicodeForm.of(tree)).isEqualTo(unicode);
        assertThat(LatexForm.of(tree)).isEqualTo(latex);
    }

    static Stream<Arguments> trees() {
        return Stream.of(numbersAndNames(), products(), powers(), functions(), conditions())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> numbersAndNames() {
        return Stream.of(
                Arguments.of(Expr.integer(-3), "−3", "-3"),
                Arguments.of(Expr.rational(-1, 2), "−1/2", "-\\frac{1}{2}"),
                Arguments.of(Expr.PI, "π", "\\pi"),
                Arguments.of(A, "θ₁", "\\theta_{1}"),
                Arguments.of(Expr.symbol("alpha_max"), "α_max", "\\alpha_{\\mathit{max}}"),
                Arguments.of(Expr.symbol("adj_theta2"), "adj_θ₂", "\\mathit{adj}_{\\theta_{2}}"),
                Arguments.of(Expr.symbol("W[1,2]"), "W₁,₂", "W_{1,2}"),
                Arguments.of(Expr.symbol("Gamma"), "Γ", "\\Gamma"),
                Arguments.of(Expr.symbol("gamma"), "γ", "\\gamma"),
                Arguments.of(Expr.symbol("y''"), "y''", "y''"),
                Arguments.of(Expr.symbol("y1''''"), "y₁⁽⁴⁾", "y_{1}^{(4)}"),
                Arguments.of(Expr.symbol("__x"), "__x", "\\mathit{\\_\\_x}"));
    }

    private static Stream<Arguments> products() {
        return Stream.of(
                Arguments.of(Expr.plus(Expr.times(A, X), Y), "θ₁ x + y", "\\theta_{1} x + y"),
                Arguments.of(Expr.minus(Expr.ONE, X), "1 − x", "1 - x"),
                Arguments.of(Expr.negate(Expr.times(X, Y)), "−x y", "-x y"),
                Arguments.of(Expr.times(X, SUM), "x (x + y)", "x (x + y)"),
                Arguments.of(Expr.divide(X, Expr.TWO), "x/2", "\\frac{x}{2}"),
                Arguments.of(Expr.divide(SUM, Expr.times(X, Y)), "(x + y)/(x y)", "\\frac{x + y}{x y}"),
                Arguments.of(Expr.divide(Expr.ONE, SUM), "1/(x + y)", "\\frac{1}{x + y}"),
                Arguments.of(Expr.times(X, Expr.power(Expr.TWO, Expr.symbol("n"))), "2^n x", "2^{n} x"),
                Arguments.of(Expr.times(Expr.integer(3), Expr.power(Expr.TWO, Y), X), "3·2^y x", "3 \\cdot 2^{y} x"),
                Arguments.of(
                        Expr.times(Expr.sqrt(Expr.TWO), X, Expr.rational(1, 2)), "√2 x/2", "\\frac{\\sqrt{2} x}{2}"));
    }

    private static Stream<Arguments> powers() {
        return Stream.of(
                Arguments.of(Expr.power(X, 2), "x²", "x^{2}"),
                Arguments.of(Expr.power(X, -12), "1/x¹²", "\\frac{1}{x^{12}}"),
                Arguments.of(Expr.power(Expr.symbol("y'"), 2), "y'²", "{y'}^{2}"),
                Arguments.of(Expr.power(SUM, 2), "(x + y)²", "(x + y)^{2}"),
                Arguments.of(Expr.power(X, THIRD), "x^(1/3)", "\\sqrt[3]{x}"),
                Arguments.of(Expr.power(X, Expr.rational(2, 3)), "x^(2/3)", "x^{2/3}"),
                Arguments.of(Expr.sqrt(SUM), "√(x + y)", "\\sqrt{x + y}"),
                Arguments.of(Expr.exp(Expr.negate(X)), "e^(−x)", "\\mathrm{e}^{-x}"),
                Arguments.of(Expr.exp(Expr.power(X, 2)), "e^(x²)", "\\mathrm{e}^{x^{2}}"),
                Arguments.of(Expr.exp(Expr.divide(X, Y)), "e^(x/y)", "\\exp\\left(\\frac{x}{y}\\right)"),
                Arguments.of(
                        Expr.power(Expr.power(X, Expr.symbol("n")), Expr.symbol("m")),
                        "(x^n)^m",
                        "\\left(x^{n}\\right)^{m}"),
                Arguments.of(
                        Expr.power(Expr.divide(X, Y), Expr.symbol("n")), "(x/y)^n", "\\left(\\frac{x}{y}\\right)^{n}"));
    }

    private static Stream<Arguments> functions() {
        IExpr cos = Expr.apply(Elementary.COS, SUM);
        ISymbol f = Expr.symbol("f");
        ISymbol s = Expr.symbol("s");
        return Stream.of(
                Arguments.of(cos, "cos(x + y)", "\\cos(x + y)"),
                Arguments.of(Expr.power(cos, 2), "cos²(x + y)", "\\cos^{2}(x + y)"),
                Arguments.of(Expr.power(Expr.log(X), 2), "log(x)²", "\\log(x)^{2}"),
                Arguments.of(Expr.apply(Elementary.ATANH, X), "artanh(x)", "\\operatorname{artanh}(x)"),
                Arguments.of(Expr.abs(X), "|x|", "\\lvert x\\rvert"),
                Arguments.of(Expr.apply(Elementary.MAX, X, Y), "max(x, y)", "\\max(x, y)"),
                Arguments.of(
                        Expr.times(cos, Expr.apply(Elementary.SIN, X)), "cos(x + y) sin(x)", "\\cos(x + y) \\sin(x)"),
                Arguments.of(Expr.times(cos, Expr.abs(X)), "|x| cos(x + y)", "\\lvert x\\rvert \\cos(x + y)"),
                Arguments.of(Expr.applyDerivative(f, List.of(2), List.of(Expr.times(X, Y))), "f''(x y)", "f''(x y)"),
                Arguments.of(Expr.applyDerivative(f, List.of(1, 2), List.of(X, Y)), "f_xyy", "f_{x y y}"),
                Arguments.of(
                        Expr.applyDerivative(f, List.of(1, 0), List.of(SUM, Y)),
                        "f^(1,0)(x + y, y)",
                        "f^{(1,0)}(x + y, y)"),
                Arguments.of(
                        Expr.times(X, Expr.integral(Expr.exp(Expr.power(s, 2)), s, Expr.ZERO, SUM)),
                        "x ∫_0^(x + y) e^(s²) ds",
                        "x\\, \\int_{0}^{x + y} \\mathrm{e}^{s^{2}}\\,\\mathrm{d}s"));
    }

    private static Stream<Arguments> conditions() {
        IExpr positive = Condition.compare(X, S.Greater, Expr.ZERO);
        IExpr small = Condition.compare(X, S.LessEqual, Y);
        return Stream.of(
                Arguments.of(positive, "x > 0", "x > 0"),
                Arguments.of(Condition.and(List.of(small, positive)), "0 < x ≤ y", "0 < x \\le y"),
                Arguments.of(
                        Condition.or(List.of(positive, Condition.compare(Y, S.Unequal, Expr.ONE))),
                        "x > 0 or y ≠ 1",
                        "x > 0 \\text{ or } y \\ne 1"),
                Arguments.of(
                        Expr.piecewise(List.of(new Expr.Branch(positive, X)), Expr.ZERO),
                        "{x if x > 0; 0 otherwise}",
                        "\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}"));
    }
}
