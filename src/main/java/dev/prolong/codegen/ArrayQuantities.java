package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The quantities of a request that a target for arrays can compute, and why not the others. */
final class ArrayQuantities {
    /** A quantity, with what its functions compute. */
    record Entry(String name, Judged<ConservedQuantity> judged, QuantityFormulas first, SecondOrder second) {
        IExpr expression() {
            return judged.claim().expression();
        }

        /** Where it is claimed; empty: wherever it is real. */
        Optional<IExpr> domain() {
            return judged.claim().domain().filter(d -> !d.equals(Condition.TRUE));
        }

        /** The value, then all first derivatives. */
        List<IExpr> valueAndGradient() {
            List<IExpr> out = new ArrayList<>(List.of(first.value()));
            out.addAll(first.gradient());
            return out;
        }

        private List<IExpr> all() {
            List<IExpr> out = valueAndGradient();
            domain().ifPresent(out::add);
            out.add(second.rate());
            out.addAll(second.ofRate());
            out.addAll(second.ofNorm());
            return out;
        }
    }

    private final CodeRequest request;
    private final List<ISymbol> symbols = new ArrayList<>();
    private final List<ISymbol> velocities;
    private final List<Entry> entries = new ArrayList<>();
    private final List<GeneratedFiles.Skipped> skipped = new ArrayList<>();

    ArrayQuantities(CodeRequest request, ArrayFunctions functions) {
        this.request = request;
        symbols.add(request.system().independent());
        symbols.addAll(request.coordinates());
        symbols.addAll(request.system().parameters());
        velocities = request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " velocity"))
                .toList();
        for (int i = 0; i < request.quantities().size(); i++) {
            add(CodeRequest.name(i), request.quantities().get(i), functions);
        }
        if (!request.system().functions().isEmpty()) {
            skipped.add(new GeneratedFiles.Skipped("model", "it contains a function without a formula"));
        }
    }

    private void add(String name, Judged<ConservedQuantity> judged, ArrayFunctions functions) {
        Optional<String> obstacle = JavaTarget.obstacle(request, judged);
        if (obstacle.isEmpty()) {
            StableForms stable = StableForms.instance();
            boolean proved = judged.verdict() instanceof Verdict.Proved;
            QuantityFormulas first = QuantityFormulas.of(
                    judged.claim().expression(), request.system(), request.coordinates(), proved, stable);
            Entry entry = new Entry(name, judged, first, SecondOrder.of(first, request, velocities, stable));
            obstacle = functions.obstacle(entry.all());
            if (obstacle.isEmpty()) {
                entries.add(entry);
            }
        }
        obstacle.ifPresent(reason -> skipped.add(new GeneratedFiles.Skipped(name, reason)));
    }

    List<Entry> entries() {
        return entries;
    }

    /** {@code t}, the coordinates, the parameters. */
    List<ISymbol> symbols() {
        return symbols;
    }

    /** {@code t}, the coordinates, their velocities, the parameters. */
    List<ISymbol> movingSymbols() {
        List<ISymbol> out = new ArrayList<>(symbols);
        out.addAll(1 + velocities.size(), velocities);
        return out;
    }

    List<GeneratedFiles.Skipped> skipped() {
        return skipped;
    }

    /** The right side of the model; empty, and said so, where it cannot be computed. */
    Optional<List<IExpr>> rightSide(ArrayFunctions functions) {
        if (!request.system().functions().isEmpty()) {
            return Optional.empty();
        }
        List<IExpr> rightSide =
                ModelFormulas.of(request, StableForms.instance()).rightSide();
        Optional<String> obstacle = functions.obstacle(rightSide);
        obstacle.ifPresent(reason -> skipped.add(new GeneratedFiles.Skipped("model", reason)));
        return obstacle.isPresent() ? Optional.empty() : Optional.of(rightSide);
    }

    /** The laws by which gradients are audited; empty where there are none, and said so where one has no form in whole arrays. */
    Optional<LawContractions> audit() {
        Optional<AuditLaws> laws = AuditLaws.discrete(request);
        Optional<LawContractions> forms = laws.flatMap(LawContractions::of);
        if (laws.isPresent() && forms.isEmpty()) {
            skipped.add(new GeneratedFiles.Skipped("audit", "a law has no form in whole arrays"));
        }
        return forms;
    }

    /** {@code manifest.json}. */
    GeneratedFile manifest(Function<Entry, String> code) {
        Manifest manifest = new Manifest(
                request.system().independent().getSymbolName(),
                names(request.coordinates()),
                names(request.system().parameters()),
                entries.stream()
                        .map(e -> new Manifest.Entry(
                                e.name(),
                                code.apply(e),
                                InputForm.of(e.expression()),
                                e.judged().verdict().word(),
                                e.judged().claim().domain().map(InputForm::of).orElse("")))
                        .toList(),
                skipped);
        return new GeneratedFile("manifest.json", manifest.json());
    }

    private static List<String> names(List<ISymbol> symbols) {
        return symbols.stream().map(ISymbol::getSymbolName).toList();
    }
}
