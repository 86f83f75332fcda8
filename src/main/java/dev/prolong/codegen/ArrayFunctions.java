package dev.prolong.codegen;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
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

/** Writes functions of arrays in one language, and collects those of {@code rules/identities/arrays.rules} that they call. */
final class ArrayFunctions {
    private final ArrayLanguage language;
    private final IdentityLibrary library = IdentityLibrary.standard();
    private final Set<String> called = new LinkedHashSet<>();

    ArrayFunctions(ArrayLanguage language) {
        this.language = language;
    }

    /** Why trees cannot be computed with the arrays of this language. */
    Optional<String> obstacle(Collection<IExpr> trees) {
        for (IExpr e : trees) {
            if (!Expr.subtrees(e, Expr::isIntegral).isEmpty()) {
                return Optional.of(language.name() + " has no adaptive quadrature");
            }
            for (String function : functions(e)) {
                IdentityLibrary.ArrayForm form = library.arrays().get(function);
                Optional<String> inside = language.functions().contains(function)
                        ? Optional.empty()
                        : form == null
                                ? Optional.of(language.name() + " has no " + function)
                                : obstacle(List.of(form.value()));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    /** A function of symbols. */
    ArrayFunction of(String name, List<ISymbol> symbols, List<IExpr> results) {
        results.forEach(this::call);
        Set<String> reserved = new TreeSet<>(language.reserved());
        reserved.addAll(library.functions().keySet());
        reserved.addAll(library.arrays().keySet());
        JavaNames fresh = new JavaNames(reserved);
        Map<IExpr, String> names = new LinkedHashMap<>();
        Set<ISymbol> used = Expr.symbols(Expr.apply(Expr.symbol("all"), results));
        List<ArrayFunction.Argument> arguments = new ArrayList<>();
        // numbers become arrays of the shape of this one
        ISymbol first = symbols.stream().filter(used::contains).findFirst().orElse(symbols.get(0));
        String example = "";
        for (ISymbol s : symbols) {
            String argument = fresh.fresh(s.getSymbolName());
            names.put(s, argument);
            arguments.add(new ArrayFunction.Argument(argument, used.contains(s) || s.equals(first)));
            example = s.equals(first) ? argument : example;
        }
        SharedFactors factors = new SharedFactors();
        List<IExpr> shared = factors.of(results);
        List<ArrayFunction.Local> locals = new ArrayList<>();
        Map<IExpr, String> known = new LinkedHashMap<>(names);
        for (SharedTerms.Local local : new SharedTerms(names, fresh, factors.definitions()).of(shared)) {
            String value = language.expressions().with(known, example).array(local.value());
            locals.add(new ArrayFunction.Local(local.name(), value));
            names.forEach((tree, given) -> {
                if (given.equals(local.name())) {
                    known.put(tree, given);
                }
            });
        }
        ArrayExpression expression = language.expressions().with(names, example);
        return new ArrayFunction(
                name,
                arguments,
                locals,
                shared.stream()
                        .map(e -> isCondition(e) ? expression.of(e) : expression.array(e))
                        .toList());
    }

    /** What the functions written so far call, each after what it calls itself, written in the language of the place where they stand. */
    List<ArrayFunction> called(ArrayLanguage place) {
        ArrayFunctions there = new ArrayFunctions(place);
        return called.stream()
                .map(name -> library.arrays().get(name))
                .map(form -> there.of(form.name(), form.variables(), List.of(form.value())))
                .toList();
    }

    private void call(IExpr e) {
        for (String function : functions(e)) {
            if (!language.functions().contains(function) && !called.contains(function)) {
                IdentityLibrary.ArrayForm form = library.arrays().get(function);
                if (form == null) {
                    throw new IllegalArgumentException(language.name() + " has no " + function);
                }
                call(form.value());
                called.add(function);
            }
        }
    }

    private static boolean isCondition(IExpr e) {
        return Condition.isComparison(e) || e.isAST(S.And) || e.isAST(S.Or);
    }

    /** The functions in a tree, by their names in the language or in the rules. */
    private static Set<String> functions(IExpr e) {
        Set<String> out = new LinkedHashSet<>();
        for (IExpr s : Expr.subtrees(e, x -> true)) {
            if (s instanceof IAST a && !Expr.isPiecewise(s)) {
                Elementary.byHead(a.head()).map(Elementary::text).ifPresent(out::add);
                if (Expr.isArbitrary(s)) {
                    out.add(ArbitraryFunction.name(s).getSymbolName());
                }
            }
        }
        return out;
    }
}
