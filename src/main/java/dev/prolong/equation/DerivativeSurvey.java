package dev.prolong.equation;

import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Statement;
import dev.prolong.syntax.Subexpressions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through the equations for derivatives: what has one is a state, what it is taken by is the independent variable. A quotient
 * {@code dz/dt} counts on left sides only; elsewhere {@code dz} and {@code dt} may be parameters.
 */
final class DerivativeSurvey {

    private final Declarations declarations;
    private final Map<String, Name> states = new LinkedHashMap<>();
    private final Set<String> freeNames = new HashSet<>();
    private Optional<Name> variable = Optional.empty();

    private DerivativeSurvey(Declarations declarations) {
        this.declarations = declarations;
    }

    static DerivativeSurvey of(Declarations declarations) {
        DerivativeSurvey survey = new DerivativeSurvey(declarations);
        for (Statement.Equation equation : declarations.equations()) {
            survey.walk(equation.left(), true, Set.of());
            survey.walk(equation.right(), false, Set.of());
        }
        declarations.lagrangian().ifPresent(l -> survey.walk(l.body(), false, Set.of()));
        for (Statement.Activation activation : declarations.activations().values()) {
            survey.walk(activation.body(), false, Set.of(activation.variable().text()));
        }
        return survey;
    }

    private void walk(Expression e, boolean left, Set<String> bound) {
        Set<String> inner = bound;
        if (e instanceof Name name) {
            if (!bound.contains(name.text())) {
                freeNames.add(name.text());
            }
        } else if (e instanceof Expression.Primed primed) {
            states.putIfAbsent(primed.name().text(), primed.name());
        } else if (e instanceof Expression.Derivative derivative) {
            Expression operand = derivative.operand();
            Name of =
                    operand instanceof Expression.Primed primed ? primed.name() : operand instanceof Name n ? n : null;
            if (of != null) {
                derivative(of, derivative.variable());
            }
        } else if (e instanceof Expression.Product product && left) {
            for (Leibniz pair : Leibniz.in(product)) {
                if (declarations.role(pair.above()).isEmpty()
                        && declarations.role(pair.below()).isEmpty()) {
                    derivative(pair.state(), pair.variable());
                }
            }
        } else if (e instanceof Expression.Integral integral) {
            inner = new HashSet<>(bound);
            inner.add(integral.variable().text());
        }
        for (Expression part : Subexpressions.of(e)) {
            walk(part, left, inner);
        }
    }

    private void derivative(Name state, Name by) {
        states.putIfAbsent(state.text(), state);
        if (variable.isEmpty()) {
            variable = Optional.of(by);
        }
    }

    /** The names that have a derivative, in the order of the text. */
    Map<String, Name> states() {
        return states;
    }

    /** What derivatives are taken by, where a derivative says so. */
    Optional<Name> variable() {
        return variable;
    }

    /** Whether a name occurs other than as a bound variable. */
    boolean mentions(String name) {
        return freeNames.contains(name);
    }

    /** All names that occur, for those who make new ones. */
    Set<String> freeNames() {
        return freeNames;
    }
}
