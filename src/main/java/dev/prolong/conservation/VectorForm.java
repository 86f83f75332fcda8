package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.equation.ComponentName;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes a pairing law in vectors and matrices. Its terms {@code coefficient · adjoint · variable} are grouped by the arrays of the
 * adjoint and the variable; a group that is an entry of a product, {@code Σ_m A[i,m] B[k,m] = (A Bᵀ)[i,k]}, or the product of all entries,
 * {@code ⟨A, B⟩}, is written so.
 */
final class VectorForm {
    private final Map<ISymbol, ISymbol> adjoints;
    private final ISymbol independent;
    private final List<ISymbol> states;
    private final Map<String, Set<List<Integer>>> shapes = new LinkedHashMap<>();

    /**
     * For sums of products of an adjoint with what it is adjoint to.
     *
     * @param states of the forward model, for the part with {@code f}
     */
    VectorForm(Map<ISymbol, ISymbol> adjoints, ISymbol independent, List<ISymbol> states) {
        this.adjoints = adjoints;
        this.independent = independent;
        this.states = List.copyOf(states);
        Set<ISymbol> all = new LinkedHashSet<>(adjoints.values());
        all.addAll(adjoints.keySet());
        for (ISymbol s : all) {
            Factor f = factor(s);
            shapes.computeIfAbsent(f.array(), k -> new LinkedHashSet<>()).add(f.indices());
        }
    }

    /** A component of an array; a scalar is an array without indices. */
    private record Factor(String array, List<Integer> indices) {}

    private record Pair(Factor adjoint, Factor variable) {}

    private record Group(String adjoint, String variable, IExpr coefficient) {}

    private static Factor factor(ISymbol s) {
        String name = s.getSymbolName();
        return ComponentName.of(name)
                .map(c -> new Factor(c.array(), c.indices()))
                .orElseGet(() -> new Factor(name, List.of()));
    }

    /** The law of a transformation; where a part is no entry of a product, the quantity as it is. */
    ArrayLaw of(Generator x, IExpr quantity) {
        return law(x).orElseGet(() -> ArrayLaw.scalar(InputForm.of(quantity)));
    }

    private Optional<ArrayLaw> law(Generator x) {
        Map<Group, List<Pair>> groups = new LinkedHashMap<>();
        for (Map.Entry<ISymbol, ISymbol> pair : adjoints.entrySet()) {
            for (IExpr term : Expr.terms(x.along(pair.getKey()))) {
                if (!add(pair.getValue(), term, groups)) {
                    return Optional.empty();
                }
            }
        }
        List<LawPart> entries = new ArrayList<>();
        List<IExpr> coefficients = new ArrayList<>();
        for (Map.Entry<Group, List<Pair>> group : groups.entrySet()) {
            Optional<LawPart> entry = entry(group.getKey(), group.getValue());
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
            coefficients.add(group.getKey().coefficient());
        }
        return time(x).map(t -> LawPart.sum(entries, coefficients, t));
    }

    private boolean add(ISymbol adjoint, IExpr term, Map<Group, List<Pair>> groups) {
        List<IExpr> coefficient = new ArrayList<>();
        List<Factor> variables = new ArrayList<>();
        for (IExpr f : Expr.factors(term)) {
            if (f instanceof IRational) {
                coefficient.add(f);
            } else if (f instanceof ISymbol s && !s.equals(independent)) {
                variables.add(factor(s));
            } else {
                return false;
            }
        }
        if (variables.size() > 1) {
            return false;
        }
        Factor variable = variables.isEmpty() ? new Factor("", List.of()) : variables.get(0);
        Factor a = factor(adjoint);
        groups.computeIfAbsent(new Group(a.array(), variable.array(), Expr.times(coefficient)), k -> new ArrayList<>())
                .add(new Pair(a, variable));
        return true;
    }

    /** What the sum over the pairs is an entry of. */
    private Optional<LawPart> entry(Group group, List<Pair> pairs) {
        Set<List<Integer>> all = shapes.getOrDefault(group.adjoint(), Set.of());
        String a = group.adjoint();
        String b = group.variable();
        if (b.isEmpty() && pairs.size() == all.size() && all.size() > 1) {
            return Optional.of(LawPart.number("1ᵀ " + a));
        }
        if (b.isEmpty()) {
            return pairs.size() == 1
                    ? Optional.of(LawPart.of(a, pairs.get(0).adjoint().indices(), shape(a)))
                    : Optional.empty();
        }
        boolean same = pairs.stream()
                .allMatch(p -> p.adjoint().indices().equals(p.variable().indices()));
        if (same && pairs.size() == all.size()) {
            int rank = pairs.get(0).adjoint().indices().size();
            String name = rank == 0 ? product(a, b) : rank == 1 ? a + "·" + b : "⟨" + a + ", " + b + "⟩";
            return Optional.of(LawPart.number(name));
        }
        int rankA = pairs.get(0).adjoint().indices().size();
        int rankB = pairs.get(0).variable().indices().size();
        if (pairs.size() == 1 && rankA <= 1 && rankB <= 1) {
            List<Integer> at = new ArrayList<>(pairs.get(0).adjoint().indices());
            at.addAll(pairs.get(0).variable().indices());
            List<Integer> shape = new ArrayList<>(shape(a));
            shape.addAll(shape(b));
            if (rankA == 1 && rankB == 1) {
                return Optional.of(new LawPart(a + " " + b + "ᵀ", b + " " + a + "ᵀ", true, at, shape));
            }
            return Optional.of(LawPart.of(rankB == 0 ? product(a, b) : a + " " + b, at, shape));
        }
        if (rankA == 2 && rankB == 2) {
            return contracted(pairs, true).or(() -> contracted(pairs, false));
        }
        if (rankA == 1 && rankB == 2) {
            return matrixVector(pairs, b + "ᵀ " + a, true);
        }
        return rankA == 2 && rankB == 1 ? matrixVector(pairs, a + "ᵀ " + b, false) : Optional.empty();
    }

    /** {@code (A Bᵀ)[i,k] = Σ_m A[i,m] B[k,m]}, or {@code (Bᵀ A)[k,i] = Σ_m A[m,i] B[m,k]}, for the adjoint A and the variable B. */
    private Optional<LawPart> contracted(List<Pair> pairs, boolean adjointFirst) {
        int place = adjointFirst ? 1 : 0;
        int kept = 1 - place;
        Set<Integer> summed = new TreeSet<>();
        Set<List<Integer>> ends = new LinkedHashSet<>();
        for (Pair p : pairs) {
            int m = p.adjoint().indices().get(place);
            if (m != p.variable().indices().get(place)) {
                return Optional.empty();
            }
            summed.add(m);
            int i = p.adjoint().indices().get(kept);
            int k = p.variable().indices().get(kept);
            ends.add(adjointFirst ? List.of(i, k) : List.of(k, i));
        }
        String a = pairs.get(0).adjoint().array();
        String b = pairs.get(0).variable().array();
        boolean full = summed.size() == pairs.size() && summed.size() == extent(a, place);
        if (!full || ends.size() > 1) {
            return Optional.empty();
        }
        List<Integer> shape =
                adjointFirst ? List.of(extent(a, kept), extent(b, kept)) : List.of(extent(b, kept), extent(a, kept));
        String name = adjointFirst ? a + " " + b + "ᵀ" : b + "ᵀ " + a;
        String transposed = adjointFirst ? b + " " + a + "ᵀ" : a + "ᵀ " + b;
        return Optional.of(
                new LawPart(name, transposed, adjointFirst, ends.iterator().next(), shape));
    }

    /** {@code Σ_m B[m,k] a[m]}. */
    private Optional<LawPart> matrixVector(List<Pair> pairs, String name, boolean variableIsMatrix) {
        Set<Integer> ends = new TreeSet<>();
        for (Pair p : pairs) {
            Factor matrix = variableIsMatrix ? p.variable() : p.adjoint();
            Factor vector = variableIsMatrix ? p.adjoint() : p.variable();
            if (!matrix.indices().get(0).equals(vector.indices().get(0))) {
                return Optional.empty();
            }
            ends.add(matrix.indices().get(1));
        }
        Factor matrix =
                variableIsMatrix ? pairs.get(0).variable() : pairs.get(0).adjoint();
        return ends.size() == 1 && pairs.size() == extent(matrix.array(), 0)
                ? Optional.of(LawPart.of(name, List.copyOf(ends), List.of(extent(matrix.array(), 1))))
                : Optional.empty();
    }

    /** A scalar parameter stands in front of what it multiplies. */
    private String product(String adjoint, String variable) {
        boolean state = states.stream().anyMatch(s -> s.getSymbolName().equals(variable));
        return state ? adjoint + " " + variable : variable + " " + adjoint;
    }

    private List<Integer> shape(String array) {
        int rank = shapes.getOrDefault(array, Set.of()).stream()
                .findFirst()
                .map(List::size)
                .orElse(0);
        return IntStream.range(0, rank).mapToObj(k -> extent(array, k)).toList();
    }

    private int extent(String array, int place) {
        return (int) shapes.getOrDefault(array, Set.of()).stream()
                .map(k -> k.get(place))
                .distinct()
                .count();
    }

    /** {@code −T u·f}; empty where there is no such short form. */
    private Optional<String> time(Generator x) {
        IExpr time = x.along(independent);
        if (time.equals(Expr.ZERO)) {
            return Optional.of("");
        }
        Set<String> arrays = new LinkedHashSet<>();
        states.forEach(s -> arrays.add(factor(adjoints.getOrDefault(s, s)).array()));
        boolean vector = states.size() > 1;
        List<String> products =
                arrays.stream().map(u -> vector ? u + "·f" : u + " f").toList();
        String uf = products.size() == 1
                ? products.get(0)
                : "("
                        + String.join(
                                " + ",
                                arrays.stream().map(u -> u + "·f_" + primal(u)).toList())
                        + ")";
        IExpr factor = Expr.negate(time);
        if (factor.equals(Expr.ONE)) {
            return Optional.of(uf);
        }
        boolean minus = Expr.factors(factor).stream().anyMatch(f -> f instanceof IRational q && q.isNegative());
        IExpr size = minus ? Expr.negate(factor) : factor;
        String text = size.equals(Expr.ONE) ? uf : InputForm.of(size) + " " + uf;
        return Expr.isSum(factor) ? Optional.empty() : Optional.of(minus ? "- " + text : text);
    }

    /** The array or scalar of the forward model whose adjoint this is. */
    private String primal(String adjoint) {
        return states.stream()
                .filter(s -> factor(adjoints.getOrDefault(s, s)).array().equals(adjoint))
                .map(s -> factor(s).array())
                .findFirst()
                .orElse(adjoint);
    }
}
