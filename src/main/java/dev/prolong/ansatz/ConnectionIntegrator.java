package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Integrates a flat connection one coordinate after the other: along each an unknown satisfies a linear ordinary equation; its
 * coefficients over a fundamental system depend on fewer coordinates, and are integrated likewise.
 *
 * <p>What was found for one unknown serves for others that are combinations of its derivatives. The result is, for each unknown, functions
 * whose span contains it; where an ordinary equation could not be solved completely, some may be missing.
 */
final class ConnectionIntegrator {
    private static final int MOST_FUNCTIONS = 60;

    private final List<ISymbol> coordinates;
    private final List<Assumption> assumptions;
    private final LinearOde odes;
    private final List<Solved> solved = new ArrayList<>();
    private final Set<IExpr> extension = new LinkedHashSet<>();
    private Connection connection;

    /** The derivatives of a functional that span all of them, with their values on P, and the functions it may be. */
    private record Solved(List<List<Integer>> orders, List<List<IExpr>> rows, List<IExpr> functions) {}

    ConnectionIntegrator(Connection connection, List<Assumption> assumptions, LinearOde odes) {
        this.connection = connection;
        this.coordinates = connection.coordinates();
        this.assumptions = assumptions;
        this.odes = odes;
    }

    /** For each unknown the functions that it may be composed of. */
    List<List<IExpr>> candidates() {
        List<List<IExpr>> out = new ArrayList<>();
        for (int u = 0; u < connection.values().size(); u++) {
            List<Integer> all = new ArrayList<>();
            for (int v = 0; v < coordinates.size(); v++) {
                all.add(v);
            }
            out.add(functions(trees(connection.values().get(u)), all));
        }
        return out;
    }

    private List<IExpr> functions(List<IExpr> row, List<Integer> remaining) {
        List<FieldElement> r = elements(row);
        if (r.stream().allMatch(FieldElement::isZero)) {
            return List.of();
        }
        if (remaining.isEmpty()) {
            return List.of(Expr.ONE);
        }
        Optional<List<IExpr>> derived = derived(r);
        if (derived.isPresent()) {
            return derived.get();
        }
        List<IExpr> out = remaining.size() == 1 && !solved.isEmpty() ? withSources(r, remaining.get(0)) : List.of();
        if (out.isEmpty()) {
            out = integrated(row, r, remaining);
        }
        if (!out.isEmpty()) {
            remember(row, out);
        }
        return out;
    }

    /** Along the last coordinate, the equation whose right side may name solved functionals, if that lowers its order. */
    private List<IExpr> withSources(List<FieldElement> r, int v) {
        List<List<FieldElement>> sources = new ArrayList<>();
        for (Solved s : solved) {
            s.rows().forEach(row -> sources.add(elements(row)));
        }
        List<FieldElement> equation = connection.minimalEquation(r, v, sources);
        int order = equation.size() - sources.size();
        if (order == 0 || order >= connection.minimalEquation(r, v).size()) {
            return List.of();
        }
        ISymbol x = coordinates.get(v);
        List<IExpr> own = trees(equation.subList(sources.size(), equation.size()));
        List<IExpr> homogeneous = odes.fundamental(x, own, coordinates);
        if (homogeneous.size() != order) {
            return List.of();
        }
        List<IExpr> out = new ArrayList<>(homogeneous);
        for (IExpr source : combined(equation.subList(0, sources.size()))) {
            boolean alone = coordinates.stream().allMatch(s -> s.equals(x) || Expr.isFreeOf(source, s));
            if (!alone) {
                return List.of();
            }
            out.add(odes.particular(x, own, homogeneous, source));
        }
        return out;
    }

    private record Along(int variable, List<IExpr> equation) {}

    /** Along the coordinate where the equation is of least order and names no other coordinate, if there is one. */
    private List<IExpr> integrated(List<IExpr> row, List<FieldElement> r, List<Integer> remaining) {
        List<Along> ways = new ArrayList<>();
        for (int v : remaining) {
            ways.add(new Along(v, trees(connection.minimalEquation(r, v))));
        }
        ways.sort((a, b) -> Integer.compare(cost(a), cost(b)));
        List<IExpr> best = List.of();
        for (Along way : ways) {
            List<Integer> rest = new ArrayList<>(remaining);
            rest.remove(Integer.valueOf(way.variable()));
            List<IExpr> system = odes.fundamental(coordinates.get(way.variable()), way.equation(), coordinates);
            if (system.size() == way.equation().size()) {
                return composed(row, way, system, rest);
            }
            if (system.size() > best.size() && rest.isEmpty()) {
                best = system;
            }
        }
        return best;
    }

    private int cost(Along way) {
        ISymbol own = coordinates.get(way.variable());
        boolean alone = way.equation().stream()
                .allMatch(a -> coordinates.stream().allMatch(s -> s.equals(own) || Expr.isFreeOf(a, s)));
        boolean constant =
                way.equation().stream().allMatch(a -> coordinates.stream().allMatch(s -> Expr.isFreeOf(a, s)));
        return way.equation().size() + (constant ? 0 : alone ? 20 : 40);
    }

    /** The coefficients over the fundamental system, each integrated along the other coordinates. */
    private List<IExpr> composed(List<IExpr> row, Along way, List<IExpr> system, List<Integer> rest) {
        List<List<IExpr>> coefficients = coefficients(row, way.variable(), system);
        Set<IExpr> out = new LinkedHashSet<>();
        for (int j = system.size() - 1; j >= 0; j--) {
            for (IExpr c : functions(coefficients.get(j), rest)) {
                out.add(Normal.readable(Expr.times(system.get(j), c), assumptions));
            }
        }
        return out.size() > MOST_FUNCTIONS ? List.of() : List.copyOf(out);
    }

    /** Solves {@code ∂_v^i r = Σ_j c_j u_j^(i)} for the {@code c_j}. */
    private List<List<IExpr>> coefficients(List<IExpr> row, int v, List<IExpr> system) {
        int m = system.size();
        if (m == 1 && system.get(0).equals(Expr.ONE)) {
            return List.of(row);
        }
        List<List<IExpr>> wronskian = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            int k = i;
            wronskian.add(system.stream()
                    .map(u -> Differentiation.derivative(u, coordinates.get(v), k))
                    .toList());
        }
        wronskian.forEach(this::extend);
        List<List<FieldElement>> chain = new ArrayList<>();
        chain.add(elements(row));
        for (int i = 1; i < m; i++) {
            chain.add(connection.derivative(chain.get(i - 1), v));
        }
        List<List<IExpr>> out = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            out.add(new ArrayList<>());
        }
        for (int p = 0; p < row.size(); p++) {
            List<List<FieldElement>> rows = new ArrayList<>();
            for (int i = 0; i < m; i++) {
                List<FieldElement> line = new ArrayList<>(elements(wronskian.get(i)));
                line.add(chain.get(i).get(p));
                rows.add(line);
            }
            List<FieldElement> c = LinearSystem.solve(connection.field(), rows, m)
                    .orElseThrow(() -> new ArithmeticException("dependent functions"));
            for (int j = 0; j < m; j++) {
                out.get(j).add(connection.field().tree(c.get(j)));
            }
        }
        return out;
    }

    /** Where the functional is a combination of derivatives of solved ones: the same combination of their functions. */
    private Optional<List<IExpr>> derived(List<FieldElement> r) {
        List<List<FieldElement>> columns = new ArrayList<>();
        for (Solved s : solved) {
            s.rows().forEach(row -> columns.add(elements(row)));
        }
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int j = 0; j < r.size(); j++) {
            List<FieldElement> line = new ArrayList<>();
            for (List<FieldElement> c : columns) {
                line.add(c.get(j));
            }
            line.add(r.get(j));
            rows.add(line);
        }
        return LinearSystem.solve(connection.field(), rows, columns.size()).map(this::combined);
    }

    private List<IExpr> combined(List<FieldElement> b) {
        Set<IExpr> out = new LinkedHashSet<>();
        int from = 0;
        for (Solved s : solved) {
            for (IExpr f : s.functions()) {
                List<IExpr> terms = new ArrayList<>();
                for (int k = 0; k < s.orders().size(); k++) {
                    if (!b.get(from + k).isZero()) {
                        terms.add(Expr.times(
                                connection.field().tree(b.get(from + k)),
                                derivative(f, s.orders().get(k))));
                    }
                }
                IExpr sum = Normal.readable(Expr.plus(terms), assumptions);
                if (!sum.equals(Expr.ZERO)) {
                    out.add(sum);
                }
            }
            from += s.orders().size();
        }
        return List.copyOf(out);
    }

    private IExpr derivative(IExpr f, List<Integer> orders) {
        IExpr out = f;
        for (int v = 0; v < orders.size(); v++) {
            out = Differentiation.derivative(out, coordinates.get(v), orders.get(v));
        }
        return out;
    }

    private void remember(List<IExpr> row, List<IExpr> functions) {
        List<List<Integer>> orders = new ArrayList<>();
        List<List<FieldElement>> rows = new ArrayList<>();
        orders.add(java.util.Collections.nCopies(coordinates.size(), 0));
        rows.add(elements(row));
        for (int i = 0; i < rows.size(); i++) {
            for (int v = 0; v < coordinates.size(); v++) {
                List<FieldElement> next = connection.derivative(rows.get(i), v);
                if (!isSpanned(next, rows)) {
                    List<Integer> raised = new ArrayList<>(orders.get(i));
                    raised.set(v, raised.get(v) + 1);
                    orders.add(raised);
                    rows.add(next);
                }
            }
        }
        solved.add(new Solved(orders, rows.stream().map(this::trees).toList(), functions));
    }

    private boolean isSpanned(List<FieldElement> r, List<List<FieldElement>> rows) {
        List<List<FieldElement>> lines = new ArrayList<>();
        for (int j = 0; j < r.size(); j++) {
            List<FieldElement> line = new ArrayList<>();
            for (List<FieldElement> row : rows) {
                line.add(row.get(j));
            }
            line.add(r.get(j));
            lines.add(line);
        }
        return LinearSystem.solve(connection.field(), lines, rows.size()).isPresent();
    }

    /** Adds functions to the field. */
    private void extend(List<IExpr> functions) {
        if (!extension.addAll(functions)) {
            return;
        }
        List<List<List<IExpr>>> matrices = connection.matrices().stream()
                .map(m -> m.stream().map(this::trees).toList())
                .toList();
        List<List<IExpr>> values = connection.values().stream().map(this::trees).toList();
        List<IExpr> all = new ArrayList<>(extension);
        matrices.forEach(m -> m.forEach(all::addAll));
        values.forEach(all::addAll);
        DifferentialField field = DifferentialField.of(all, new LinkedHashSet<>(coordinates), assumptions);
        connection = new Connection(
                field,
                coordinates,
                matrices.stream()
                        .map(m -> m.stream()
                                .map(row -> row.stream().map(field::element).toList())
                                .toList())
                        .toList(),
                values.stream()
                        .map(row -> row.stream().map(field::element).toList())
                        .toList());
    }

    private List<IExpr> trees(List<FieldElement> row) {
        return row.stream().map(connection.field()::tree).toList();
    }

    private List<FieldElement> elements(List<IExpr> row) {
        return row.stream().map(connection.field()::element).toList();
    }
}
