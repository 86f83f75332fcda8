package dev.prolong.equation;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which name is the independent variable and which are the states, by declaration or by the rules of inference: a name with a
 * derivative is a state; without a declaration the independent variable is {@code t}, or {@code x} if {@code t} does not occur and
 * {@code y} is the only state.
 */
record Roles(String independent, List<String> states) {

    Roles {
        states = List.copyOf(states);
    }

    static Roles of(Declarations declarations, DerivativeSurvey survey) {
        List<String> states = states(declarations, survey);
        return new Roles(independent(declarations, survey, states), states);
    }

    private static List<String> states(Declarations declarations, DerivativeSurvey survey) {
        Diagnostics diagnostics = declarations.diagnostics();
        List<String> states = new ArrayList<>(declarations.states().keySet());
        for (Map.Entry<String, Name> entry : survey.states().entrySet()) {
            String name = entry.getKey();
            Name at = entry.getValue();
            String role = declarations.role(name).orElse("");
            if (name.equals("e") || name.equals("pi")) {
                diagnostics.report(
                        DiagnosticKind.RESERVED_NAME, at.span(), name, name.equals("e") ? "2.718..." : "3.141...");
            } else if (role.equals("a function")) {
                diagnostics.report(DiagnosticKind.FUNCTION_AS_NAME, at.span(), name);
            } else if (role.equals("a parameter")) {
                diagnostics.report(DiagnosticKind.NOT_A_STATE, at.span(), name, role);
            } else if (role.equals("the independent variable")) {
                diagnostics.report(DiagnosticKind.INDEPENDENT_IS_STATE, at.span(), name);
            } else if (declarations.statesDeclared() && role.isEmpty()) {
                diagnostics.report(DiagnosticKind.UNDECLARED_STATE, at.span(), name);
            } else if (role.isEmpty()) {
                states.add(name);
            }
        }
        return states;
    }

    private static String independent(Declarations declarations, DerivativeSurvey survey, List<String> states) {
        if (declarations.independent().isPresent()) {
            return declarations.independent().get().text();
        }
        if (survey.variable().isPresent()) {
            Name name = survey.variable().get();
            boolean free = declarations.role(name.text()).isEmpty() && !states.contains(name.text());
            if (!free) {
                declarations.diagnostics().report(DiagnosticKind.INDEPENDENT_IS_STATE, name.span(), name.text());
            }
            return name.text();
        }
        boolean planar = states.equals(List.of("y")) && !survey.mentions("t") && isFree("x", declarations, states);
        if (planar || !isFree("t", declarations, states)) {
            return isFree("x", declarations, states) && planar ? "x" : unclear(declarations, survey, states);
        }
        return "t";
    }

    private static boolean isFree(String name, Declarations declarations, List<String> states) {
        return declarations.role(name).isEmpty() && !states.contains(name);
    }

    /** Here {@code t} is something else: then the user has to say what the independent variable is. */
    private static String unclear(Declarations declarations, DerivativeSurvey survey, List<String> states) {
        Span span = Stream.of(declarations.states(), declarations.parameters(), survey.states())
                .flatMap(names -> Optional.ofNullable(names.get("t")).stream())
                .map(Name::span)
                .findFirst()
                .orElse(Span.START);
        String role = states.contains("t") ? "a state" : declarations.role("t").orElse("a parameter");
        declarations.diagnostics().report(DiagnosticKind.NO_INDEPENDENT, span, "t", role);
        return "";
    }
}
