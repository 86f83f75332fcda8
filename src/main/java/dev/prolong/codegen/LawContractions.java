package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.ComponentName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Laws of backpropagation as sums of contractions of whole arrays, in the index notation of A. Einstein: the entries {@code [i,k]} of {@code u zᵀ +
 * v W^T} are {@code u_i z_k + v_im W_km}. The sizes of the arrays do not occur in it.
 */
record LawContractions(AuditLaws laws, List<Law> forms) {
    /** {@code coefficient · adjoint of the first array · other arrays}, the indices of each as letters. */
    record Term(String coefficient, List<String> arrays, List<String> letters) {}

    /**
     * Laws that are the entries of one array.
     *
     * @param letters the indices of this array
     */
    record Law(String text, String letters, List<Term> terms) {}

    private record Key(IRational coefficient, List<String> arrays) {}

    private record Monomial(Key key, List<List<Integer>> indices) {}

    private static final Pattern ENTRY = Pattern.compile("(.*)\\[([0-9]{1,9}(?:,[0-9]{1,9})*)\\]");
    private static final String KEPT = "ijkl";
    private static final String SUMMED = "mopq";

    LawContractions {
        forms = List.copyOf(forms);
    }

    /** All laws in this form; empty where one has none, or where the sizes of the arrays leave open which form it is. */
    static Optional<LawContractions> of(AuditLaws laws) {
        return new LawContractions(laws, List.of()).all().map(forms -> new LawContractions(laws, forms));
    }

    /** The arrays of the states, in order. */
    List<ParameterArrays> states() {
        return ParameterArrays.of(laws.states());
    }

    /** The arrays of the parameters, in order. */
    List<ParameterArrays> parameters() {
        return ParameterArrays.of(laws.parameters());
    }

    private Optional<List<Law>> all() {
        Map<String, Map<List<Integer>, Integer>> groups = new LinkedHashMap<>();
        for (int k = 0; k < laws.size(); k++) {
            Matcher m = ENTRY.matcher(laws.text(k));
            boolean entry = m.matches();
            List<Integer> at = entry
                    ? Arrays.stream(m.group(2).split(",", -1))
                            .map(Integer::valueOf)
                            .toList()
                    : List.of();
            groups.computeIfAbsent(entry ? m.group(1) : laws.text(k), t -> new LinkedHashMap<>())
                    .put(at, k);
        }
        List<Law> out = new ArrayList<>();
        for (Map.Entry<String, Map<List<Integer>, Integer>> group : groups.entrySet()) {
            Optional<Law> law = law(group.getKey(), group.getValue());
            if (law.isEmpty()) {
                return Optional.empty();
            }
            out.add(law.get());
        }
        int found = groups.values().stream().mapToInt(Map::size).sum();
        return found == laws.size() ? Optional.of(out) : Optional.empty();
    }

    private Optional<Law> law(String text, Map<List<Integer>, Integer> entries) {
        Map<Key, Map<List<Integer>, Set<List<List<Integer>>>>> terms = new LinkedHashMap<>();
        for (Map.Entry<List<Integer>, Integer> entry : entries.entrySet()) {
            Optional<List<Monomial>> monomials =
                    monomials(laws.laws().get(entry.getValue()).expression());
            if (monomials.isEmpty()) {
                return Optional.empty();
            }
            for (Monomial m : monomials.get()) {
                terms.computeIfAbsent(m.key(), x -> new LinkedHashMap<>())
                        .computeIfAbsent(entry.getKey(), x -> new LinkedHashSet<>())
                        .add(m.indices());
            }
        }
        int rank = entries.keySet().iterator().next().size();
        long box = 1;
        for (int j = 0; j < rank; j++) {
            int place = j;
            box *= entries.keySet().stream().map(at -> at.get(place)).distinct().count();
        }
        if (box != entries.size()) {
            return Optional.empty();
        }
        List<Term> out = new ArrayList<>();
        for (Map.Entry<Key, Map<List<Integer>, Set<List<List<Integer>>>>> term : terms.entrySet()) {
            if (!term.getValue().keySet().equals(entries.keySet())) {
                return Optional.empty();
            }
            Optional<List<String>> letters = letters(term.getKey(), term.getValue(), rank);
            if (letters.isEmpty()) {
                return Optional.empty();
            }
            out.add(new Term(
                    new JavaExpression(Map.of()).of(term.getKey().coefficient()),
                    term.getKey().arrays(),
                    letters.get()));
        }
        return Optional.of(new Law(text, KEPT.substring(0, rank), out));
    }

    /** The letter of each index of each operand; empty unless there is just one way, and it gives these monomials. */
    private Optional<List<String>> letters(Key key, Map<List<Integer>, Set<List<List<Integer>>>> found, int rank) {
        List<String> out = new ArrayList<>();
        List<List<Integer>> summed = new ArrayList<>();
        List<Integer> extents = new ArrayList<>();
        for (int o = 0; o < key.arrays().size(); o++) {
            StringBuilder letters = new StringBuilder();
            List<Integer> shape = shape(key.arrays().get(o));
            for (int place = 0; place < shape.size(); place++) {
                List<Integer> values = values(found, o, place);
                if (shape.get(place) < 2 || values.stream().distinct().count() != shape.get(place)) {
                    return Optional.empty();
                }
                List<Integer> kept = new ArrayList<>();
                for (int j = 0; j < rank; j++) {
                    if (values.equals(kept(found, j))) {
                        kept.add(j);
                    }
                }
                if (kept.size() > 1) {
                    return Optional.empty();
                }
                if (kept.isEmpty() && !summed.contains(values)) {
                    summed.add(values);
                    extents.add(shape.get(place));
                }
                letters.append(kept.isEmpty() ? SUMMED.charAt(summed.indexOf(values)) : KEPT.charAt(kept.get(0)));
            }
            out.add(letters.toString());
        }
        int passes = extents.stream().reduce(1, (a, b) -> a * b);
        boolean whole = found.values().stream().allMatch(s -> s.size() == passes);
        return whole && summed.size() <= SUMMED.length() ? Optional.of(out) : Optional.empty();
    }

    /** The index at a place of an operand, in all monomials. */
    private static List<Integer> values(Map<List<Integer>, Set<List<List<Integer>>>> found, int operand, int place) {
        return found.values().stream()
                .flatMap(Set::stream)
                .map(m -> m.get(operand).get(place))
                .toList();
    }

    /** The index of the law at a place, for all monomials. */
    private static List<Integer> kept(Map<List<Integer>, Set<List<List<Integer>>>> found, int place) {
        return found.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(m -> e.getKey().get(place)))
                .toList();
    }

    private List<Integer> shape(String array) {
        return Stream.concat(states().stream(), parameters().stream())
                .filter(a -> a.name().equals(array))
                .findFirst()
                .map(ParameterArrays::shape)
                .orElse(List.of());
    }

    /** The monomials of a law, which is linear in the adjoints; empty where a factor is no symbol. */
    private Optional<List<Monomial>> monomials(IExpr law) {
        List<Monomial> out = new ArrayList<>();
        for (Map.Entry<ISymbol, ISymbol> pair : laws.adjoints().entrySet()) {
            for (IExpr term : Expr.terms(Differentiation.derivative(law, pair.getValue()))) {
                if (term.isZero()) {
                    continue;
                }
                IRational coefficient = (IRational) Expr.ONE;
                List<ISymbol> symbols = new ArrayList<>();
                for (IExpr f : Expr.factors(term)) {
                    if (f instanceof IRational q) {
                        coefficient = q;
                    } else if (!add(f, symbols)) {
                        return Optional.empty();
                    }
                }
                List<String> arrays = new ArrayList<>(List.of(array(pair.getKey())));
                List<List<Integer>> indices = new ArrayList<>(List.of(indices(pair.getKey())));
                for (ISymbol s : symbols) {
                    arrays.add(array(s));
                    indices.add(indices(s));
                }
                out.add(new Monomial(new Key(coefficient, arrays), indices));
            }
        }
        return Optional.of(out);
    }

    /** Adds a state or parameter as often as it is a factor. */
    private boolean add(IExpr factor, List<ISymbol> symbols) {
        IExpr base = Expr.isPower(factor) ? ((IAST) factor).arg1() : factor;
        IExpr exponent = Expr.isPower(factor) ? ((IAST) factor).arg2() : Expr.ONE;
        if (!(base instanceof ISymbol s)
                || !laws.adjoints().containsKey(s)
                || !(exponent instanceof IRational q)
                || !q.isInteger()
                || q.isNegative()
                || q.toBigNumerator().bitLength() > 3) {
            return false;
        }
        for (int i = 0; i < q.toBigNumerator().intValue(); i++) {
            symbols.add(s);
        }
        return true;
    }

    private static String array(ISymbol s) {
        return ComponentName.of(s.getSymbolName()).map(ComponentName::array).orElse(s.getSymbolName());
    }

    private static List<Integer> indices(ISymbol s) {
        return ComponentName.of(s.getSymbolName()).map(ComponentName::indices).orElse(List.of());
    }
}
