package dev.prolong.algebra.field;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Brings expression trees into a field: every function as a rational expression in kernels. */
final class Conversion {
    private static final int LARGEST_POWER = 400;

    /** Integrals within integrals; the derivatives of an integral by a parameter of its integrand may go on for ever. */
    private static final int DEEPEST_INTEGRAL = 6;

    private final Tower tower;
    private final Arithmetic k;
    private final Trees trees;
    private final Roots roots;
    private final Logarithms logarithms;
    private final Exponentials exponentials;
    private final Primitives primitives;
    private final Derivations derivations;
    private final Map<IExpr, FieldElement> known = new HashMap<>();
    private int depth;

    Conversion(Tower tower, int exponentDivisor, int angleDivisor) {
        this.tower = tower;
        this.k = tower.arithmetic();
        this.trees = new Trees(tower.kernels());
        this.roots = new Roots(tower, trees);
        this.derivations = new Derivations(tower, this::derivative);
        this.exponentials = new Exponentials(tower, trees, exponentDivisor, angleDivisor);
        this.primitives = new Primitives(tower, derivations, exponentials.exponents(), exponentials.angles());
        this.logarithms = new Logarithms(tower, trees, (tree, p) -> adjoin(tree, false));
    }

    Derivations derivations() {
        return derivations;
    }

    Trees trees() {
        return trees;
    }

    FieldElement element(IExpr e) {
        FieldElement out = known.get(e);
        if (out == null) {
            out = convert(e);
            known.put(e, out);
        }
        return out;
    }

    private FieldElement convert(IExpr e) {
        if (e instanceof IRational q) {
            return k.constant(q.toBigNumerator(), q.toBigDenominator());
        }
        if (e.equals(Expr.PI) || e.equals(Expr.E)) {
            return tower.element(new Kernel.Constant(e));
        }
        if (e instanceof ISymbol s) {
            return tower.element(new Kernel.Free(s));
        }
        if (Expr.isSum(e)) {
            return k.sum(Expr.arguments(e).stream().map(this::element).toList());
        }
        if (Expr.isProduct(e)) {
            FieldElement product = k.constant(1);
            for (IExpr factor : Expr.arguments(e)) {
                product = k.multiply(product, element(factor));
            }
            return product;
        }
        if (Expr.isPower(e)) {
            return power(((IAST) e).arg1(), ((IAST) e).arg2());
        }
        if (Expr.isIntegral(e)) {
            return integral((IAST) e);
        }
        if (LinearKernel.isKernel(e)) {
            // so that its derivatives are in the field too
            LinearKernel.of(e).law().forEach(this::element);
            return tower.element(new Kernel.Primitive(e, false));
        }
        if (Expr.isArbitrary(e)) {
            List<IExpr> arguments =
                    Expr.arguments(e).stream().map(this::canonical).toList();
            return tower.element(new Kernel.Arbitrary(
                    Expr.applyDerivative(ArbitraryFunction.name(e), ArbitraryFunction.orders(e), arguments)));
        }
        return Elementary.byHead(e.head()).map(f -> function(f, (IAST) e)).orElseThrow(() -> notSmooth(e));
    }

    /** Takes the argument of a logarithm, as far as one factor decides it, as positive: elsewhere the logarithm is not real. */
    void assumeReal(IExpr logarithm) {
        roots.openFactor(element(Expr.arguments(logarithm).get(0))).ifPresent(tower::assumePositive);
    }

    private static OutsideFieldException notSmooth(IExpr e) {
        return new OutsideFieldException(OutsideFieldException.Lack.SMOOTHNESS, 1, "not smooth: " + e.head());
    }

    private IExpr canonical(IExpr e) {
        return trees.of(element(e));
    }

    private FieldElement power(IExpr base, IExpr exponent) {
        if (base.equals(Expr.E)) {
            return exponentials.exp(element(exponent));
        }
        boolean rational = exponent instanceof IRational;
        if (!rational
                || ((IRational) exponent).toBigNumerator().bitLength() > 9
                || ((IRational) exponent).toBigDenominator().bitLength() > 5) {
            return exponential(base, exponent);
        }
        IRational q = (IRational) exponent;
        int n = q.toBigNumerator().intValueExact();
        int d = q.toBigDenominator().intValueExact();
        FieldElement b = element(base);
        if (Math.abs(n) > LARGEST_POWER || Math.abs((long) n) * b.size() > 20_000) {
            throw new OutsideFieldException(OutsideFieldException.Lack.SMOOTHNESS, 1, "a power too large to expand");
        }
        return k.power(d == 1 ? b : roots.root(b, d), n);
    }

    /** The rational number among the terms of an exponent, if it is small. */
    private static IRational rationalPart(IExpr exponent) {
        for (IExpr term : Expr.terms(exponent)) {
            if (term instanceof IRational q
                    && q.toBigDenominator().bitLength() < 4
                    && q.toBigNumerator().bitLength() < 5) {
                return q;
            }
        }
        return (IRational) Expr.ZERO;
    }

    /** {@code b^q = e^(q log b)} for positive b, which b is where q is no integer; else {@code |b|^q}, with b's sign for odd q. */
    private FieldElement exponential(IExpr base, IExpr exponent) {
        FieldElement b = element(base);
        boolean whole = exponent instanceof IRational q && q.toBigDenominator().equals(java.math.BigInteger.ONE);
        if (!whole) {
            roots.learnPositiveBase(b);
        }
        // e^(log b) = b even where the logarithm is a sum of several: a number in a symbolic exponent comes out
        IRational n = exponent instanceof IRational ? (IRational) Expr.ZERO : rationalPart(exponent);
        FieldElement rest = k.subtract(element(exponent), element(n));
        int degree = n.toBigDenominator().intValueExact();
        FieldElement root = degree == 1 ? b : roots.root(b, degree);
        FieldElement size = k.multiply(
                exponentials.exp(k.multiply(rest, logarithms.log(b))),
                k.power(root, n.toBigNumerator().intValueExact()));
        boolean odd = whole && ((IRational) exponent).toBigNumerator().testBit(0);
        return odd ? k.multiply(roots.sign(b), size) : size;
    }

    private FieldElement function(Elementary f, IAST e) {
        if (f.variadic()) {
            throw notSmooth(e);
        }
        FieldElement g = element(e.arg1());
        return switch (f) {
            case LOG -> logarithms.log(g);
            case ABS -> k.multiply(roots.sign(g), g);
            case SIGN -> roots.sign(g);
            case SIN -> exponentials.sin(g);
            case COS -> exponentials.cos(g);
            case TAN -> exponentials.tan(g);
            case SEC -> k.inverse(exponentials.cos(g));
            case CSC -> k.inverse(exponentials.sin(g));
            case COT -> k.divide(exponentials.cos(g), exponentials.sin(g));
            case SINH -> exponentials.sinh(g);
            case COSH -> exponentials.cosh(g);
            case TANH -> k.divide(exponentials.sinh(g), exponentials.cosh(g));
            case SECH -> k.inverse(exponentials.cosh(g));
            case CSCH -> k.inverse(exponentials.sinh(g));
            case COTH -> k.divide(exponentials.cosh(g), exponentials.sinh(g));
            case ATANH ->
                k.divide(
                        k.subtract(
                                logarithms.log(k.add(k.constant(1), g)), logarithms.log(k.subtract(k.constant(1), g))),
                        k.constant(2));
            case ACOS ->
                k.subtract(k.divide(element(Expr.PI), k.constant(2)), element(Expr.apply(Elementary.ASIN, e.arg1())));
            case ASIN, ATAN, ASINH, ACOSH, ERF, ERFI, EI -> adjoin(Expr.apply(f, trees.of(g)), isSmooth(f, g));
            case LAMBERTW -> lambert(g);
            case MIN, MAX -> throw notSmooth(e);
        };
    }

    /** Sufficient: smooth for all values of the coordinates. */
    private boolean isSmooth(Elementary f, FieldElement g) {
        boolean entire = f == Elementary.ATAN || f == Elementary.ASINH || f == Elementary.ERF || f == Elementary.ERFI;
        if (!entire && f == Elementary.ASIN) {
            // |g| < 1 everywhere where 1 - g^2 is the square of something positive; between two planes where g is
            // linear
            FieldElement root = roots.root(k.subtract(k.constant(1), k.multiply(g, g)), 2);
            boolean everywhere =
                    tower.isPositive(root.numerator()) && tower.isPositive(root.denominator()) && tower.isSmooth(root);
            entire = everywhere || tower.isLinear(g);
        }
        return entire && tower.isSmooth(g);
    }

    private FieldElement lambert(FieldElement g) {
        Kernel kernel = new Kernel.Primitive(Expr.apply(Elementary.LAMBERTW, trees.of(g)), false);
        int variable = tower.variable(kernel);
        // W e^W = g
        exponentials.know(variable, k.divide(g, k.variable(variable)));
        return k.variable(variable);
    }

    private FieldElement integral(IAST e) {
        IAST range = (IAST) e.arg2();
        ISymbol s = (ISymbol) range.arg1();
        IExpr tree = Expr.integral(e.arg1(), s, canonical(range.arg2()), canonical(range.arg3()));
        if (!Expr.isIntegral(tree)) {
            return element(tree);
        }
        if (depth >= DEEPEST_INTEGRAL) {
            throw new OutsideFieldException(OutsideFieldException.Lack.SMOOTHNESS, 1, "integrals without end");
        }
        depth++;
        try {
            return adjoin(tree, false);
        } finally {
            depth--;
        }
    }

    private FieldElement adjoin(IExpr tree, boolean smooth) {
        if (!(tree instanceof IAST) || Expr.isNumber(tree)) {
            return element(tree);
        }
        if (Expr.isProduct(tree)) {
            // an odd function of a negated argument
            FieldElement out = k.constant(1);
            for (IExpr f : Expr.arguments(tree)) {
                out = k.multiply(out, Expr.isNumber(f) ? element(f) : adjoin(f, smooth));
            }
            return out;
        }
        Map<ISymbol, FieldElement> derivatives = new LinkedHashMap<>();
        for (ISymbol v : Expr.symbols(tree)) {
            if (!isParameterOfIntegral(tree, v)) {
                derivatives.put(v, derivative(tree, v));
            } else if (tower.isCoordinate(v)) {
                return tower.element(new Kernel.Primitive(tree, smooth));
            }
        }
        return primitives.adjoin(tree, derivatives, smooth);
    }

    /** Whether differentiating would give integrals of other functions, which in turn would give others without end. */
    private static boolean isParameterOfIntegral(IExpr tree, ISymbol v) {
        return Expr.isIntegral(tree)
                && !((IAST) ((IAST) tree).arg2()).arg1().equals(v)
                && !Expr.isFreeOf(((IAST) tree).arg1(), v);
    }

    /** The derivative of a kernel's tree; new integrals in it are taken as kernels without relations to others. */
    private FieldElement derivative(IExpr tree, ISymbol v) {
        IExpr d = Differentiation.derivative(tree, v);
        for (IExpr integral : Expr.subtrees(d, Expr::isIntegral)) {
            if (!known.containsKey(integral)) {
                known.put(integral, tower.element(new Kernel.Arbitrary(integral)));
            }
        }
        return element(d);
    }
}
