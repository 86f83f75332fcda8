package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes nests of loops: statements with the same outer counter share its loop, and what does not depend on a counter is computed before
 * the loop over it, each thing once.
 */
final class LoopWriter {
    private static final String COUNTERS = "ijlmqruw";

    private final LoopTerms terms;
    private final Map<String, String> offsets;
    private final Set<String> scalars;
    private final CodeBlock.Builder code;
    private final Scope outermost;
    private int markers;

    /**
     * @param offsets where arrays begin, by their names; empty for the first index
     * @param scalars names of what is no array
     */
    LoopWriter(
            LoopTerms terms,
            Map<String, String> offsets,
            Set<String> scalars,
            JavaNames fresh,
            CodeBlock.Builder code) {
        this.scalars = scalars;
        this.outermost = new Scope(new LinkedHashMap<>(), new LinkedHashMap<>(), fresh);
        this.terms = terms;
        this.offsets = offsets;
        this.code = code;
    }

    /**
     * A statement in the loops that are still to be opened for it.
     *
     * @param target an entry or the name of a local
     */
    private record Work(Object target, String operator, List<LoopCounter> loops, IExpr value) {}

    /** Where we are: the counters around, their names, what has a name already. */
    private record Scope(Map<LoopCounter, String> counters, Map<IExpr, String> names, JavaNames fresh) {
        Scope copy() {
            return new Scope(new LinkedHashMap<>(counters), new LinkedHashMap<>(names), fresh.copy());
        }
    }

    /** Statements that assign, then statements that add. */
    void write(List<LoopStatement> assigned, List<LoopStatement> added) {
        List<Work> works = new ArrayList<>();
        assigned.forEach(s -> works.add(new Work(s.target(), "=", s.loops(), s.value())));
        added.forEach(s -> works.add(new Work(s.target(), "+=", s.loops(), s.value())));
        block(works, outermost);
    }

    /** A value after a prefix such as {@code return}, computed with loops. */
    void write(String prefix, IExpr value) {
        block(List.of(new Work(prefix, "", List.of(), value)), outermost);
    }

    private void block(List<Work> works, Scope scope) {
        Map<IExpr, ISymbol> hoisted = new LinkedHashMap<>();
        List<Work> deeper = new ArrayList<>();
        List<Work> here = new ArrayList<>();
        for (Work w : works) {
            if (w.loops().isEmpty()) {
                here.add(w);
            } else {
                deeper.add(new Work(w.target(), w.operator(), w.loops(), hoist(w.value(), scope, hoisted)));
            }
        }
        List<IExpr> needed = new ArrayList<>(hoisted.keySet());
        here.forEach(w -> needed.add(w.value()));
        sums(needed, scope);
        List<IExpr> shared = new ArrayList<>(needed);
        shared.addAll(hoisted.keySet());
        declare(shared, scope);
        hoisted.forEach((value, symbol) -> name(value, symbol, scope));
        here.forEach(w -> statement(w, scope));
        loops(deeper, scope);
    }

    private void loops(List<Work> works, Scope scope) {
        Map<LoopCounter, List<Work>> byCounter = new LinkedHashMap<>();
        for (Work w : works) {
            List<LoopCounter> rest = w.loops().subList(1, w.loops().size());
            byCounter
                    .computeIfAbsent(w.loops().get(0), c -> new ArrayList<>())
                    .add(new Work(w.target(), w.operator(), rest, w.value()));
        }
        byCounter.forEach((counter, group) -> {
            Scope inside = scope.copy();
            String name = inside.fresh().fresh(inside.fresh().unused(COUNTERS));
            inside.counters().put(counter, name);
            code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", name, name, counter.extent(), name);
            block(group, inside);
            code.endControlFlow();
        });
    }

    /** The tree with symbols for its largest parts that can be computed in this scope. */
    private IExpr hoist(IExpr e, Scope scope, Map<IExpr, ISymbol> hoisted) {
        if (Expr.symbols(e).isEmpty() || isCondition(e) || e.isAST(S.List)) {
            return deepHoist(e, scope, hoisted);
        }
        if (isKnown(e, scope)) {
            return marker(e, scope, hoisted);
        }
        if (Expr.isProduct(e) || Expr.isSum(e)) {
            List<IExpr> inside = new ArrayList<>();
            List<IExpr> known = new ArrayList<>();
            for (IExpr part : Expr.arguments(e)) {
                boolean free = !Expr.symbols(part).isEmpty() && isKnown(part, scope);
                (free ? known : inside).add(free ? part : hoist(part, scope, hoisted));
            }
            if (!known.isEmpty()) {
                inside.add(marker(Expr.isSum(e) ? Expr.plus(known) : Expr.times(known), scope, hoisted));
            }
            return Expr.isSum(e) ? Expr.plus(inside) : Expr.times(inside);
        }
        return deepHoist(e, scope, hoisted);
    }

    private IExpr deepHoist(IExpr e, Scope scope, Map<IExpr, ISymbol> hoisted) {
        return e instanceof IAST a && !Expr.symbols(e).isEmpty()
                ? Expr.rebuild(
                        a.head(),
                        Expr.arguments(a).stream()
                                .map(x -> hoist(x, scope, hoisted))
                                .toList())
                : e;
    }

    private static boolean isCondition(IExpr e) {
        return Condition.isComparison(e) || e.isAST(S.And) || e.isAST(S.Or);
    }

    private boolean isKnown(IExpr e, Scope scope) {
        return scope.counters().keySet().containsAll(terms.counters(e));
    }

    private IExpr marker(IExpr e, Scope scope, Map<IExpr, ISymbol> hoisted) {
        boolean local = terms.entry(e)
                        .map(x -> scalars.contains(x.array()))
                        .orElse(scope.names().containsKey(e))
                && e instanceof ISymbol;
        return local ? e : hoisted.computeIfAbsent(e, x -> Expr.symbol("before the loop " + markers++));
    }

    /** Loops for the sums that the trees need here and that have no name yet. */
    private void sums(Collection<IExpr> trees, Scope scope) {
        Set<ISymbol> pending = pending(trees, scope);
        if (pending.isEmpty()) {
            return;
        }
        Set<IExpr> inner = new LinkedHashSet<>();
        for (ISymbol s : pending) {
            Map<IExpr, ISymbol> parts = new HashMap<>();
            apart(s, scope).ifPresent(sum -> hoist(sum.body(), scope, parts));
            inner.addAll(parts.keySet());
        }
        sums(inner, scope);
        List<Work> works = new ArrayList<>();
        Map<ISymbol, String> names = new LinkedHashMap<>();
        for (ISymbol s : pending(pending, scope)) {
            String name = scope.fresh().fresh("sum");
            code.addStatement("double $N = 0.0", name);
            apart(s, scope).ifPresent(sum -> works.add(new Work(name, "+=", List.of(sum.counter()), sum.body())));
            names.put(s, name);
        }
        block(works, scope);
        scope.names().putAll(names);
    }

    private Optional<LoopTerms.Sum> apart(ISymbol s, Scope scope) {
        return terms.sum(s).map(sum -> terms.apart(sum, scope.counters().keySet()));
    }

    private Set<ISymbol> pending(Collection<? extends IExpr> trees, Scope scope) {
        Set<ISymbol> out = new TreeSet<>();
        for (IExpr e : trees) {
            for (ISymbol s : Expr.symbols(e)) {
                if (terms.sum(s).isPresent() && !scope.names().containsKey(s) && isKnown(s, scope)) {
                    out.add(s);
                }
            }
        }
        return out;
    }

    private void declare(List<IExpr> trees, Scope scope) {
        place(trees, scope);
        code.add(MethodBody.declared(new SharedTerms(scope.names(), scope.fresh()).of(trees), scope.names()));
    }

    /** A name for the symbol that stands for a value in deeper loops. */
    private void name(IExpr value, ISymbol symbol, Scope scope) {
        String known = scope.names().get(Shape.magnitude(value));
        boolean local = known != null && terms.entry(value).isEmpty();
        if (local && !Shape.isNegative(value)) {
            scope.names().put(symbol, known);
            return;
        }
        String name = scope.fresh()
                .fresh(terms.entry(value)
                        .map(e -> e.array() + "Here")
                        .orElseGet(() -> scope.fresh().unused("abcdefghq")));
        code.add(MethodBody.declared(List.of(new SharedTerms.Local(name, value)), scope.names()));
        scope.names().put(symbol, name);
    }

    private void statement(Work w, Scope scope) {
        IExpr value = w.value();
        place(List.of(value), scope);
        boolean minus = w.operator().equals("+=") && Shape.isNegative(value);
        String operator = minus ? "-=" : w.operator();
        String text = new JavaExpression(scope.names()).of(minus ? Shape.negate(value) : value);
        String target = w.target() instanceof ArrayEntry e ? text(e, scope) : (String) w.target();
        code.addStatement(MethodBody.breakable(target + (operator.isEmpty() ? " " : " " + operator + " ") + text));
    }

    /** Says for each entry in the trees where it stands. */
    private void place(Collection<IExpr> trees, Scope scope) {
        for (IExpr e : trees) {
            for (ISymbol s : Expr.symbols(e)) {
                terms.entry(s)
                        .filter(x -> scope.counters()
                                .keySet()
                                .containsAll(x.strides().keySet()))
                        .ifPresent(x -> scope.names().putIfAbsent(s, text(x, scope)));
            }
        }
    }

    private String text(ArrayEntry e, Scope scope) {
        if (scalars.contains(e.array())) {
            return e.array();
        }
        return e.array() + "["
                + e.index(
                        offsets.getOrDefault(e.array(), ""),
                        c -> scope.counters().getOrDefault(c, "")) + "]";
    }
}
