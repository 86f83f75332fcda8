package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.linear.FaddeevLeVerrier;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.algebra.linear.SquareMatrix;
import dev.prolong.ansatz.ConstantCoefficients;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The flow of an affine field {@code x' = A x + b} with constant coefficients: {@code e^{εM} = Σ_j c_j(ε) M^j} for {@code M = (A, b; 0, 0)}, where
 * {@code c_j} solves the scalar equation that M's characteristic polynomial gives, with {@code c_j^{(k)}(0) = δ_jk}.
 *
 * <p>Source: E. J. Putzer, Avoiding the Jordan canonical form, Amer. Math. Monthly 73 (1966).
 */
final class LinearFlow {
    private static final int LARGEST = 6;
    private static final long MOST_WORK = 300_000;

    private final List<ISymbol> x;
    private final ISymbol eps;
    private final List<Assumption> assumptions;
    private final List<List<IExpr>> rows = new ArrayList<>();

    private LinearFlow(List<ISymbol> x, ISymbol eps, List<Assumption> assumptions) {
        this.x = x;
        this.eps = eps;
        this.assumptions = assumptions;
    }

    /** The images of these coordinates; empty where their components are not of this kind, or the roots have no closed form. */
    static Optional<Map<ISymbol, Image>> of(
            Generator field, List<ISymbol> x, ISymbol eps, List<Assumption> assumptions) {
        LinearFlow flow = new LinearFlow(x, eps, assumptions);
        if (x.size() > LARGEST || !x.stream().allMatch(c -> flow.isAffine(field, c))) {
            return Optional.empty();
        }
        flow.rows.add(Collections.nCopies(x.size() + 1, Expr.ZERO));
        try {
            return flow.solve();
        } catch (NotSmoothException | ArithmeticException | WorkLimitException outside) {
            return Optional.empty();
        }
    }

    private boolean isAffine(Generator field, ISymbol c) {
        IExpr component = field.along(c);
        IExpr rest = component;
        List<IExpr> row = new ArrayList<>();
        for (ISymbol s : x) {
            row.add(Differentiation.derivative(component, s));
            rest = Expr.substitute(rest, s, Expr.ZERO);
        }
        row.add(rest);
        rows.add(row);
        return row.stream().allMatch(e -> field.coordinates().stream().allMatch(s -> Expr.isFreeOf(e, s)));
    }

    private Optional<Map<ISymbol, Image>> solve() {
        int n = rows.size();
        DifferentialField field =
                DifferentialField.of(rows.stream().flatMap(List::stream).toList(), Set.of(), assumptions, MOST_WORK);
        SquareMatrix m = new SquareMatrix(
                field,
                rows.stream().map(r -> r.stream().map(field::element).toList()).toList());
        List<SquareMatrix> powers = new ArrayList<>();
        List<FieldElement> recursion = new ArrayList<>(Collections.nCopies(n, field.integer(0)));
        FaddeevLeVerrier characteristic = new FaddeevLeVerrier(m);
        SquareMatrix power = SquareMatrix.identity(field, n);
        for (int k = 1; k <= n; k++) {
            powers.add(power);
            power = m.times(power);
            recursion.set(n - k, field.negate(characteristic.next()));
        }
        return ConstantCoefficients.formally(
                        eps, recursion.stream().map(field::tree).toList(), assumptions)
                .flatMap(formal -> principal(formal.solutions())
                        .map(c -> images(field, powers, c))
                        .map(images -> real(images, formal.squares())));
    }

    /** The {@link Waves} in place of hyperbolic functions of symbols, for which the laws hold as they do for any sign of the squares. */
    private Map<ISymbol, Image> real(Map<ISymbol, IExpr> images, Map<ISymbol, IExpr> squares) {
        Map<IExpr, IExpr> waves = new LinkedHashMap<>();
        Map<IExpr, IExpr> back = new LinkedHashMap<>();
        Map<IExpr, IExpr> roots = new LinkedHashMap<>();
        squares.forEach((r, square) -> {
            Waves w = Waves.of(square, assumptions);
            IExpr angle = Expr.times(r, eps);
            ISymbol even = Expr.symbol("C" + r);
            ISymbol odd = Expr.symbol("S" + r);
            waves.put(Expr.apply(Elementary.COSH, angle), even);
            waves.put(Expr.apply(Elementary.SINH, angle), Expr.times(r, odd));
            back.put(even, w.even(eps));
            back.put(odd, w.odd(eps));
            roots.put(r, Expr.sqrt(square));
        });
        Map<ISymbol, IExpr> hyperbolic = new LinkedHashMap<>();
        images.forEach((c, e) -> hyperbolic.put(c, Expr.substitute(e, roots)));
        boolean lawful = !squares.isEmpty() && isLawful(hyperbolic);
        Map<ISymbol, Image> out = new LinkedHashMap<>();
        images.forEach((c, e) -> {
            List<IExpr> terms = new ArrayList<>();
            for (IExpr term : Expr.terms(Expr.substitute(e, waves))) {
                List<IExpr> moving = new ArrayList<>();
                List<IExpr> still = new ArrayList<>();
                Expr.factors(term)
                        .forEach(f -> (Expr.isFreeOf(f, eps) && !back.containsKey(f) ? still : moving).add(f));
                IExpr amplitude = Expr.times(still);
                IExpr normal = squares.isEmpty()
                        ? amplitude
                        : NormalForm.ifAny(amplitude, assumptions).orElse(amplitude);
                terms.add(Expr.times(Expr.substitute(normal, roots), Expr.times(moving)));
            }
            IExpr value = Expr.substitute(Expr.plus(terms), back);
            out.put(c, new Image(value, Optional.empty(), lawful, lawful, Image.Standing.CANDIDATE));
        });
        return out;
    }

    private boolean isLawful(Map<ISymbol, IExpr> images) {
        for (int i = 0; i < x.size(); i++) {
            IExpr image = Objects.requireNonNull(images.get(x.get(i)));
            List<IExpr> row = rows.get(i);
            List<IExpr> terms = new ArrayList<>();
            for (int j = 0; j < x.size(); j++) {
                terms.add(Expr.times(row.get(j), Objects.requireNonNull(images.get(x.get(j)))));
            }
            terms.add(row.get(x.size()));
            IExpr law = Expr.minus(Differentiation.derivative(image, eps), Expr.plus(terms));
            IExpr start = Expr.minus(Expr.substitute(image, eps, Expr.ZERO), x.get(i));
            if (!ZeroDecision.isZero(law, assumptions, MOST_WORK)
                    || !ZeroDecision.isZero(start, assumptions, MOST_WORK)) {
                return false;
            }
        }
        return true;
    }

    /** The solutions {@code c_j} with {@code c_j^{(k)}(0) = δ_jk} in terms of a fundamental system. */
    private Optional<List<IExpr>> principal(List<IExpr> fundamental) {
        int n = fundamental.size();
        List<List<IExpr>> wronskian = new ArrayList<>();
        List<IExpr> rates = new ArrayList<>(fundamental);
        for (int k = 0; k < n; k++) {
            wronskian.add(
                    rates.stream().map(r -> Expr.substitute(r, eps, Expr.ZERO)).toList());
            rates.replaceAll(r -> Differentiation.derivative(r, eps));
        }
        DifferentialField field = DifferentialField.of(
                wronskian.stream().flatMap(List::stream).toList(), Set.of(), assumptions, MOST_WORK);
        List<IExpr> out = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            List<List<FieldElement>> system = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                List<FieldElement> row = new ArrayList<>();
                wronskian.get(k).forEach(e -> row.add(field.element(e)));
                row.add(field.integer(j == k ? 1 : 0));
                system.add(row);
            }
            Optional<List<FieldElement>> solution = LinearSystem.solve(field, system, n);
            if (solution.isEmpty()) {
                return Optional.empty();
            }
            List<IExpr> terms = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                terms.add(Expr.times(field.tree(solution.get().get(i)), fundamental.get(i)));
            }
            out.add(Expr.plus(terms));
        }
        return Optional.of(out);
    }

    /** {@code Σ_j c_j (M^j (x, 1))_i}, the terms of each solution of the scalar equation together. */
    private Map<ISymbol, IExpr> images(DifferentialField field, List<SquareMatrix> powers, List<IExpr> c) {
        Map<ISymbol, IExpr> out = new LinkedHashMap<>();
        for (int i = 0; i < x.size(); i++) {
            Set<IExpr> waves = new LinkedHashSet<>();
            Map<IExpr, List<IExpr>> amplitudes = new LinkedHashMap<>();
            for (int j = 0; j < c.size(); j++) {
                List<IExpr> terms = new ArrayList<>();
                for (int k = 0; k <= x.size(); k++) {
                    IExpr entry = field.tree(powers.get(j).at(i, k));
                    terms.add(Expr.times(entry, k < x.size() ? x.get(k) : Expr.ONE));
                }
                IExpr moved = Expr.plus(terms);
                for (IExpr term : Expr.terms(c.get(j))) {
                    List<IExpr> moving = Expr.factors(term).stream()
                            .filter(f -> !Expr.isFreeOf(f, eps))
                            .toList();
                    IExpr wave = Expr.times(moving);
                    waves.add(wave);
                    amplitudes
                            .computeIfAbsent(wave, w -> new ArrayList<>())
                            .add(Expr.times(Expr.divide(term, wave), moved));
                }
            }
            DifferentialField all = DifferentialField.of(
                    amplitudes.values().stream().flatMap(List::stream).toList(), Set.of(), assumptions);
            out.put(
                    x.get(i),
                    Expr.plus(waves.stream()
                            .map(w -> Expr.times(
                                    all.tree(all.element(Expr.plus(Objects.requireNonNull(amplitudes.get(w))))), w))
                            .toList()));
        }
        return out;
    }
}
