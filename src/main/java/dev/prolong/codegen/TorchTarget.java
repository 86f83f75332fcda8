package dev.prolong.codegen;

import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Python source for PyTorch: the quantities as functions of tensors with their gradients in closed form (which can be differentiated
 * again), the model and the regularised loss as modules; batch first, in any floating-point type.
 */
public final class TorchTarget {
    private static final String WORDS =
            "False None True and as assert async await break class continue def del elif else except"
                    + " finally for from global if import in is lambda nonlocal not or pass raise return try while with yield torch math"
                    + " exp log sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh where pow abs signum min max ctx"
                    + " self match case print";
    private static final Set<String> MISSING = Set.of("expIntegralEi", "erfi", "lambertW", "wrightOmega", "integrate");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\(");

    private final CodeRequest request;
    private final List<ISymbol> symbols = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<GeneratedFiles.Skipped> skipped = new ArrayList<>();
    private final List<Manifest.Entry> entries = new ArrayList<>();

    private TorchTarget(CodeRequest request) {
        this.request = request;
        symbols.add(request.system().independent());
        symbols.addAll(request.coordinates());
        symbols.addAll(request.system().parameters());
    }

    /** One module named after the system, and {@code manifest.json}. */
    public static GeneratedFiles generate(CodeRequest request) {
        return new TorchTarget(request).files();
    }

    private GeneratedFiles files() {
        String wish = request.system().name();
        String name = (wish.isEmpty() ? "quantities" : JavaNames.identifier(wish)).toLowerCase(Locale.ROOT);
        List<String> functions = new ArrayList<>();
        for (int i = 0; i < request.quantities().size(); i++) {
            quantity(CodeRequest.name(i), name, request.quantities().get(i)).ifPresent(functions::add);
        }
        Map<String, String> values = new HashMap<>();
        values.put("header", plain(HeaderComment.ofSystem(request).replace(" * ", "  ")));
        values.put("n", String.valueOf(request.coordinates().size()));
        values.put("m", String.valueOf(request.system().parameters().size()));
        values.put("quantities", text.toString());
        values.put("model", request.system().functions().isEmpty() ? model() : "");
        values.put(
                "list",
                functions.stream().map(f -> "(" + f + ", " + f + "_gradient)").collect(Collectors.joining(", ")));
        Manifest manifest = new Manifest(
                request.system().independent().getSymbolName(),
                names(request.coordinates()),
                names(request.system().parameters()),
                entries,
                skipped);
        GeneratedFile module =
                new GeneratedFile(name + ".py", Template.named("torch.py.txt").with(values));
        return new GeneratedFiles(List.of(module, new GeneratedFile("manifest.json", manifest.json())), skipped);
    }

    private Optional<String> quantity(String name, String module, Judged<ConservedQuantity> judged) {
        Optional<String> obstacle = JavaTarget.obstacle(request, judged).or(() -> write(name, judged));
        if (obstacle.isPresent()) {
            skipped.add(new GeneratedFiles.Skipped(name, obstacle.get()));
            return Optional.empty();
        }
        String function = name.toLowerCase(Locale.ROOT);
        entries.add(new Manifest.Entry(
                name,
                module + "." + function,
                InputForm.of(judged.claim().expression()),
                judged.verdict().word(),
                judged.claim().domain().map(InputForm::of).orElse("")));
        return Optional.of(function);
    }

    /** Text for a Python comment in triple quotes. */
    private static String plain(String text) {
        return text.replace('\\', '/').replace('"', '\'').replaceAll("[^\\n -~]", "?");
    }

    private static List<String> names(List<ISymbol> symbols) {
        return symbols.stream().map(ISymbol::getSymbolName).toList();
    }

    /** Writes the functions of a quantity; the reason why not where PyTorch lacks what it needs. */
    private Optional<String> write(String name, Judged<ConservedQuantity> judged) {
        boolean proved = judged.verdict() instanceof Verdict.Proved;
        IExpr quantity = judged.claim().expression();
        QuantityFormulas formulas =
                QuantityFormulas.of(quantity, request.system(), request.coordinates(), proved, StableForms.instance());
        String lower = name.toLowerCase(Locale.ROOT);
        String code = function("_" + lower + "_value", List.of(formulas.value()))
                + function("_" + lower + "_gradient", formulas.gradient());
        Optional<String> missing = missing(code);
        if (missing.isEmpty()) {
            Map<String, String> values = new HashMap<>();
            values.put("name", lower);
            values.put("class", "_" + name);
            values.put(
                    "comment",
                    plain(name + " = " + InputForm.of(quantity) + "; "
                            + judged.verdict().word()));
            text.append(code).append(Template.named("torch_quantity.py.txt").with(values));
        }
        return missing;
    }

    private static Optional<String> missing(String code) {
        return CALL.matcher(code)
                .results()
                .map(m -> m.group(1))
                .filter(MISSING::contains)
                .findFirst()
                .map(f -> "PyTorch has no " + f);
    }

    private String model() {
        String code = function(
                "_right_side", ModelFormulas.of(request, StableForms.instance()).rightSide());
        return missing(code).isPresent()
                ? ""
                : code + Template.named("torch_model.py.txt").with(Map.of());
    }

    /** A function of the single tensors t, states, parameters that returns a tuple. */
    private String function(String name, List<IExpr> results) {
        Map<IExpr, String> names = new LinkedHashMap<>();
        Set<String> reserved = new TreeSet<>(List.of(WORDS.split(" ")));
        reserved.addAll(IdentityLibrary.standard().functions().keySet());
        JavaNames fresh = new JavaNames(reserved);
        List<String> arguments = new ArrayList<>();
        for (ISymbol s : symbols) {
            String argument = fresh.fresh(s.getSymbolName());
            names.put(s, argument);
            arguments.add(argument);
        }
        Integrands integrands = new Integrands(StableForms.instance()::of);
        SharedFactors factors = new SharedFactors();
        List<IExpr> shared = factors.of(results.stream().map(integrands::called).toList());
        StringBuilder out = new StringBuilder("\n\ndef " + name + "(" + String.join(", ", arguments) + "):\n");
        Map<IExpr, String> known = new LinkedHashMap<>(names);
        for (SharedTerms.Local local : new SharedTerms(names, fresh, factors.definitions()).of(shared)) {
            String value = new PythonExpression(known).of(local.value());
            out.append("    ").append(local.name()).append(" = ").append(value).append('\n');
            names.forEach((tree, given) -> {
                if (given.equals(local.name())) {
                    known.put(tree, given);
                }
            });
        }
        PythonExpression expression = new PythonExpression(names);
        return out.append(shared.stream()
                        .map(e -> "_like(" + expression.of(e) + ", " + arguments.get(0) + ")")
                        .collect(Collectors.joining(",\n            ", "    return (", ",)\n")))
                .toString();
    }
}
