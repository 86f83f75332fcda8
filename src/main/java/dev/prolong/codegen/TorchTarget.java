package dev.prolong.codegen;

import dev.prolong.algebra.InputForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Python source for PyTorch: the quantities as functions of tensors with their gradients in closed form (which can be differentiated
 * again), the model and the regularised loss as modules, the audit of gradients; batch first, in any floating-point type.
 */
public final class TorchTarget {
    private static final Set<String> WORDS = new TreeSet<>(Arrays.asList(
            ("False None True and as assert async await break class continue def del elif else except finally for from"
                            + " global if import in is lambda nonlocal not or pass raise return try while with yield torch math match"
                            + " case print type self ctx dict zip list float int")
                    .split(" ")));
    private static final ArrayLanguage LANGUAGE = new ArrayLanguage(
            "PyTorch", new TreeSet<>(PythonExpression.FUNCTIONS.keySet()), WORDS, PythonExpression::new);

    private final CodeRequest request;
    private final ArrayFunctions functions = new ArrayFunctions(LANGUAGE);
    private final ArrayQuantities quantities;

    private TorchTarget(CodeRequest request) {
        this.request = request;
        this.quantities = new ArrayQuantities(request, functions);
    }

    /** One module named after the system, and {@code manifest.json}. */
    public static GeneratedFiles generate(CodeRequest request) {
        return new TorchTarget(request).files();
    }

    private GeneratedFiles files() {
        String wish = request.system().name();
        String name = (wish.isEmpty() ? "quantities" : JavaNames.identifier(wish)).toLowerCase(Locale.ROOT);
        String module = WORDS.contains(name) ? name + "_" : name;
        Map<String, String> values = new HashMap<>();
        values.put("header", plain(HeaderComment.ofSystem(request).replace(" * ", "  ")));
        values.put("n", String.valueOf(request.coordinates().size()));
        values.put("m", String.valueOf(request.system().parameters().size()));
        values.put(
                "quantities", quantities.entries().stream().map(this::quantity).collect(Collectors.joining()));
        values.put("model", quantities.rightSide(functions).map(this::model).orElse(""));
        values.put(
                "list",
                quantities.entries().stream()
                        .map(TorchTarget::function)
                        .map(f -> "(" + f + ", " + f + "_gradient, " + f + "_is_defined)")
                        .collect(Collectors.joining(", ")));
        values.put("audit", quantities.audit().map(this::audit).orElse(""));
        values.put(
                "functions",
                functions.called(LANGUAGE).stream()
                        .map(f -> text(f, "return ", ""))
                        .collect(Collectors.joining()));
        GeneratedFile file =
                new GeneratedFile(module + ".py", Template.named("torch.py.txt").with(values));
        return new GeneratedFiles(
                List.of(file, quantities.manifest(e -> module + "." + function(e))), quantities.skipped());
    }

    private static String function(ArrayQuantities.Entry quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    /** Text for a Python comment in triple quotes. */
    private static String plain(String text) {
        return text.replace('\\', '/').replace('"', '\'').replaceAll("[^\\n -~]", "?");
    }

    private String quantity(ArrayQuantities.Entry quantity) {
        String name = function(quantity);
        Map<String, String> values = new HashMap<>();
        values.put("name", name);
        values.put("class", "_" + quantity.name());
        values.put(
                "comment",
                plain(quantity.name() + " = " + InputForm.of(quantity.expression()) + "; "
                        + quantity.judged().verdict().word()));
        values.put("defined", quantity.domain().isEmpty() ? "" : " & _" + name + "_domain(*arguments)");
        return tuple(
                        "_" + name + "_value",
                        quantities.symbols(),
                        List.of(quantity.first().value()))
                + tuple(
                        "_" + name + "_gradient",
                        quantities.symbols(),
                        quantity.first().gradient())
                + quantity.domain()
                        .map(d -> text(
                                functions.of("_" + name + "_domain", quantities.symbols(), List.of(d)), "return ", ""))
                        .orElse("")
                + Template.named("torch_quantity.py.txt").with(values);
    }

    private String model(List<IExpr> rightSide) {
        return tuple("_right_side", quantities.symbols(), rightSide)
                + Template.named("torch_model.py.txt").with(Map.of());
    }

    private String audit(LawContractions laws) {
        Map<String, String> values = new HashMap<>();
        values.put("names", list(laws.parameters().stream().map(a -> quoted(a.name()))));
        values.put("columns", columns(laws.states()));
        values.put(
                "laws",
                laws.forms().stream()
                        .map(law -> "    (" + quoted(law.text()) + ", " + quoted(law.letters()) + ", [\n"
                                + law.terms().stream().map(TorchTarget::term).collect(Collectors.joining())
                                + "    ]),\n")
                        .collect(Collectors.joining()));
        return Template.named("torch_audit.py.txt").with(values);
    }

    private static String term(LawContractions.Term term) {
        return "        (" + term.coefficient() + ", ["
                + list(term.arrays().stream().map(TorchTarget::quoted)) + "], ["
                + list(term.letters().stream().map(TorchTarget::quoted)) + "]),\n";
    }

    /** Which columns of x are the state arrays: all are that of a single vector, whatever its length. */
    private static String columns(List<ParameterArrays> states) {
        if (states.size() == 1 && !states.get(0).shape().isEmpty()) {
            return quoted(states.get(0).name()) + ": slice(None)";
        }
        List<String> out = new ArrayList<>();
        int from = 0;
        for (ParameterArrays a : states) {
            String columns =
                    a.shape().isEmpty() ? String.valueOf(from) : "slice(" + from + ", " + (from + a.size()) + ")";
            out.add(quoted(a.name()) + ": " + columns);
            from += a.size();
        }
        return list(out.stream());
    }

    private static String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }

    /** A Python string of any text: JSON's escapes are Python's. */
    private static String quoted(String text) {
        return Manifest.quote(text);
    }

    private String tuple(String name, List<ISymbol> symbols, List<IExpr> results) {
        return text(functions.of(name, symbols, results), "return (", ",)");
    }

    private static String text(ArrayFunction f, String before, String after) {
        return "\n\ndef " + f.name() + "("
                + f.arguments().stream().map(ArrayFunction.Argument::name).collect(Collectors.joining(", ")) + "):\n"
                + f.locals().stream()
                        .map(l -> "    " + l.name() + " = " + l.value() + "\n")
                        .collect(Collectors.joining())
                + "    " + before + String.join(",\n            ", f.results()) + after + "\n";
    }
}
