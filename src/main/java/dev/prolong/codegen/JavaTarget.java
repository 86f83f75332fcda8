package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.group.GroupAction;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Java source for conserved quantities: one final class each, which needs nothing but the JDK, classes for the model, its groups and the
 * regularised loss, and a {@code manifest.json}.
 *
 * <p>The same request gives the same files, byte for byte. See {@code docs/generated-code.md}.
 */
public final class JavaTarget {
    private final CodeRequest request;
    private final List<GeneratedFile> files = new ArrayList<>();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<GeneratedFiles.Skipped> skipped = new ArrayList<>();

    private JavaTarget(CodeRequest request) {
        this.request = request;
    }

    /**
     * The files for what was derived.
     *
     * @param packageName of the classes; empty for the unnamed package
     * @param command that makes the same files again
     * @throws IllegalArgumentException where that is no name of a package, see {@link #isPackageName}
     */
    public static GeneratedFiles generate(DerivationResult result, String packageName, String command) {
        return generate(CodeRequest.of(result, packageName, command));
    }

    /** Whether classes can be generated into a package of this name. */
    public static boolean isPackageName(String name) {
        return JavaNames.isPackageName(name);
    }

    /** The files for all quantities that are proved or supported, for the model, its groups and its loss; pure, nothing is written. */
    public static GeneratedFiles generate(CodeRequest request) {
        return new JavaTarget(request).generate(false);
    }

    /** The same with a JUnit test beside each quantity. */
    public static GeneratedFiles generateWithTests(CodeRequest request) {
        return new JavaTarget(request).generate(true);
    }

    private GeneratedFiles generate(boolean withTests) {
        List<ClassName> quantities = new ArrayList<>();
        for (int i = 0; i < request.quantities().size(); i++) {
            Judged<ConservedQuantity> judged = request.quantities().get(i);
            String name = CodeRequest.name(i);
            Optional<String> obstacle = obstacle(request, judged);
            if (obstacle.isPresent()) {
                skipped.add(new GeneratedFiles.Skipped(name, obstacle.get()));
                continue;
            }
            ClassName type = type(name);
            boolean proved = judged.verdict() instanceof Verdict.Proved;
            add(
                    type,
                    new QuantityClass(request, judged.claim(), proved)
                            .source(type, HeaderComment.of(request, name, judged)));
            entries.add(entry(name, type, judged));
            quantities.add(type);
        }
        if (request.system().functions().isEmpty()) {
            addModel(quantities, withTests);
        } else {
            skipped.add(new GeneratedFiles.Skipped("model", "it contains a function without a formula"));
        }
        AuditLaws.discrete(request)
                .ifPresent(laws -> add(type("Audit"), new AuditClass(request, laws).source(type("Audit"))));
        LawGradients.of(request)
                .ifPresent(
                        laws -> add(type("Gradients"), new LawGradientsClass(request, laws).source(type("Gradients"))));
        Manifest manifest = new Manifest(
                request.system().independent().getSymbolName(),
                request.coordinates().stream().map(ISymbol::getSymbolName).toList(),
                request.system().parameters().stream()
                        .map(ISymbol::getSymbolName)
                        .toList(),
                entries,
                skipped);
        files.add(new GeneratedFile("manifest.json", manifest.json()));
        return new GeneratedFiles(files, skipped);
    }

    private void addModel(List<ClassName> quantities, boolean withTests) {
        ClassName model = type("Model");
        add(model, new ModelClass(request).source(model));
        Map<Integer, GroupAction> flows = new TreeMap<>();
        for (int i = 0; i < request.group().size(); i++) {
            if (FlowClass.isComputable(request, request.group().get(i))) {
                flows.put(i + 1, request.group().get(i));
            }
        }
        if (!flows.isEmpty()) {
            ClassName flow = type("Flow");
            add(flow, new FlowClass(request, flows).source(flow));
        }
        if (!quantities.isEmpty()) {
            LossClass loss = new LossClass(request);
            add(type("Loss"), loss.source(type("Loss"), quantities));
            for (ClassName quantity : withTests ? quantities : List.<ClassName>of()) {
                ClassName test = ClassName.get(request.packageName(), quantity.simpleName() + "Test");
                add(test, loss.test(test, quantity, model));
            }
        }
    }

    private ClassName type(String suffix) {
        return ClassName.get(
                request.packageName(), JavaNames.className(request.system().name()) + suffix);
    }

    private void add(ClassName type, String source) {
        String directory =
                request.packageName().isEmpty() ? "" : request.packageName().replace('.', '/') + "/";
        files.add(new GeneratedFile(directory + type.simpleName() + ".java", source));
    }

    private static Manifest.Entry entry(String name, ClassName type, Judged<ConservedQuantity> judged) {
        ConservedQuantity quantity = judged.claim();
        return new Manifest.Entry(
                name,
                type.canonicalName(),
                InputForm.of(quantity.expression()),
                judged.verdict().word(),
                quantity.domain().map(InputForm::of).orElse(""));
    }

    /** Why there can be no code for a quantity. */
    static Optional<String> obstacle(CodeRequest request, Judged<ConservedQuantity> judged) {
        if (!(judged.verdict() instanceof Verdict.Proved || judged.verdict() instanceof Verdict.Supported)) {
            return Optional.of("its verdict is " + judged.verdict().word());
        }
        Set<org.matheclipse.core.interfaces.IExpr> unknown =
                Expr.subtrees(judged.claim().expression(), Expr::isArbitrary);
        if (!unknown.isEmpty()) {
            return Optional.of("it contains a function without a formula: "
                    + InputForm.of(unknown.iterator().next()));
        }
        Set<ISymbol> free = Expr.symbols(judged.claim().expression());
        free.remove(request.system().independent());
        request.coordinates().forEach(free::remove);
        request.system().parameters().forEach(free::remove);
        return free.stream().findFirst().map(s -> "it contains a name without a value: " + s.getSymbolName());
    }
}
