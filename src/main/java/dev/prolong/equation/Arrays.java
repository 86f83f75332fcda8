package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The vectors and matrices of a system: which components each has. */
final class Arrays {
    /** All components of all arrays together. */
    static final int MOST_COMPONENTS = 4096;

    private final Diagnostics diagnostics;
    private final Map<String, Set<List<Integer>>> components = new LinkedHashMap<>();
    private int count;

    Arrays(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The arrays that these names are components of. */
    static Arrays among(Collection<String> names, Diagnostics diagnostics) {
        Arrays arrays = new Arrays(diagnostics);
        names.stream()
                .flatMap(n -> ComponentName.of(n).stream())
                .forEach(c -> arrays.components
                        .computeIfAbsent(c.array(), k -> new LinkedHashSet<>())
                        .add(c.indices()));
        return arrays;
    }

    /** Declares components; whether they were all new and fit those there already. */
    boolean declare(Name name, List<List<Integer>> indices, Span span) {
        Set<List<Integer>> known = components.computeIfAbsent(name.text(), k -> new LinkedHashSet<>());
        count += indices.size();
        checkCount(count, span);
        boolean fits = known.stream().allMatch(k -> k.size() == indices.get(0).size());
        if (!fits || indices.stream().anyMatch(known::contains)) {
            diagnostics.report(DiagnosticKind.DUPLICATE_DECLARATION, span, name.text(), "a vector or matrix");
            return false;
        }
        known.addAll(indices);
        return true;
    }

    void checkCount(long components, Span span) {
        if (components > MOST_COMPONENTS) {
            throw Diagnostic.of(
                            DiagnosticKind.TOO_MANY_COMPONENTS,
                            diagnostics.source(),
                            span,
                            Integer.toString(MOST_COMPONENTS))
                    .asException();
        }
    }

    boolean isArray(String name) {
        return components.containsKey(name);
    }

    Collection<List<Integer>> components(String name) {
        return components.getOrDefault(name, Set.of());
    }

    /** The component of a declared array; reports where there is none. Undeclared arrays have every component. */
    Optional<ComponentName> component(Name array, List<Integer> indices, Span span) {
        Set<List<Integer>> known = components.get(array.text());
        if (known == null || known.contains(indices)) {
            return Optional.of(new ComponentName(array.text(), indices));
        }
        List<Integer> first = known.iterator().next();
        String example = new ComponentName(array.text(), first).text();
        if (first.size() != indices.size()) {
            String takes = first.size() == 1 ? "1 index" : first.size() + " indices";
            diagnostics.report(
                    DiagnosticKind.WRONG_INDEX_COUNT,
                    span,
                    array.text(),
                    takes,
                    Integer.toString(indices.size()),
                    example);
        } else {
            List<Integer> last = known.stream().reduce((a, b) -> b).orElseThrow();
            diagnostics.report(
                    DiagnosticKind.INDEX_OUT_OF_RANGE,
                    span,
                    new ComponentName(array.text(), indices).text(),
                    example,
                    new ComponentName(array.text(), last).text());
        }
        return Optional.empty();
    }
}
