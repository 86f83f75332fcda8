package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.source.Spelling;
import dev.prolong.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What the names of one text mean. An open scope takes unknown names as constants, a closed one reports them. */
final class Scope {

    /** Stands for what could not be translated; by then a diagnostic was reported. */
    static final ISymbol UNKNOWN = Expr.symbol("?");

    private final Diagnostics diagnostics;
    private final String independent;
    private final Set<String> states;
    private final Set<String> parameters;
    private final boolean open;
    private final Map<String, Span> found = new LinkedHashMap<>();
    private final FreshNames fresh;
    private final Set<String> mentioned;

    /**
     * @param independent empty if there is none
     * @param mentioned names that occur other than as bound variables
     */
    Scope(
            Diagnostics diagnostics,
            String independent,
            Collection<String> states,
            Collection<String> parameters,
            boolean open,
            Set<String> mentioned) {
        this.diagnostics = diagnostics;
        this.independent = independent;
        this.states = new LinkedHashSet<>(states);
        this.parameters = new LinkedHashSet<>(parameters);
        this.open = open;
        this.mentioned = mentioned;
        this.fresh = new FreshNames(known());
        mentioned.forEach(fresh::take);
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(states);
        known.add(independent);
        known.addAll(parameters);
        return known;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    String independent() {
        return independent;
    }

    boolean isState(String name) {
        return states.contains(name);
    }

    boolean isKnown(String name) {
        return isState(name) || isConstant(name) || name.equals(independent) || name.equals("e") || name.equals("pi");
    }

    /** Whether a name is a parameter or was taken as one. */
    boolean isConstant(String name) {
        return parameters.contains(name) || found.containsKey(name);
    }

    /** The meaning of a free name. */
    IExpr resolve(Name name) {
        String text = name.text();
        if (text.equals("e")) {
            return Expr.E;
        }
        if (text.equals("pi")) {
            return Expr.PI;
        }
        if (!isKnown(text)) {
            if (!open) {
                report(Diagnostic.of(DiagnosticKind.UNDEFINED_NAME, diagnostics.source(), name.span(), text)
                        .suggesting(Spelling.nearest(text, known())));
                return UNKNOWN;
            }
            found.put(text, name.span());
        }
        return Expr.symbol(text);
    }

    /** The names taken as constants, in the order of the text. */
    List<String> found() {
        return found.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(e -> e.getValue().start()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A symbol for a variable of integration: its own name, unless that means something else too. */
    ISymbol bound(Name name) {
        boolean clash = mentioned.contains(name.text()) || isKnown(name.text());
        return Expr.symbol(clash ? fresh.take(name.text()) : name.text());
    }

    void report(DiagnosticKind kind, Span span, String... arguments) {
        diagnostics.report(kind, span, arguments);
    }

    void report(Diagnostic diagnostic) {
        diagnostics.report(diagnostic);
    }
}
