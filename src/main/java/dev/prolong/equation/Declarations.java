package dev.prolong.equation;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.AnsatzSyntax;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Relation;
import dev.prolong.syntax.Statement;
import dev.prolong.syntax.SystemDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the statements of a system declare, checked for clashes among themselves. */
final class Declarations {

    private final Diagnostics diagnostics;
    private final Map<String, Name> parameters = new LinkedHashMap<>();
    private final Map<String, List<Relation>> assumptions = new LinkedHashMap<>();
    private final Map<String, Name> states = new LinkedHashMap<>();
    private final Map<String, Name> functions = new LinkedHashMap<>();
    private final Map<String, Statement.Activation> activations = new LinkedHashMap<>();
    private final List<Statement.Equation> equations = new ArrayList<>();
    private final Map<String, Span> singles = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private boolean parametersDeclared;
    private boolean statesDeclared;
    private Optional<Name> systemName = Optional.empty();
    private Optional<Name> independent = Optional.empty();
    private Optional<AnsatzSyntax> ansatz = Optional.empty();
    private Optional<Statement.Backpropagation> backpropagation = Optional.empty();
    private Optional<Statement.Lagrangian> lagrangian = Optional.empty();
    private final Map<String, Statement.Layer> layers = new LinkedHashMap<>();

    private Declarations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static Declarations read(SystemDeclaration declaration, Diagnostics diagnostics) {
        Declarations read = new Declarations(diagnostics);
        declaration.statements().forEach(read::statement);
        return read;
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Equation equation) {
            equations.add(equation);
        } else if (statement instanceof Statement.Parameters p) {
            parametersDeclared = true;
            p.items().forEach(this::parameter);
        } else if (statement instanceof Statement.States s) {
            statesDeclared = true;
            s.items().forEach(this::state);
        } else if (statement instanceof Statement.Functions f) {
            f.names().forEach(this::function);
        } else if (statement instanceof Statement.Activation a) {
            activation(a);
        } else if (statement instanceof Statement.SystemName n && single("system", n.span())) {
            systemName = Optional.of(n.name());
        } else if (statement instanceof Statement.Independent i && single("independent", i.span())) {
            claim(i.name(), "the independent variable");
            independent = Optional.of(i.name());
        } else if (statement instanceof Statement.Ansatz a && single("ansatz", a.span())) {
            ansatz = Optional.of(a.ansatz());
        } else if (statement instanceof Statement.Backpropagation b && single("backpropagation", b.span())) {
            backpropagation = Optional.of(b);
        } else if (statement instanceof Statement.Layer l && single(l.keyword(), l.span())) {
            l.parts().forEach(p -> p.forEach(d -> claim(d.name(), "a weight of the " + l.keyword())));
            layers.put(l.keyword(), l);
        } else if (statement instanceof Statement.Lagrangian l && single("lagrangian", l.span())) {
            lagrangian = Optional.of(l);
        }
    }

    private boolean single(String keyword, Span span) {
        Span first = singles.putIfAbsent(keyword, span);
        if (first != null) {
            String line = Integer.toString(
                    diagnostics.source().position(first.start()).line());
            diagnostics.report(DiagnosticKind.DUPLICATE_STATEMENT, span, keyword, line);
        }
        return first == null;
    }

    private void parameter(Statement.ParameterItem item) {
        Name name = item.declared().name();
        boolean another =
                parameters.containsKey(name.text()) && !item.assumptions().isEmpty();
        if (another || claim(name, "a parameter")) {
            parameters.putIfAbsent(name.text(), name);
            List<Relation> all = assumptions.computeIfAbsent(name.text(), k -> new ArrayList<>());
            all.addAll(item.assumptions());
            Assumptions.check(name, all, diagnostics);
        }
    }

    private void state(Statement.Declared declared) {
        if (claim(declared.name(), "a state")) {
            states.put(declared.name().text(), declared.name());
        }
    }

    private void function(Name name) {
        if (notBuiltin(name) && claim(name, "a function")) {
            functions.put(name.text(), name);
        }
    }

    private void activation(Statement.Activation activation) {
        Name name = activation.name();
        if (notBuiltin(name)) {
            if (functions.containsKey(name.text()) || activations.containsKey(name.text())) {
                diagnostics.report(DiagnosticKind.DUPLICATE_DECLARATION, name.span(), name.text(), "a function");
            } else {
                activations.put(name.text(), activation);
            }
        }
        notReserved(activation.variable());
    }

    private boolean notBuiltin(Name name) {
        if (BuiltinFunctions.isKnown(name.text())) {
            diagnostics.report(DiagnosticKind.BUILTIN_FUNCTION, name.span(), name.text());
            return false;
        }
        return notReserved(name);
    }

    private boolean notReserved(Name name) {
        if (name.text().equals("e") || name.text().equals("pi")) {
            String value = name.text().equals("e") ? "2.718..." : "3.141...";
            diagnostics.report(DiagnosticKind.RESERVED_NAME, name.span(), name.text(), value);
            return false;
        }
        return true;
    }

    /** Takes a name for a role; every name has one role only. */
    private boolean claim(Name name, String role) {
        if (!notReserved(name)) {
            return false;
        }
        String earlier = roles.putIfAbsent(name.text(), role);
        if (earlier != null) {
            diagnostics.report(DiagnosticKind.DUPLICATE_DECLARATION, name.span(), name.text(), earlier);
        }
        return earlier == null;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    String systemName() {
        return systemName.map(Name::text).orElse("");
    }

    Optional<Name> independent() {
        return independent;
    }

    Map<String, Name> parameters() {
        return parameters;
    }

    /** The relations to zero that the user assumed, by parameter. */
    Map<String, List<Relation>> assumptions() {
        return assumptions;
    }

    /** Whether there is a `parameters` statement, so that other free names are errors. */
    boolean parametersDeclared() {
        return parametersDeclared;
    }

    Map<String, Name> states() {
        return states;
    }

    boolean statesDeclared() {
        return statesDeclared;
    }

    Map<String, Name> functions() {
        return functions;
    }

    Map<String, Statement.Activation> activations() {
        return activations;
    }

    List<Statement.Equation> equations() {
        return equations;
    }

    Optional<AnsatzSyntax> ansatz() {
        return ansatz;
    }

    Optional<Statement.Lagrangian> lagrangian() {
        return lagrangian;
    }

    Optional<Statement.Backpropagation> backpropagation() {
        return backpropagation;
    }

    /** The encoder and the decoder, those there are. */
    Collection<Statement.Layer> layers() {
        return layers.values();
    }

    /** What a name was declared as, in words; empty if it was not. */
    Optional<String> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }
}
