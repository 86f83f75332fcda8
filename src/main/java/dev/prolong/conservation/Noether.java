package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.LinearKernel;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.jet.JetSpace;
import dev.prolong.jet.TotalDerivative;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Noether's theorem with gauge term: of the symmetries of the Euler–Lagrange equations of {@code L(t, x, x')} those combinations X with
 * {@code Γ^(1) L + L D_t T = D_t B} give {@code I = B − T L − Σ (X_i − T x_i') ∂L/∂x_i'}.
 *
 * <p>That the left side R is a total derivative is decided by the Euler operator, {@code ∂R/∂x_i − D_t ∂R/∂x_i' = 0} for all i. Source:
 * Olver, Applications of Lie Groups to Differential Equations (2nd ed.), theorems 4.7, 4.12 and 4.29.
 */
public final class Noether {
    private final DifferentialSystem system;
    private final IExpr lagrangian;
    private final JetSpace space;
    private final TotalDerivative dt;

    private Noether(DifferentialSystem system, IExpr lagrangian) {
        this.system = system;
        this.lagrangian = lagrangian;
        this.space = new JetSpace(
                system.independent(),
                system.states(),
                Collections.nCopies(system.states().size(), 1));
        this.dt = TotalDerivative.free(space);
    }

    /** One quantity for each independent variational symmetry in the span of the generators. */
    public static List<ConservedQuantity> quantities(
            DifferentialSystem system, IExpr lagrangian, List<Generator> generators) {
        return generators.isEmpty() ? List.of() : new Noether(system, lagrangian).quantities(generators);
    }

    /**
     * The quantity of the translation in time, which is a symmetry of a Lagrangian without t even where no generator of a basis is it: with
     * coefficients that are solutions of equations it is a combination of some.
     */
    public static Optional<ConservedQuantity> energy(DifferentialSystem system, IExpr lagrangian) {
        if (!Expr.isFreeOf(lagrangian, system.independent())) {
            return Optional.empty();
        }
        List<ISymbol> coordinates = new ArrayList<>(List.of(system.independent()));
        coordinates.addAll(system.states());
        List<IExpr> components = new ArrayList<>(Collections.nCopies(coordinates.size(), Expr.ZERO));
        components.set(0, Expr.ONE);
        return quantities(system, lagrangian, List.of(new Generator(coordinates, components))).stream()
                .map(q -> new ConservedQuantity(q.expression(), q.kind(), List.of(), Optional.empty(), List.of()))
                .findFirst();
    }

    private List<ConservedQuantity> quantities(List<Generator> generators) {
        List<IExpr> defects = generators.stream().map(this::defect).toList();
        List<ConservedQuantity> out = new ArrayList<>();
        for (List<IExpr> c : variational(defects)) {
            IExpr defect = combination(c, defects);
            Optional<IExpr> gauge = gauge(defect);
            if (gauge.isPresent()) {
                List<IExpr> parts = generators.stream().map(this::quantity).toList();
                IExpr whole = Expr.plus(gauge.get(), combination(c, parts));
                List<Integer> from = IntStream.range(0, c.size())
                        .filter(k -> !c.get(k).equals(Expr.ZERO))
                        .map(k -> k + 1)
                        .boxed()
                        .toList();
                out.add(new ConservedQuantity(
                        signed(normal(Expr.substitute(whole, system.leading()))),
                        ConservedQuantity.Kind.NOETHER,
                        from,
                        Optional.empty(),
                        List.of()));
            }
        }
        return out;
    }

    /**
     * The characteristic {@code Q = M^{-1} ∂I/∂x'}, with {@code M = ∂²L/∂x'²}, of the variational symmetry that belongs to a first integral
     * by the converse of the theorem, where it is at most linear in the velocities: {@code D_t I = −Σ Q_i E_i(L)} up to sign.
     */
    public static Optional<List<IExpr>> characteristic(DifferentialSystem system, IExpr lagrangian, IExpr integral) {
        return new Noether(system, lagrangian).characteristic(integral);
    }

    private Optional<List<IExpr>> characteristic(IExpr integral) {
        int n = space.states().size();
        List<ISymbol> velocities =
                IntStream.range(0, n).mapToObj(i -> space.symbol(i, 1)).toList();
        List<IExpr> all = new ArrayList<>();
        List<List<IExpr>> matrix = new ArrayList<>();
        for (ISymbol v : velocities) {
            List<IExpr> row = new ArrayList<>();
            IExpr momentum = Differentiation.derivative(lagrangian, v);
            velocities.forEach(w -> row.add(Differentiation.derivative(momentum, w)));
            row.add(Differentiation.derivative(integral, v));
            matrix.add(row);
            all.addAll(row);
        }
        try {
            DifferentialField field = DifferentialField.of(all, coordinates(), system.assumptions());
            List<List<FieldElement>> rows = matrix.stream()
                    .map(r -> r.stream().map(field::element).toList())
                    .toList();
            return LinearSystem.solve(field, rows, n)
                    .filter(q -> q.stream().allMatch(e -> isAffine(field, e, velocities)))
                    .map(q -> q.stream().map(field::tree).toList());
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    private static boolean isAffine(DifferentialField field, FieldElement e, List<ISymbol> velocities) {
        return velocities.stream()
                .allMatch(v -> velocities.stream()
                        .allMatch(
                                w -> field.derivative(field.derivative(e, v), w).isZero()));
    }

    private static IExpr combination(List<IExpr> c, List<IExpr> of) {
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k < c.size(); k++) {
            terms.add(Expr.times(c.get(k), of.get(k)));
        }
        return Expr.plus(terms);
    }

    /** I or −I: that with fewer minus signs. */
    private static IExpr signed(IExpr e) {
        List<IExpr> terms = Expr.terms(e);
        long minus = terms.stream()
                .filter(x -> Expr.factors(x).get(0) instanceof IRational q && q.isNegative())
                .count();
        return 2 * minus <= terms.size()
                ? e
                : Expr.plus(terms.stream().map(Expr::negate).toList());
    }

    /** {@code Γ^(1) L + L D_t T}. */
    private IExpr defect(Generator x) {
        IExpr rateOfT = dt.of(x.along(system.independent()));
        List<IExpr> terms = new ArrayList<>();
        terms.add(x.apply(lagrangian));
        terms.add(Expr.times(lagrangian, rateOfT));
        for (int i = 0; i < space.states().size(); i++) {
            ISymbol velocity = space.symbol(i, 1);
            IExpr prolonged = Expr.minus(dt.of(x.along(space.states().get(i))), Expr.times(velocity, rateOfT));
            terms.add(Expr.times(prolonged, Differentiation.derivative(lagrangian, velocity)));
        }
        return Expr.plus(terms);
    }

    /** {@code −T L − Σ (X_i − T x_i') ∂L/∂x_i'}. */
    private IExpr quantity(Generator x) {
        IExpr t = x.along(system.independent());
        List<IExpr> terms = new ArrayList<>();
        terms.add(Expr.negate(Expr.times(t, lagrangian)));
        for (int i = 0; i < space.states().size(); i++) {
            ISymbol velocity = space.symbol(i, 1);
            IExpr characteristic = Expr.minus(x.along(space.states().get(i)), Expr.times(t, velocity));
            terms.add(Expr.times(Expr.MINUS_ONE, characteristic, Differentiation.derivative(lagrangian, velocity)));
        }
        return Expr.plus(terms);
    }

    /** A basis of the coefficients c for which {@code Σ c_k R_k} is a total derivative. */
    private List<List<IExpr>> variational(List<IExpr> defects) {
        List<List<IExpr>> euler = new ArrayList<>();
        List<IExpr> all = new ArrayList<>();
        for (int i = 0; i < space.states().size(); i++) {
            ISymbol state = space.symbol(i, 0);
            ISymbol velocity = space.symbol(i, 1);
            List<IExpr> row = defects.stream()
                    .map(r -> Expr.minus(
                            Differentiation.derivative(r, state), dt.of(Differentiation.derivative(r, velocity))))
                    .toList();
            euler.add(row);
            all.addAll(row);
        }
        try {
            DifferentialField field = DifferentialField.of(all, coordinates(), system.assumptions());
            List<List<FieldElement>> rows = new ArrayList<>();
            for (List<IExpr> row : euler) {
                rows.addAll(field.split(row.stream().map(field::element).toList()));
            }
            return LinearKernel.of(field, rows, defects.size()).stream()
                    .map(c -> field.primitive(c).stream().map(field::tree).toList())
                    .toList();
        } catch (NotSmoothException outside) {
            return List.of();
        }
    }

    private Set<ISymbol> coordinates() {
        Set<ISymbol> out = new LinkedHashSet<>(space.base());
        for (int i = 0; i < space.states().size(); i++) {
            out.add(space.symbol(i, 1));
            out.add(space.symbol(i, 2));
        }
        return out;
    }

    /** B with {@code D_t B = R}, for R affine in the velocities: one coordinate after the other is integrated. */
    private Optional<IExpr> gauge(IExpr defect) {
        IExpr gauge = Expr.ZERO;
        IExpr rest = defect;
        for (int i = 0; i < space.states().size(); i++) {
            ISymbol state = space.states().get(i);
            ISymbol velocity = space.symbol(i, 1);
            Optional<IExpr> part = integrated(Differentiation.derivative(rest, velocity), state);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            gauge = Expr.plus(gauge, part.get());
            rest = normal(Expr.minus(rest, dt.of(part.get())));
        }
        return integrated(rest, system.independent()).map(inTime(gauge));
    }

    private static java.util.function.Function<IExpr, IExpr> inTime(IExpr gauge) {
        return b -> Expr.plus(gauge, b);
    }

    private Optional<IExpr> integrated(IExpr e, ISymbol v) {
        IExpr f = normal(e);
        boolean moving = IntStream.range(0, space.states().size()).anyMatch(i -> !Expr.isFreeOf(f, space.symbol(i, 1)));
        if (moving) {
            return Optional.empty();
        }
        if (f.equals(Expr.ZERO)) {
            return Optional.of(Expr.ZERO);
        }
        return Antiderivative.of(f, v, system.assumptions())
                .or(() -> Optional.of(Antiderivative.kept(f, v, system.assumptions())));
    }

    private IExpr normal(IExpr e) {
        return NormalForm.ifAny(e, system.assumptions())
                .filter(form -> form.equals(Expr.ZERO) || Expr.size(form) < 2 * Expr.size(e))
                .orElse(e);
    }
}
