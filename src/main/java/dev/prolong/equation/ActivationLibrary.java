package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.syntax.RuleFiles;
import dev.prolong.syntax.RuleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The known activations, read from rule files when first asked for. A file is parsed only if a name that is looked for occurs in it.
 *
 * <p>Safe for use by several threads.
 */
public final class ActivationLibrary {

    private static final String KIND = "activation";

    private static final ActivationLibrary STANDARD = new ActivationLibrary(List.of());

    private final List<SourceText> more;
    private final Map<String, List<RuleRow>> parsed = new HashMap<>();
    private final Map<String, ActivationRule> rules = new HashMap<>();
    private final Set<String> expanding = new HashSet<>();

    private ActivationLibrary(List<SourceText> more) {
        this.more = List.copyOf(more);
    }

    /** The activations that come with prolong. */
    public static ActivationLibrary standard() {
        return STANDARD;
    }

    /** The files that come with prolong, read when first used. */
    private static final class Standard {
        static final List<SourceText> SOURCES = RuleFiles.standard("activations");
    }

    /** These activations and those of further rule files, which come first. */
    public ActivationLibrary with(List<SourceText> sources) {
        List<SourceText> all = new ArrayList<>(sources);
        all.addAll(more);
        return new ActivationLibrary(all);
    }

    private Stream<SourceText> sources() {
        return Stream.concat(more.stream(), Standard.SOURCES.stream());
    }

    /** All rules in the order of the files. */
    public List<ActivationRule> all() {
        return rows().stream().map(this::rule).toList();
    }

    /** All names and aliases, in the order of the files. */
    public List<String> names() {
        return rows().stream()
                .flatMap(r -> r.names().stream())
                .map(n -> n.text())
                .toList();
    }

    /**
     * The activation with a name or alias.
     *
     * @throws dev.prolong.source.DiagnosticException if its rule file has errors
     */
    public Optional<ActivationRule> find(String name) {
        return sources()
                .filter(s -> s.text().contains(name))
                .flatMap(s -> parse(s).stream())
                .filter(r -> r.names().stream().anyMatch(n -> n.text().equals(name)))
                .findFirst()
                .map(this::rule);
    }

    private List<RuleRow> rows() {
        return sources().flatMap(s -> parse(s).stream()).toList();
    }

    private synchronized List<RuleRow> parse(SourceText source) {
        List<RuleRow> known = parsed.get(source.name());
        if (known == null) {
            known = OdeParser.parseRules(source).stream()
                    .filter(r -> r.kind().text().equals(KIND))
                    .toList();
            parsed.put(source.name(), known);
        }
        return known;
    }

    private synchronized ActivationRule rule(RuleRow row) {
        String place = row.source().name() + "#" + row.span().start();
        ActivationRule known = rules.get(place);
        if (known == null) {
            if (!expanding.add(place)) {
                throw Diagnostic.of(DiagnosticKind.RECURSIVE_ACTIVATION, row.source(), row.span(), row.name())
                        .asException();
            }
            try {
                known = ActivationRule.of(row, this);
            } finally {
                expanding.remove(place);
            }
            rules.put(place, known);
        }
        return known;
    }
}
