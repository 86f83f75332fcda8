package dev.prolong.report;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Prints trees as one line of Unicode text as mathematicians write it: {@code θ₁ cos²(θ₁ z + θ₂)/2}. Products are juxtaposed, digits at
 * the end of names are subscripts, integer powers superscripts. Not meant to be read back: {@link dev.prolong.algebra.InputForm} is.
 */
public final class UnicodeForm extends TreeForm {
    private static final UnicodeForm INSTANCE = new UnicodeForm();
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private UnicodeForm() {}

    /** The formula of a tree. */
    public static String of(IExpr e) {
        return INSTANCE.print(e);
    }

    /** A tree as a factor to the left of something else: sums and quotients in parentheses. */
    static String factor(IExpr e) {
        String printed = INSTANCE.print(e, PRODUCT);
        return INSTANCE.grouped(printed, isQuotient(e));
    }

    private static boolean isQuotient(IExpr e) {
        List<IExpr> below = new ArrayList<>();
        Fractions.split(e, new ArrayList<>(), below);
        return !below.isEmpty();
    }

    /** A name: {@code θ₁} for {@code theta1}. */
    public static String name(String name) {
        if (name.startsWith(GeneratorName.LETTER)) {
            return name("X" + name.substring(GeneratorName.LETTER.length()));
        }
        if (name.startsWith(FreshNames.INFINITESIMAL)) {
            return "ξ_" + name(name.substring(FreshNames.INFINITESIMAL.length()));
        }
        NameParts parts = NameParts.of(name);
        String letters = GreekLetter.byName(parts.letters())
                .map(g -> String.valueOf(g.letter()))
                .orElse(parts.letters());
        return INSTANCE.primed(letters + index(parts), parts.primes())
                + (parts.order().isEmpty() ? "" : "⁽" + digits(parts.order(), SUPERSCRIPTS) + "⁾");
    }

    private static String index(NameParts parts) {
        if (parts.index().isEmpty()) {
            return "";
        }
        return parts.underscored() ? "_" + name(parts.index()) : digits(parts.index(), SUBSCRIPTS);
    }

    static String digits(String number, String alphabet) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            out.append(c >= '0' && c <= '9' ? alphabet.charAt(c - '0') : c);
        }
        return out.toString();
    }

    @Override
    boolean fractionsAreBoxes() {
        return false;
    }

    @Override
    String symbol(ISymbol s) {
        return s.equals(Expr.PI) ? "π" : s.equals(Expr.E) ? "e" : name(s.getSymbolName());
    }

    @Override
    String dots() {
        return "…";
    }

    @Override
    String minus() {
        return "−";
    }

    @Override
    String fraction(String above, String below) {
        return above + "/" + below;
    }

    @Override
    String juxtaposed(List<String> factors) {
        StringBuilder out = new StringBuilder();
        for (String f : factors) {
            if (out.length() > 0) {
                out.append(Character.isDigit(f.charAt(0)) ? '·' : ' ');
            }
            out.append(f);
        }
        return out.toString();
    }

    @Override
    String parentheses(String s) {
        return "(" + s + ")";
    }

    @Override
    String exponential(IExpr exponent) {
        return superscript("e", exponent);
    }

    @Override
    Optional<String> root(IExpr base, IRational exponent) {
        if (!exponent.equals(Expr.HALF)) {
            return Optional.empty();
        }
        String radicand = print(base);
        return Optional.of("√" + grouped(radicand, !isWord(radicand)));
    }

    private static boolean isWord(String s) {
        return s.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || SUBSCRIPTS.indexOf(c) >= 0);
    }

    @Override
    String superscript(String base, IExpr exponent) {
        if (exponent instanceof IRational q && q.isInteger()) {
            String sign = q.toBigNumerator().signum() < 0 ? "⁻" : "";
            return base + sign + digits(q.toBigNumerator().abs().toString(), SUPERSCRIPTS);
        }
        String above = print(exponent);
        return base + "^" + grouped(above, !isWord(above));
    }

    @Override
    String subscript(String name, List<String> variables) {
        boolean letters = variables.stream().allMatch(v -> v.length() == 1);
        return name + "_" + String.join(letters ? "" : ",", variables);
    }

    @Override
    String primed(String name, int order) {
        return order <= 3 ? name + "'".repeat(order) : name + "⁽" + digits(Integer.toString(order), SUPERSCRIPTS) + "⁾";
    }

    @Override
    String orders(String name, List<Integer> orders) {
        return name + "^("
                + String.join(",", orders.stream().map(String::valueOf).toList()) + ")";
    }

    @Override
    String elementary(Elementary f) {
        return switch (f) {
            case ASIN -> "arcsin";
            case ACOS -> "arccos";
            case ATAN -> "arctan";
            case ASINH -> "arsinh";
            case ACOSH -> "arcosh";
            case ATANH -> "artanh";
            case SIGN -> "sgn";
            case LAMBERTW -> "LambertW";
            default -> f.text();
        };
    }

    @Override
    String call(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    String absolute(String s) {
        return "|" + s + "|";
    }

    @Override
    String integral(IExpr f, ISymbol s, IExpr low, IExpr high) {
        return "∫_" + bound(low) + "^" + bound(high) + " " + print(f, PRODUCT) + " d" + symbol(s);
    }

    private String bound(IExpr e) {
        String printed = print(e);
        return grouped(printed, !isWord(printed));
    }

    @Override
    String piecewise(List<Expr.Branch> branches, IExpr otherwise) {
        StringBuilder out = new StringBuilder("{");
        for (Expr.Branch branch : branches) {
            out.append(print(branch.value()))
                    .append(" if ")
                    .append(print(branch.condition()))
                    .append("; ");
        }
        return out.append(print(otherwise)).append(" otherwise}").toString();
    }

    @Override
    String relationSign(IExpr head) {
        return head.equals(S.Less)
                ? " < "
                : head.equals(S.LessEqual)
                        ? " ≤ "
                        : head.equals(S.Greater)
                                ? " > "
                                : head.equals(S.GreaterEqual) ? " ≥ " : head.equals(S.Equal) ? " = " : " ≠ ";
    }

    @Override
    String word(String word) {
        return " " + word + " ";
    }
}
