package dev.prolong.equation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solves equations for the leading derivatives of the states, exactly. An equation with one leading derivative is solved by itself, its
 * solution is put into the others, and so on; what is left must be linear in the leading derivatives together and is solved by Cramer's
 * rule.
 */
final class EquationSolver {

    /** Larger systems that couple their leading derivatives have to be solved by the user. */
    private static final int LARGEST_COUPLED = 12;

    /** An equation {@code residual = 0} and its place. */
    private record Pending(IExpr residual, Span span) {}

    private final LeadingDerivatives leading;
    private final Diagnostics diagnostics;
    private final Map<ISymbol, IExpr> solved = new LinkedHashMap<>();
    private List<Pending> pending = new ArrayList<>();

    EquationSolver(LeadingDerivatives leading, Diagnostics diagnostics) {
        this.leading = leading;
        this.diagnostics = diagnostics;
    }

    /** Adds the equation {@code left = right}. */
    void add(IExpr left, IExpr right, Span span) {
        pending.add(new Pending(Expr.minus(left, right), span));
    }

    /** The right sides by leading derivative; incomplete if something was reported. */
    Map<ISymbol, IExpr> solve() {
        while (diagnostics.isEmpty() && !pending.isEmpty()) {
            if (!solveSingle() && diagnostics.isEmpty()) {
                solveCoupled();
            }
        }
        return solved;
    }

    /** Solves the equations that have one unknown leading derivative; whether there were any. */
    private boolean solveSingle() {
        List<Pending> rest = new ArrayList<>();
        boolean progress = false;
        for (Pending equation : pending) {
            IExpr residual = Expr.substitute(equation.residual(), solved);
            List<ISymbol> unknown = leading.in(residual);
            if (unknown.isEmpty()) {
                diagnostics.report(DiagnosticKind.SUPERFLUOUS_EQUATION, equation.span());
            } else if (unknown.size() == 1) {
                progress = true;
                isolate(new Pending(residual, equation.span()), unknown.get(0));
            } else {
                rest.add(new Pending(residual, equation.span()));
            }
        }
        pending = rest;
        return progress;
    }

    private void isolate(Pending equation, ISymbol unknown) {
        Isolation.Solution solution = Isolation.solve(equation.residual(), unknown);
        String name = unknown.getSymbolName();
        if (solution.branches().isEmpty()) {
            diagnostics.report(DiagnosticKind.NOT_SOLVABLE, equation.span(), name);
            return;
        }
        IExpr value = solution.branches().get(0);
        if (!RealDomain.admits(value)) {
            diagnostics.report(DiagnosticKind.NO_SOLUTION, equation.span(), name);
        } else if (solution.several()) {
            diagnostics.report(
                    DiagnosticKind.SEVERAL_BRANCHES, equation.span(), name, name + " = " + InputForm.of(value));
        } else {
            solved.put(unknown, value);
        }
    }

    private void solveCoupled() {
        Set<ISymbol> unknown = new LinkedHashSet<>();
        pending.forEach(e -> unknown.addAll(leading.in(e.residual())));
        List<ISymbol> unknowns = List.copyOf(unknown);
        Pending first = pending.get(0);
        String names =
                String.join(", ", unknowns.stream().map(ISymbol::getSymbolName).toList());
        String one = unknowns.get(0).getSymbolName();
        if (unknowns.size() != pending.size() || unknowns.size() > LARGEST_COUPLED) {
            diagnostics.report(DiagnosticKind.SINGULAR_SYSTEM, first.span(), names, one);
            return;
        }
        List<List<IExpr>> matrix = new ArrayList<>();
        List<IExpr> constants = new ArrayList<>();
        for (Pending equation : pending) {
            Optional<List<IExpr>> row = row(equation.residual(), unknowns);
            if (row.isEmpty()) {
                diagnostics.report(DiagnosticKind.NOT_SOLVABLE, equation.span(), names);
                return;
            }
            matrix.add(row.get());
            Map<ISymbol, IExpr> zero = new LinkedHashMap<>();
            unknowns.forEach(u -> zero.put(u, Expr.ZERO));
            constants.add(Expr.negate(Expr.substitute(equation.residual(), zero)));
        }
        IExpr determinant = new Determinant(matrix).value();
        if (determinant.equals(Expr.ZERO)) {
            diagnostics.report(DiagnosticKind.SINGULAR_SYSTEM, first.span(), names, one);
            return;
        }
        for (int i = 0; i < unknowns.size(); i++) {
            IExpr numerator = new Determinant(Determinant.replaceColumn(matrix, i, constants)).value();
            solved.put(unknowns.get(i), Expr.divide(numerator, determinant));
        }
        pending = List.of();
    }

    /** The coefficients of the unknowns, if the residual is linear in them. */
    private static Optional<List<IExpr>> row(IExpr residual, List<ISymbol> unknowns) {
        List<IExpr> row = new ArrayList<>();
        for (ISymbol u : unknowns) {
            IExpr coefficient = Differentiation.derivative(residual, u);
            if (!unknowns.stream().allMatch(v -> Expr.isFreeOf(coefficient, v))) {
                return Optional.empty();
            }
            row.add(coefficient);
        }
        return Optional.of(row);
    }
}
