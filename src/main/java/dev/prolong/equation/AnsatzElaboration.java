package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Spelling;
import dev.prolong.syntax.AnsatzSyntax;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.OdeParser;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** Gives the choice of an ansatz its meaning for a system. */
public final class AnsatzElaboration {

    private static final BigInteger LARGEST_DEGREE = BigInteger.valueOf(30);

    private final DifferentialSystem system;
    private final Diagnostics diagnostics;

    private AnsatzElaboration(DifferentialSystem system, Diagnostics diagnostics) {
        this.system = system;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads an ansatz, as the option {@code --ansatz} has it.
     *
     * @throws dev.prolong.source.DiagnosticException if it is unknown or does not fit the system
     */
    public static AnsatzChoice parse(SourceText source, DifferentialSystem system) {
        Diagnostics diagnostics = new Diagnostics(source);
        AnsatzChoice choice = of(OdeParser.parseAnsatz(source), system, diagnostics);
        diagnostics.throwIfAny();
        return choice;
    }

    static AnsatzChoice of(AnsatzSyntax syntax, DifferentialSystem system, Diagnostics diagnostics) {
        AnsatzElaboration elaboration = new AnsatzElaboration(system, diagnostics);
        return syntax instanceof AnsatzSyntax.Named named
                ? elaboration.named(named)
                : elaboration.explicit((AnsatzSyntax.Explicit) syntax);
    }

    private AnsatzChoice named(AnsatzSyntax.Named named) {
        String name = named.name().text();
        Optional<AnsatzChoice.Kind> found = Arrays.stream(AnsatzChoice.Kind.values())
                .filter(k -> k.text().equals(name) && k != AnsatzChoice.Kind.EXPLICIT)
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = Arrays.stream(AnsatzChoice.Kind.values())
                    .filter(k -> k != AnsatzChoice.Kind.EXPLICIT)
                    .map(AnsatzChoice.Kind::text)
                    .toList();
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.UNKNOWN_ANSATZ,
                            diagnostics.source(),
                            named.name().span(),
                            name)
                    .suggesting(Spelling.nearest(name, known)));
            return AnsatzChoice.of(AnsatzChoice.Kind.AUTO);
        }
        boolean wantsDegree = found.get() == AnsatzChoice.Kind.POLYNOMIAL;
        if (wantsDegree != !named.degrees().isEmpty()) {
            String message = wantsDegree ? "polynomial needs a degree" : "the ansatz " + name + " takes no degree";
            diagnostics.report(DiagnosticKind.BAD_ANSATZ, named.span(), message);
            return AnsatzChoice.of(AnsatzChoice.Kind.AUTO);
        }
        return wantsDegree ? polynomial(named) : AnsatzChoice.of(found.get());
    }

    private AnsatzChoice polynomial(AnsatzSyntax.Named named) {
        BigInteger degree = named.degrees().get(0).numerator();
        boolean whole = named.degrees().get(0).denominator().equals(BigInteger.ONE);
        if (!whole || degree.compareTo(LARGEST_DEGREE) > 0) {
            diagnostics.report(
                    DiagnosticKind.BAD_ANSATZ,
                    named.degrees().get(0).span(),
                    "the degree must be a whole number up to " + LARGEST_DEGREE);
            return AnsatzChoice.of(AnsatzChoice.Kind.AUTO);
        }
        return new AnsatzChoice(AnsatzChoice.Kind.POLYNOMIAL, degree.intValueExact(), Map.of());
    }

    private AnsatzChoice explicit(AnsatzSyntax.Explicit explicit) {
        Coordinates coordinates = new Coordinates(system);
        Map<String, List<String>> dependence = new LinkedHashMap<>();
        for (AnsatzSyntax.Dependence item : explicit.dependences()) {
            Name name = item.infinitesimal();
            Optional<String> coordinate = coordinates.named(name.text());
            if (coordinate.isEmpty()) {
                diagnostics.report(DiagnosticKind.UNKNOWN_INFINITESIMAL, name.span(), name.text(), coordinates.list());
            } else if (dependence.putIfAbsent(coordinate.get(), variables(item)) != null) {
                diagnostics.report(
                        DiagnosticKind.BAD_ANSATZ, item.span(), "the infinitesimal " + name.text() + " is given twice");
            }
        }
        for (ISymbol coordinate : system.jetSpace().base()) {
            if (!dependence.containsKey(coordinate.getSymbolName()) && diagnostics.isEmpty()) {
                diagnostics.report(
                        DiagnosticKind.BAD_ANSATZ,
                        explicit.span(),
                        "the infinitesimal of " + coordinate.getSymbolName() + " is missing");
            }
        }
        return new AnsatzChoice(AnsatzChoice.Kind.EXPLICIT, 0, dependence);
    }

    private List<String> variables(AnsatzSyntax.Dependence item) {
        List<String> variables = new ArrayList<>();
        for (Name variable : item.variables()) {
            boolean known = system.jetSpace().base().stream()
                    .anyMatch(s -> s.getSymbolName().equals(variable.text()));
            if (known) {
                variables.add(variable.text());
            } else {
                diagnostics.report(
                        DiagnosticKind.UNKNOWN_COORDINATE,
                        variable.span(),
                        variable.text(),
                        new Coordinates(system).list());
            }
        }
        return variables;
    }
}
