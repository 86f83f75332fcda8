package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.HalfAngles;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Solutions p of {@code p' = −aᵀ p}: for every b with {@code b' = a b} the product {@code p·b} is constant. The coefficients are functions
 * of one variable.
 *
 * <p>The system falls into blocks, each coupled to those before it; a block is one equation for a {@link CyclicVector}, whose solutions
 * are those of {@link LinearOde}. For blocks of two the equation is that of b, {@code p = w (b_2, −b_1)} with {@code w' = −tr(a) w}.
 * Source: Coddington and Levinson, Theory of Ordinary Differential Equations, section 3.2.
 */
public final class AdjointSystem {
    /** States of a block; of larger ones the equation is long. */
    private static final int LARGEST_BLOCK = 3;
    /** The longest equation for a cyclic vector. */
    private static final long LONGEST = 150;

    private final ISymbol t;
    private final List<Assumption> assumptions;
    private final LinearOde odes;
    private final DifferentialField field;
    private final List<List<FieldElement>> m;

    private AdjointSystem(ISymbol t, List<List<IExpr>> a, List<Assumption> assumptions, KernelSupply kernels) {
        this.t = t;
        this.assumptions = assumptions;
        this.odes = new LinearOde(assumptions, kernels);
        List<IExpr> entries = a.stream().flatMap(List::stream).toList();
        this.field = DifferentialField.of(entries, Set.of(t), assumptions);
        this.m = negatedTranspose(
                a.stream().map(r -> r.stream().map(field::element).toList()).toList());
    }

    /** Independent solutions: as many as there are rows where all equations could be solved. */
    public static List<List<IExpr>> solutions(
            ISymbol t, List<List<IExpr>> a, List<Assumption> assumptions, KernelSupply kernels) {
        try {
            return new AdjointSystem(t, a, assumptions, kernels).solutions();
        } catch (NotSmoothException | ArithmeticException outside) {
            return List.of();
        }
    }

    private List<List<FieldElement>> negatedTranspose(List<List<FieldElement>> rows) {
        List<List<FieldElement>> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int column = i;
            out.add(rows.stream().map(r -> field.negate(r.get(column))).toList());
        }
        return out;
    }

    private List<List<IExpr>> solutions() {
        List<List<Integer>> blocks = blocks();
        List<List<IExpr>> out = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            for (List<IExpr> start : homogeneous(blocks.get(b))) {
                List<IExpr> p = new ArrayList<>(Collections.nCopies(m.size(), Expr.ZERO));
                put(p, blocks.get(b), start);
                boolean whole = true;
                for (int c = b + 1; c < blocks.size() && whole; c++) {
                    whole = continued(p, blocks.get(c));
                }
                if (whole) {
                    out.add(List.copyOf(p));
                }
            }
        }
        return out;
    }

    private static void put(List<IExpr> p, List<Integer> block, List<IExpr> values) {
        for (int i = 0; i < block.size(); i++) {
            p.set(block.get(i), values.get(i));
        }
    }

    /** Solves for the components of a block, those before it being known; whether that could be done. */
    private boolean continued(List<IExpr> p, List<Integer> block) {
        List<IExpr> source = new ArrayList<>();
        for (int i : block) {
            List<IExpr> terms = new ArrayList<>();
            for (int j = 0; j < p.size(); j++) {
                terms.add(Expr.times(field.tree(m.get(i).get(j)), p.get(j)));
            }
            source.add(Normal.readable(Expr.plus(terms), assumptions));
        }
        if (source.stream().allMatch(Expr.ZERO::equals)) {
            return true;
        }
        Optional<List<IExpr>> values = particular(block, source);
        values.ifPresent(v -> put(p, block, v));
        return values.isPresent();
    }

    /** Components that depend on each other, each block after those on which it depends. */
    private List<List<Integer>> blocks() {
        int n = m.size();
        boolean[][] on = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                on[i][j] = i == j || !m.get(i).get(j).isZero();
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    on[i][j] |= on[i][k] && on[k][j];
                }
            }
        }
        List<List<Integer>> out = new ArrayList<>();
        IntStream.range(0, n)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(
                        i -> (int) IntStream.range(0, n).filter(j -> on[i][j]).count()))
                .forEach(i -> {
                    if (out.stream().noneMatch(b -> b.contains(i))) {
                        out.add(IntStream.range(0, n)
                                .filter(j -> on[i][j] && on[j][i])
                                .boxed()
                                .toList());
                    }
                });
        return out;
    }

    private List<List<FieldElement>> own(List<Integer> block) {
        return block.stream()
                .map(i -> block.stream().map(j -> m.get(i).get(j)).toList())
                .toList();
    }

    private List<List<IExpr>> homogeneous(List<Integer> block) {
        if (block.size() > LARGEST_BLOCK) {
            return List.of();
        }
        List<List<FieldElement>> own = own(block);
        if (block.size() == 1) {
            return odes.exponential(HalfAngles.away(field.tree(own.get(0).get(0)), assumptions), t).stream()
                    .map(List::of)
                    .toList();
        }
        if (block.size() > 2) {
            return solved(own);
        }
        IExpr trace = HalfAngles.away(
                field.tree(field.add(own.get(0).get(0), own.get(1).get(1))), assumptions);
        return odes.exponential(trace, t).stream()
                .flatMap(w -> solved(negatedTranspose(own)).stream()
                        .map(b -> List.of(
                                readable(Expr.times(w, b.get(1))), readable(Expr.times(Expr.MINUS_ONE, w, b.get(0))))))
                .toList();
    }

    private List<List<IExpr>> solved(List<List<FieldElement>> own) {
        Optional<CyclicVector> c =
                CyclicVector.shortest(field, t, own, assumptions).filter(v -> v.size() < LONGEST);
        List<IExpr> none = Collections.nCopies(own.size(), Expr.ZERO);
        return c.stream()
                .flatMap(v -> odes.fundamental(t, v.law(), List.of(t)).stream()
                        .map(u -> v.solution(u, v.shifts(none)).stream()
                                .map(this::readable)
                                .toList()))
                .toList();
    }

    private Optional<List<IExpr>> particular(List<Integer> block, List<IExpr> source) {
        List<List<IExpr>> homogeneous = homogeneous(block);
        if (homogeneous.size() < block.size()) {
            return Optional.empty();
        }
        return CyclicVector.shortest(field, t, own(block), assumptions)
                .filter(c -> c.size() < LONGEST)
                .flatMap(c -> {
                    List<IExpr> shifts = c.shifts(source);
                    List<IExpr> known = homogeneous.stream().map(c::combination).toList();
                    IExpr u = odes.particular(t, c.law(), known, readable(c.source(shifts)));
                    return KernelProducts.haveLinearLaws(u, assumptions)
                            ? Optional.of(c.solution(u, shifts).stream()
                                    .map(this::readable)
                                    .toList())
                            : Optional.empty();
                });
    }

    private IExpr readable(IExpr e) {
        return Normal.readable(e, assumptions);
    }
}
