package dev.prolong.equation;

import dev.prolong.algebra.Assumption;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A system of ordinary differential equations, each solved for its leading derivative: {@code x_i^(n_i) = f_i(t, x, x', .., θ)}.
 *
 * @param name the user's name for it, or empty
 * @param independent the independent variable
 * @param parameters constants {@code θ}
 * @param functions names of arbitrary functions that occur
 * @param equations one for each state, in the order of the states
 * @param assumptions what the user assumed of the parameters
 * @param origin where it comes from
 */
public record DifferentialSystem(
        String name,
        ISymbol independent,
        List<ISymbol> parameters,
        List<ISymbol> functions,
        List<Equation> equations,
        List<Assumption> assumptions,
        Origin origin) {
    public DifferentialSystem {
        parameters = List.copyOf(parameters);
        functions = List.copyOf(functions);
        equations = List.copyOf(equations);
        assumptions = List.copyOf(assumptions);
        if (equations.isEmpty()) {
            throw new IllegalArgumentException("a system without equations");
        }
    }

    public DifferentialSystem(
            String name,
            ISymbol independent,
            List<ISymbol> parameters,
            List<ISymbol> functions,
            List<Equation> equations,
            List<Assumption> assumptions) {
        this(name, independent, parameters, functions, equations, assumptions, Origin.PLAIN);
    }

    /** Of a system that was made by {@link Backpropagation}: the model whose adjoint equations were added; else empty. */
    public Optional<DifferentialSystem> forward() {
        List<Equation> own = equations.stream()
                .filter(e -> origin.adjoints().containsKey(e.state()))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new DifferentialSystem(name, independent, parameters, functions, own, assumptions));
    }

    DifferentialSystem withOrigin(Origin other) {
        return new DifferentialSystem(name, independent, parameters, functions, equations, assumptions, other);
    }

    public List<ISymbol> states() {
        return equations.stream().map(Equation::state).toList();
    }

    /** The jet space in which the system is a surface. */
    public JetSpace jetSpace() {
        return new JetSpace(
                independent, states(), equations.stream().map(Equation::order).toList());
    }

    /** Leading derivatives and their right sides. */
    public Map<ISymbol, IExpr> leading() {
        Map<ISymbol, IExpr> out = new LinkedHashMap<>();
        equations.forEach(e -> out.put(e.leading(), e.rhs()));
        return out;
    }

    /** {@code D_t} along solutions. */
    public TotalDerivative flow() {
        return TotalDerivative.alongSolutions(jetSpace(), leading());
    }

    /** The right sides, in the order of the equations. */
    public List<IExpr> rightSides() {
        return equations.stream().map(Equation::rhs).toList();
    }

    public boolean isFirstOrder() {
        return equations.stream().allMatch(e -> e.order() == 1);
    }

    /** Whether every component has order two or more, so that its point symmetries are finitely many. */
    public boolean isOfFiniteType() {
        return equations.stream().allMatch(e -> e.order() >= 2);
    }

    /** The same system with other right sides. */
    public DifferentialSystem withRightSides(List<IExpr> rhs) {
        List<Equation> changed = java.util.stream.IntStream.range(0, equations.size())
                .mapToObj(i ->
                        new Equation(equations.get(i).state(), equations.get(i).order(), rhs.get(i)))
                .toList();
        return new DifferentialSystem(name, independent, parameters, functions, changed, assumptions, origin);
    }
}
