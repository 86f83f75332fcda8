package dev.prolong.report;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.FreshNames;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Prints trees as LaTeX for math mode; needs {@code amsmath}. Names are escaped, so any name of the input language is safe.
 *
 * <p>Brackets grow only around what is taller than a line, since {@code \left} spoils the spacing after function names.
 */
public final class LatexForm extends TreeForm {
    private static final LatexForm INSTANCE = new LatexForm();
    private static final List<String> TALL = List.of("\\frac", "\\int", "\\begin", "\\sqrt", "^{");

    private LatexForm() {}

    /** The formula of a tree. */
    public static String of(IExpr e) {
        return INSTANCE.print(e);
    }

    /** A tree as a factor to the left of something else: sums in parentheses. */
    static String factor(IExpr e) {
        return INSTANCE.print(e, PRODUCT);
    }

    /** A name: {@code \theta_{1}} for {@code theta1}. */
    static String name(String name) {
        if (name.startsWith(GeneratorName.LETTER)) {
            String number = name.substring(GeneratorName.LETTER.length());
            return "\\mathbf{X}" + (number.isEmpty() ? "" : "_{" + number + "}");
        }
        if (name.startsWith(FreshNames.INFINITESIMAL)) {
            return "\\xi_{" + name(name.substring(FreshNames.INFINITESIMAL.length())) + "}";
        }
        NameParts parts = NameParts.of(name);
        String letters = GreekLetter.byName(parts.letters())
                .map(GreekLetter::latex)
                .orElseGet(() -> parts.letters().length() == 1
                        ? LatexText.escape(parts.letters())
                        : "\\mathit{" + LatexText.escape(parts.letters()) + "}");
        String index = parts.index().isEmpty() ? "" : "_{" + index(parts.index()) + "}";
        return INSTANCE.primed(letters + index, parts.primes())
                + (parts.order().isEmpty() ? "" : "^{(" + parts.order() + ")}");
    }

    private static String index(String index) {
        return Character.isLetter(index.charAt(0)) ? name(index) : LatexText.escape(index);
    }

    private static boolean isTall(String s) {
        return TALL.stream().anyMatch(s::contains);
    }

    @Override
    boolean fractionsAreBoxes() {
        return true;
    }

    @Override
    String symbol(ISymbol s) {
        return s.equals(Expr.PI) ? "\\pi" : s.equals(Expr.E) ? "\\mathrm{e}" : name(s.getSymbolName());
    }

    @Override
    String dots() {
        return "\\dots";
    }

    @Override
    String minus() {
        return "-";
    }

    @Override
    String fraction(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    @Override
    String juxtaposed(List<String> factors) {
        StringBuilder out = new StringBuilder(factors.get(0));
        for (int i = 1; i < factors.size(); i++) {
            out.append(between(factors.get(i - 1), factors.get(i))).append(factors.get(i));
        }
        return out.toString();
    }

    private static String between(String left, String right) {
        if (Character.isDigit(right.charAt(0))) {
            return " \\cdot ";
        }
        boolean words = left.contains("\\mathit") || right.startsWith("\\mathit");
        boolean afterBracket = (left.endsWith(")") || left.endsWith("\\rvert")) && isLetter(right);
        return words || afterBracket || right.startsWith("\\int") ? "\\, " : " ";
    }

    /** Whether TeX sets this as an ordinary letter, without the space that operators bring along. */
    private static boolean isLetter(String s) {
        return !s.startsWith("\\") || s.startsWith("\\frac") || GreekLetter.startsWith(s);
    }

    @Override
    String parentheses(String s) {
        return isTall(s) ? "\\left(" + s + "\\right)" : "(" + s + ")";
    }

    @Override
    String exponential(IExpr exponent) {
        String above = print(exponent);
        boolean flat = !above.contains("\\int") && !above.contains("\\begin") && !above.contains("\\frac");
        return flat ? "\\mathrm{e}^{" + above + "}" : "\\exp" + parentheses(above);
    }

    @Override
    Optional<String> root(IExpr base, IRational exponent) {
        if (!exponent.toBigNumerator().equals(java.math.BigInteger.ONE) || exponent.isInteger()) {
            return Optional.empty();
        }
        String degree = exponent.toBigDenominator().toString();
        return Optional.of("\\sqrt" + (degree.equals("2") ? "" : "[" + degree + "]") + "{" + print(base) + "}");
    }

    @Override
    String superscript(String base, IExpr exponent) {
        boolean primed = base.endsWith("'") || base.endsWith(")}");
        String above = exponent instanceof IRational q && !q.isInteger()
                ? q.toBigNumerator() + "/" + q.toBigDenominator()
                : print(exponent);
        return (primed ? "{" + base + "}" : base) + "^{" + above + "}";
    }

    @Override
    String subscript(String name, List<String> variables) {
        String below = String.join(" ", variables);
        // TeX allows one subscript only
        return name.endsWith("}") && name.contains("_{")
                ? name.substring(0, name.length() - 1) + ",\\," + below + "}"
                : name + "_{" + below + "}";
    }

    @Override
    String primed(String name, int order) {
        return order <= 3 ? name + "'".repeat(order) : name + "^{(" + order + ")}";
    }

    @Override
    String orders(String name, List<Integer> orders) {
        return name + "^{("
                + String.join(",", orders.stream().map(String::valueOf).toList()) + ")}";
    }

    @Override
    String elementary(Elementary f) {
        return switch (f) {
            case LOG, SIN, COS, TAN, SEC, CSC, COT, SINH, COSH, TANH, COTH, MIN, MAX -> "\\" + f.text();
            case ASIN -> "\\arcsin";
            case ACOS -> "\\arccos";
            case ATAN -> "\\arctan";
            case SECH, CSCH, ERF, ERFI, EI, ABS -> operator(f.text());
            case ASINH -> operator("arsinh");
            case ACOSH -> operator("arcosh");
            case ATANH -> operator("artanh");
            case SIGN -> operator("sgn");
            case LAMBERTW -> operator("W") + "_{0}";
        };
    }

    private static String operator(String name) {
        return "\\operatorname{" + name + "}";
    }

    @Override
    String call(String name, List<String> arguments) {
        return name + parentheses(String.join(", ", arguments));
    }

    @Override
    String absolute(String s) {
        return isTall(s) ? "\\left\\lvert " + s + "\\right\\rvert" : "\\lvert " + s + "\\rvert";
    }

    @Override
    String integral(IExpr f, ISymbol s, IExpr low, IExpr high) {
        return "\\int_{" + print(low) + "}^{" + print(high) + "} " + print(f, PRODUCT) + "\\,\\mathrm{d}" + symbol(s);
    }

    @Override
    String piecewise(List<Expr.Branch> branches, IExpr otherwise) {
        StringBuilder out = new StringBuilder("\\begin{cases} ");
        for (Expr.Branch branch : branches) {
            out.append(print(branch.value()))
                    .append(" & \\text{if } ")
                    .append(print(branch.condition()))
                    .append(" \\\\ ");
        }
        return out.append(print(otherwise))
                .append(" & \\text{otherwise} \\end{cases}")
                .toString();
    }

    @Override
    String relationSign(IExpr head) {
        return head.equals(S.Less)
                ? " < "
                : head.equals(S.LessEqual)
                        ? " \\le "
                        : head.equals(S.Greater)
                                ? " > "
                                : head.equals(S.GreaterEqual) ? " \\ge " : head.equals(S.Equal) ? " = " : " \\ne ";
    }

    @Override
    String word(String word) {
        return " \\text{ " + word + " } ";
    }
}
