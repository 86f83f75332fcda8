package dev.prolong.conservation.direct;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Conditions on the parameters under which a system has first integrals that it does not have in general: values of parameters for which
 * {@code D_t P = λ P} has a polynomial solution for some constant λ, or {@code D_t I = 0} one with logarithms of Darboux polynomials.
 */
public final class ParameterCases {
    private static final int MOST_UNKNOWNS = 75;
    private static final int MOST_CONDITIONS = 2;

    private final DifferentialSystem system;
    private final List<Map<ISymbol, IExpr>> cases = new ArrayList<>();

    private ParameterCases(DifferentialSystem system) {
        this.system = system;
    }

    /**
     * A case.
     *
     * @param condition on the parameters
     * @param values the same: what some of the parameters are
     * @param system with the values put in
     */
    public record Case(IExpr condition, Map<ISymbol, IExpr> values, DifferentialSystem system) {
        public Case {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The cases, those with fewer conditions first; where a condition of one implies another's, only the more general. */
    public static List<Case> of(DifferentialSystem system) {
        if (system.parameters().isEmpty()) {
            return List.of();
        }
        ParameterCases search = new ParameterCases(system);
        try {
            search.logarithmic();
            for (int degree = 1; degree <= 4; degree++) {
                search.polynomial(degree);
            }
        } catch (NotSmoothException | ArithmeticException outside) {
            // the cases found until then
        }
        search.cases.sort(Comparator.comparing(Map::size));
        List<Map<ISymbol, IExpr>> kept = new ArrayList<>();
        search.cases.stream()
                .filter(c -> kept.stream().noneMatch(k -> search.implies(c, k)))
                .forEach(kept::add);
        return kept.stream().map(search::named).toList();
    }

    private void polynomial(int degree) {
        List<Atom> atoms = Atoms.of(system);
        boolean rational = atoms.stream().allMatch(a -> a.tree() instanceof ISymbol);
        List<int[]> monomials = Monomials.upTo(degree, atoms, MOST_UNKNOWNS + 1);
        if (rational && monomials.size() <= MOST_UNKNOWNS + 1) {
            search(new Flow(system, atoms, List.of(lambda())), monomials, true);
        }
    }

    private void logarithmic() {
        List<Atom> atoms = new ArrayList<>(Atoms.of(system));
        Flow flow = new Flow(system, atoms, List.of());
        List<IExpr> polynomials = DarbouxPolynomials.of(flow, atoms.size() <= 3 ? 1 : 0, Set.of());
        polynomials.forEach(p -> atoms.add(Atom.summand(Expr.log(p))));
        List<int[]> candidates = Monomials.upTo(1, atoms, MOST_UNKNOWNS);
        if (!polynomials.isEmpty() && candidates.size() <= MOST_UNKNOWNS) {
            search(new Flow(system, atoms, List.of(lambda())), candidates, false);
        }
    }

    private ISymbol lambda() {
        return Expr.symbol(FreshNames.avoiding(system).take("lambda"));
    }

    private void search(Flow flow, List<int[]> candidates, boolean withFactor) {
        DifferentialField field = flow.field();
        FieldElement lambda = field.element(lambda());
        List<FieldElement> columns = new ArrayList<>();
        for (int[] c : candidates.subList(1, candidates.size())) {
            FieldElement rate = flow.rate(c);
            columns.add(withFactor ? field.subtract(rate, field.multiply(lambda, flow.element(c))) : rate);
        }
        List<ISymbol> solvable = new ArrayList<>();
        if (withFactor) {
            solvable.add(lambda());
        }
        List<ISymbol> parameters = new ArrayList<>(system.parameters());
        Collections.reverse(parameters);
        solvable.addAll(parameters);
        int most = MOST_CONDITIONS + (withFactor ? 1 : 0);
        for (Map<ISymbol, FieldElement> found :
                CaseSearch.of(field, field.split(columns), columns.size(), solvable, most)) {
            Map<ISymbol, IExpr> values = new LinkedHashMap<>();
            for (ISymbol p : system.parameters()) {
                Optional.ofNullable(found.get(p)).ifPresent(v -> values.put(p, field.tree(v)));
            }
            boolean usable = values.values().stream().allMatch(v -> Expr.isFreeOf(v, lambda()));
            if (!values.isEmpty() && usable && isAllowed(values) && !cases.contains(values)) {
                cases.add(values);
            }
        }
    }

    /** Whether no assumption of the user is a number then that contradicts it. */
    private boolean isAllowed(Map<ISymbol, IExpr> values) {
        for (Assumption a : system.assumptions()) {
            IExpr e = Expr.substitute(a.expression(), values);
            if (e instanceof IRational
                    && new Assumption(e, a.relation()).condition().equals(Condition.FALSE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the equations of the second hold under the first. */
    private boolean implies(Map<ISymbol, IExpr> first, Map<ISymbol, IExpr> second) {
        return !first.equals(second)
                && second.entrySet().stream()
                        .allMatch(e -> ZeroDecision.of(
                                        Expr.substitute(Expr.minus(e.getKey(), e.getValue()), first),
                                        system.assumptions())
                                == ZeroDecision.ZERO);
    }

    private Case named(Map<ISymbol, IExpr> values) {
        List<IExpr> conditions = new ArrayList<>();
        values.forEach((p, v) -> conditions.add(Condition.compare(p, S.Equal, v)));
        DifferentialSystem special = system.withRightSides(system.equations().stream()
                .map(Equation::rhs)
                .map(e -> Expr.substitute(e, values))
                .toList());
        return new Case(
                Condition.and(conditions),
                values,
                new DifferentialSystem(
                        special.name(),
                        special.independent(),
                        special.parameters().stream()
                                .filter(p -> !values.containsKey(p))
                                .toList(),
                        special.functions(),
                        special.equations(),
                        special.assumptions().stream()
                                .filter(a -> Stream.of(a.expression())
                                        .flatMap(e -> Expr.symbols(e).stream())
                                        .noneMatch(values::containsKey))
                                .toList()));
    }
}
