package dev.prolong.equation;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Extent;
import dev.prolong.syntax.Range;
import dev.prolong.syntax.Statement;
import dev.prolong.syntax.SystemDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes out the vectors and matrices of a system: {@code z[1..3]} becomes the scalars {@code z[1], z[2], z[3]}, an equation for a range
 * one equation for each value, an indexed sum its terms. What comes out knows of no index.
 */
final class Unrolling {
    private final Diagnostics diagnostics;
    private final Arrays arrays;
    private final UnrolledExpression expressions;

    private Unrolling(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.arrays = new Arrays(diagnostics);
        this.expressions = new UnrolledExpression(arrays, diagnostics);
    }

    static SystemDeclaration of(SystemDeclaration declaration, Diagnostics diagnostics) {
        Unrolling unrolling = new Unrolling(diagnostics);
        List<Statement> declared =
                declaration.statements().stream().map(unrolling::declarations).toList();
        List<Statement> out = new ArrayList<>();
        declared.forEach(s -> out.addAll(unrolling.statements(s)));
        return new SystemDeclaration(declaration.source(), out);
    }

    /** Declarations first, wherever they stand. */
    private Statement declarations(Statement statement) {
        if (statement instanceof Statement.Parameters p) {
            List<Statement.ParameterItem> items = new ArrayList<>();
            for (Statement.ParameterItem item : p.items()) {
                scalars(item.declared()).forEach(d -> items.add(new Statement.ParameterItem(d, item.assumptions())));
            }
            return new Statement.Parameters(items, p.span());
        }
        if (statement instanceof Statement.States s) {
            return new Statement.States(
                    s.items().stream().flatMap(d -> scalars(d).stream()).toList(), s.span());
        }
        if (statement instanceof Statement.Layer l) {
            return new Statement.Layer(
                    l.encoder(),
                    l.parts().stream()
                            .map(p ->
                                    p.stream().flatMap(d -> scalars(d).stream()).toList())
                            .toList(),
                    l.span());
        }
        return statement;
    }

    private List<Statement.Declared> scalars(Statement.Declared declared) {
        if (declared.extents().isEmpty()) {
            return List.of(declared);
        }
        IndexArithmetic arithmetic = new IndexArithmetic(diagnostics, Map.of());
        List<List<Integer>> indices = List.of(List.of());
        for (Extent extent : declared.extents()) {
            Optional<List<Integer>> values = arithmetic.all(extent);
            if (values.isEmpty()) {
                return List.of();
            }
            if (values.get().isEmpty()) {
                diagnostics.report(
                        DiagnosticKind.EMPTY_EXTENT,
                        declared.span(),
                        declared.name().text());
                return List.of();
            }
            arrays.checkCount((long) indices.size() * values.get().size(), declared.span());
            indices = indices.stream()
                    .flatMap(k -> values.get().stream().map(v -> appended(k, v)))
                    .toList();
        }
        if (!arrays.declare(declared.name(), indices, declared.span())) {
            return List.of();
        }
        return indices.stream()
                .map(k -> new Name(new ComponentName(declared.name().text(), k).text(), declared.span()))
                .map(n -> new Statement.Declared(n, List.of(), declared.span()))
                .toList();
    }

    private static List<Integer> appended(List<Integer> list, int value) {
        List<Integer> out = new ArrayList<>(list);
        out.add(value);
        return out;
    }

    private List<Statement> statements(Statement statement) {
        if (statement instanceof Statement.Equation equation) {
            List<Statement> out = new ArrayList<>();
            equations(equation, 0, Map.of(), out);
            return out;
        }
        if (statement instanceof Statement.Activation a) {
            return List.of(new Statement.Activation(
                    a.name(), a.variable(), expressions.ofBody(a.body(), a.variable()), a.span()));
        }
        if (statement instanceof Statement.Lagrangian l) {
            return List.of(new Statement.Lagrangian(l.name(), expressions.of(l.body(), Map.of()), l.span()));
        }
        if (statement instanceof Statement.Backpropagation b) {
            return List.of(new Statement.Backpropagation(
                    b.renamings().stream().flatMap(r -> renamings(r).stream()).toList(), b.span()));
        }
        return List.of(statement);
    }

    private void equations(Statement.Equation equation, int from, Map<String, Integer> indices, List<Statement> out) {
        if (from == equation.ranges().size()) {
            out.add(new Statement.Equation(
                    expressions.of(equation.left(), indices),
                    expressions.of(equation.right(), indices),
                    List.of(),
                    equation.span()));
            return;
        }
        Range range = equation.ranges().get(from);
        List<Integer> values =
                new IndexArithmetic(diagnostics, indices).all(range.extent()).orElse(List.of());
        for (int value : values) {
            Map<String, Integer> inner = new HashMap<>(indices);
            inner.put(range.index().text(), value);
            equations(equation, from + 1, inner, out);
        }
    }

    /** The adjoint of an array is an array of the same shape. */
    private List<Statement.Renaming> renamings(Statement.Renaming r) {
        if (!arrays.isArray(r.target().text())) {
            return List.of(r);
        }
        return arrays.components(r.target().text()).stream()
                .map(k -> new ComponentName(r.target().text(), k))
                .map(c -> new Statement.Renaming(
                        new Name(c.in(r.name().text()).text(), r.name().span()),
                        new Name(c.text(), r.target().span())))
                .toList();
    }
}
