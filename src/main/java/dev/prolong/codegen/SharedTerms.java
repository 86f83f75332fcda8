package dev.prolong.codegen;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Finds the terms that several results, or one result several times, need, and gives each a name, so that each is computed once.
 *
 * <p>Source: Aho, Lam, Sethi, Ullman, Compilers (2nd ed.), section 6.1.1: the directed acyclic graph of an expression.
 */
final class SharedTerms {
    /** A named term, in the order of computation. */
    record Local(String name, IExpr value) {}

    private static final String LETTERS = "abcdefghjklmnqrsuvwyz";

    private final Map<IExpr, String> names;
    private final JavaNames fresh;
    private final Map<IExpr, Integer> uses = new LinkedHashMap<>();
    private final Set<IExpr> repeatedBases = new HashSet<>();
    private final List<Local> locals = new ArrayList<>();

    private final Map<ISymbol, IExpr> definitions;

    /** @param names of what is already computed; names found are added to it */
    SharedTerms(Map<IExpr, String> names, JavaNames fresh) {
        this(names, fresh, Map.of());
    }

    /** @param definitions of symbols that stand for shared terms already found; each gets a name where it is used */
    SharedTerms(Map<IExpr, String> names, JavaNames fresh, Map<ISymbol, IExpr> definitions) {
        this.names = names;
        this.fresh = fresh;
        this.definitions = definitions;
    }

    /** Names the shared terms of the results; the locals in an order in which they can be computed. */
    List<Local> of(List<IExpr> results) {
        results.forEach(e -> count(Shape.magnitude(e)));
        results.forEach(e -> name(Shape.magnitude(e)));
        return List.copyOf(locals);
    }

    private void count(IExpr e) {
        IExpr definition = definition(e);
        if (definition != null && uses.merge(e, 1, Integer::sum) == 1) {
            Shape.operands(definition).forEach(this::count);
        }
        if (Shape.isAtom(e) || names.containsKey(e) || uses.merge(e, 1, Integer::sum) > 1) {
            return;
        }
        if (Shape.repeatsBase(e) && !Shape.isAtom(((IAST) e).arg1())) {
            repeatedBases.add(((IAST) e).arg1());
        }
        Shape.operands(e).forEach(this::count);
    }

    private @org.jspecify.annotations.Nullable IExpr definition(IExpr e) {
        return e instanceof ISymbol s ? definitions.get(s) : null;
    }

    private void name(IExpr e) {
        IExpr definition = definition(e);
        if (definition != null && !names.containsKey(e)) {
            Shape.operands(definition).forEach(this::name);
            String name = fresh.fresh(hintOfFactor(definition));
            locals.add(new Local(name, definition));
            names.put(e, name);
        }
        if (Shape.isAtom(e) || names.containsKey(e)) {
            return;
        }
        Shape.operands(e).forEach(this::name);
        boolean shared = uses.getOrDefault(e, 0) > 1 && isWorthAName(e);
        if (shared || repeatedBases.contains(e)) {
            String name = fresh.fresh(hint(e));
            locals.add(new Local(name, e));
            names.put(e, name);
        }
    }

    private static boolean isWorthAName(IExpr e) {
        if (Expr.isPower(e)) {
            IAST power = (IAST) e;
            boolean reciprocal = power.arg2() instanceof IRational q
                    && q.isNegative()
                    && !power.arg1().equals(Expr.E);
            boolean square = Shape.isAtom(power.arg1()) && power.arg2().equals(Expr.TWO);
            return !reciprocal && !square;
        }
        boolean multiple = Expr.isProduct(e)
                && Expr.arguments(e).size() == 2
                && Expr.arguments(e).get(0) instanceof IRational;
        return !multiple && !Expr.symbols(e).isEmpty();
    }

    /** A name that tells what the term is: {@code sinA}, {@code expMinusZ}; letters for sums and products. */
    private String hint(IExpr e) {
        if (Expr.isPower(e)) {
            IExpr base = ((IAST) e).arg1();
            if (base.equals(Expr.E)) {
                return of("exp", ((IAST) e).arg2());
            }
            return e.equals(Expr.sqrt(base)) ? of("root", base) : "power";
        }
        if (e instanceof IAST f && !Expr.isSum(e) && !Expr.isProduct(e) && f.head() instanceof ISymbol head) {
            String function = Elementary.byHead(head).map(Elementary::text).orElseGet(head::getSymbolName);
            return function.equals("integrate") ? "integral" : of(function, f.arg1());
        }
        return nextLetter();
    }

    private String hintOfFactor(IExpr definition) {
        String name = names.get(Shape.magnitude(((IAST) definition).arg1()));
        return Expr.isPower(definition) && name != null
                ? "per" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                : nextLetter();
    }

    private String of(String function, IExpr argument) {
        String name = names.getOrDefault(Shape.magnitude(argument), "");
        int bracket = name.indexOf('[');
        name = bracket < 0 ? name : name.substring(0, bracket);
        if (name.isEmpty()) {
            return function.equals("root")
                    ? function
                    : function + "Of" + nextLetter().toUpperCase(Locale.ROOT);
        }
        String sign = Shape.isNegative(argument) ? "Minus" : "";
        return function + sign + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String nextLetter() {
        return fresh.unused(LETTERS);
    }
}
