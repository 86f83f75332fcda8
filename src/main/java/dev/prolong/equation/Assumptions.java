package dev.prolong.equation;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The assumptions on parameters, from syntax to {@link Assumption}s. */
final class Assumptions {

    private Assumptions() {}

    /** Reports relations that are none to assume ({@code ==}), and those that leave no number or only zero. */
    static void check(Name parameter, List<Relation> relations, Diagnostics diagnostics) {
        if (relations.contains(Relation.EQUAL)) {
            diagnostics.report(DiagnosticKind.ASSUMPTION_NOT_ZERO, parameter.span(), parameter.text());
            return;
        }
        boolean above = relations.contains(Relation.GREATER) || relations.contains(Relation.GREATER_EQUAL);
        boolean below = relations.contains(Relation.LESS) || relations.contains(Relation.LESS_EQUAL);
        if (above && below) {
            String all = String.join(
                    " and ", relations.stream().map(r -> r.sign() + " 0").toList());
            diagnostics.report(DiagnosticKind.CONTRADICTING_ASSUMPTIONS, parameter.span(), parameter.text(), all);
        }
    }

    static List<Assumption> of(Map<String, List<Relation>> relations) {
        List<Assumption> assumptions = new ArrayList<>();
        relations.forEach((parameter, all) -> all.stream()
                .distinct()
                .forEach(r -> assumptions.add(new Assumption(Expr.symbol(parameter), relation(r)))));
        return assumptions;
    }

    private static Assumption.Relation relation(Relation relation) {
        return switch (relation) {
            case LESS -> Assumption.Relation.NEGATIVE;
            case LESS_EQUAL -> Assumption.Relation.NONPOSITIVE;
            case GREATER -> Assumption.Relation.POSITIVE;
            case GREATER_EQUAL -> Assumption.Relation.NONNEGATIVE;
            case EQUAL, UNEQUAL -> Assumption.Relation.NONZERO;
        };
    }
}
