package dev.prolong.algebra;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The elementary and special functions of the input language that stay heads of expression trees.
 *
 * <p>{@code exp} and {@code sqrt} are not here: {@code exp(x)} is the tree {@code e^x}, {@code sqrt(x)} is {@code x^(1/2)}; see {@link
 * Expr#exp} and {@link Expr#sqrt}.
 */
public enum Elementary {
    LOG("log", S.Log),
    ABS("abs", S.Abs),
    SIGN("sign", S.Sign),
    SIN("sin", S.Sin),
    COS("cos", S.Cos),
    TAN("tan", S.Tan),
    SEC("sec", S.Sec),
    CSC("csc", S.Csc),
    COT("cot", S.Cot),
    ASIN("asin", S.ArcSin),
    ACOS("acos", S.ArcCos),
    ATAN("atan", S.ArcTan),
    SINH("sinh", S.Sinh),
    COSH("cosh", S.Cosh),
    TANH("tanh", S.Tanh),
    SECH("sech", S.Sech),
    CSCH("csch", S.Csch),
    COTH("coth", S.Coth),
    ASINH("asinh", S.ArcSinh),
    ACOSH("acosh", S.ArcCosh),
    ATANH("atanh", S.ArcTanh),
    ERF("erf", S.Erf),
    ERFI("erfi", S.Erfi),
    EI("Ei", S.ExpIntegralEi),
    LAMBERTW("lambertw", S.ProductLog),
    MIN("min", S.Min),
    MAX("max", S.Max);

    private static final Map<String, Elementary> BY_NAME = new HashMap<>();
    private static final Map<IExpr, Elementary> BY_HEAD = new HashMap<>();

    static {
        for (Elementary f : values()) {
            BY_NAME.put(f.text, f);
            BY_HEAD.put(f.head, f);
        }
    }

    private final String text;
    private final IBuiltInSymbol head;

    Elementary(String text, IBuiltInSymbol head) {
        this.text = text;
        this.head = head;
    }

    /** Its name in the input language. */
    public String text() {
        return text;
    }

    /** The head of its trees. */
    public IBuiltInSymbol head() {
        return head;
    }

    /** Whether it takes two or more arguments ({@code min}, {@code max}); all others take one. */
    public boolean variadic() {
        return this == MIN || this == MAX;
    }

    /** Whether it is smooth nowhere needing cases: false for {@code abs, sign, min, max}. */
    public boolean smooth() {
        return this != ABS && this != SIGN && this != MIN && this != MAX;
    }

    /** {@code f(-x) = -f(x)}. */
    boolean odd() {
        return switch (this) {
            case SIGN, SIN, TAN, CSC, COT, ASIN, ATAN, SINH, TANH, CSCH, COTH, ASINH, ATANH, ERF, ERFI -> true;
            default -> false;
        };
    }

    /** {@code f(-x) = f(x)}. */
    boolean even() {
        return switch (this) {
            case ABS, COS, SEC, COSH, SECH -> true;
            default -> false;
        };
    }

    /** {@code f(0) = 0}. */
    boolean vanishesAtZero() {
        return switch (this) {
            case ABS, SIGN, SIN, TAN, ASIN, ATAN, SINH, TANH, ASINH, ATANH, ERF, ERFI, LAMBERTW -> true;
            default -> false;
        };
    }

    /** {@code f(0) = 1}. */
    boolean oneAtZero() {
        return switch (this) {
            case COS, SEC, COSH, SECH -> true;
            default -> false;
        };
    }

    public static Optional<Elementary> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Optional<Elementary> byHead(IExpr head) {
        return Optional.ofNullable(BY_HEAD.get(head));
    }
}
