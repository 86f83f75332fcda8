package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Java source for the Deep Java Library: the quantities as static functions of arrays with their gradients in closed form, the model, the
 * regularised loss as a {@code Loss}, the audit of gradients; batch first, in any floating-point type.
 */
public final class DjlTarget {
    private static final Set<String> WORDS =
            new TreeSet<>(Arrays.asList("s", "NDArray", "NDArrays", "NDList", "Activation", "Math"));

    private final CodeRequest request;
    private final ClassName arrays;
    private final ArrayFunctions functions;
    private final ArrayQuantities quantities;
    private final List<GeneratedFile> files = new ArrayList<>();

    private DjlTarget(CodeRequest request) {
        this.request = request;
        this.arrays = type("Arrays");
        this.functions = new ArrayFunctions(language(arrays.simpleName() + "."));
        this.quantities = new ArrayQuantities(request, functions);
    }

    /** A class for each quantity, classes for the model, the loss, the audit and what they share, and {@code manifest.json}. */
    public static GeneratedFiles generate(CodeRequest request) {
        return new DjlTarget(request).files();
    }

    private static ArrayLanguage language(String library) {
        return new ArrayLanguage(
                "DJL", DjlExpression.FUNCTIONS, WORDS, (names, example) -> new DjlExpression(names, example, library));
    }

    private GeneratedFiles files() {
        quantities.entries().forEach(this::addQuantity);
        quantities.rightSide(functions).ifPresent(this::addModel);
        if (!quantities.entries().isEmpty()) {
            addLoss();
        }
        quantities.audit().ifPresent(this::addAudit);
        Map<String, String> values = new HashMap<>();
        values.put(
                "functions",
                functions.called(language("")).stream().map(DjlTarget::method).collect(Collectors.joining()));
        add(arrays, "djl_arrays.java.txt", values);
        files.add(quantities.manifest(e -> type(e.name()).canonicalName()));
        return new GeneratedFiles(files, quantities.skipped());
    }

    private ClassName type(String suffix) {
        return ClassName.get(
                request.packageName(), JavaNames.className(request.system().name()) + suffix);
    }

    private void add(ClassName type, String template, Map<String, String> values) {
        values.put("package", request.packageName().isEmpty() ? "" : "package " + request.packageName() + ";\n\n");
        values.put("name", type.simpleName());
        values.put("arrays", arrays.simpleName());
        values.putIfAbsent("n", String.valueOf(request.coordinates().size()));
        values.putIfAbsent("m", String.valueOf(request.system().parameters().size()));
        String directory =
                request.packageName().isEmpty() ? "" : request.packageName().replace('.', '/') + "/";
        files.add(new GeneratedFile(
                directory + type.simpleName() + ".java",
                withoutUnusedImports(Template.named(template).with(values))));
    }

    private static String withoutUnusedImports(String text) {
        return text.lines()
                        .filter(line -> !line.startsWith("import ")
                                || text.matches("(?s).*[^.\\w]"
                                        + line.substring(line.lastIndexOf('.') + 1, line.length() - 1) + "\\b.*"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private void addQuantity(ArrayQuantities.Entry quantity) {
        List<IExpr> rate = new ArrayList<>(List.of(quantity.second().rate()));
        rate.addAll(quantity.second().ofRate());
        List<IExpr> norm = new ArrayList<>(List.of(quantity.second().norm()));
        norm.addAll(quantity.second().ofNorm());
        Map<String, String> values = new HashMap<>();
        values.put("header", HeaderComment.marked(HeaderComment.of(request, quantity.name(), quantity.judged())));
        values.put("defined", quantity.domain().isEmpty() ? "" : ".logicalAnd(domain(components)[0])");
        values.put(
                "formulas",
                method("valueAndGradient", quantities.symbols(), quantity.valueAndGradient())
                        + method("rateAndGradient", quantities.movingSymbols(), rate)
                        + method("squareNormAndGradient", quantities.symbols(), norm)
                        + quantity.domain()
                                .map(d -> method("domain", quantities.symbols(), List.of(d)))
                                .orElse(""));
        add(type(quantity.name()), "djl_quantity.java.txt", values);
    }

    private void addModel(List<IExpr> rightSide) {
        Map<String, String> values = new HashMap<>();
        values.put("header", HeaderComment.marked(HeaderComment.ofModel(request)));
        values.put("formulas", method("rightSide", quantities.symbols(), rightSide));
        add(type("Model"), "djl_model.java.txt", values);
    }

    private void addLoss() {
        List<ClassName> classes =
                quantities.entries().stream().map(e -> type(e.name())).toList();
        Map<String, String> values = new HashMap<>();
        values.put("system", LossClass.title(request));
        values.put("header", HeaderComment.ofSystem(request));
        values.put("q", String.valueOf(classes.size()));
        values.put("quantities", LossClass.list(classes));
        values.put("value", LossClass.cases(classes, "value(t, x, p)"));
        values.put("rate", LossClass.cases(classes, "rate(t, x, xDot, p)"));
        values.put("squareNorm", LossClass.cases(classes, "squareNorm(t, x, p)"));
        values.put("isDefinedAt", LossClass.cases(classes, "isDefinedAt(t, x, p)"));
        add(type("Loss"), "djl_loss.java.txt", values);
    }

    private void addAudit(LawContractions laws) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "header",
                HeaderComment.marked(HeaderComment.ofAudit(request, laws.laws().forward())));
        values.put(
                "laws",
                laws.forms().stream()
                        .map(law -> "\n        new Law(" + Manifest.quote(law.text()) + ", "
                                + Manifest.quote(law.letters())
                                + law.terms().stream().map(DjlTarget::term).collect(Collectors.joining()) + ")")
                        .collect(Collectors.joining(",")));
        values.put("names", strings(laws.parameters().stream().map(ParameterArrays::name)));
        values.put("states", strings(laws.states().stream().map(ParameterArrays::name)));
        values.put(
                "columns",
                laws.states().stream()
                        .map(a -> a.shape().isEmpty() ? "0" : String.valueOf(a.size()))
                        .collect(Collectors.joining(", ")));
        add(type("Audit"), "djl_audit.java.txt", values);
    }

    private static String term(LawContractions.Term term) {
        return ",\n                new Term(" + term.coefficient() + ", List.of(" + strings(term.arrays().stream())
                + "), List.of(" + strings(term.letters().stream()) + "))";
    }

    private static String strings(Stream<String> texts) {
        return texts.map(Manifest::quote).collect(Collectors.joining(", "));
    }

    /** A method of an array of components. */
    private String method(String name, List<ISymbol> symbols, List<IExpr> results) {
        ArrayFunction f = functions.of(name, symbols, results);
        String components = IntStream.range(0, f.arguments().size())
                .filter(i -> f.arguments().get(i).used())
                .mapToObj(i -> local(f.arguments().get(i).name(), "s[" + i + "]"))
                .collect(Collectors.joining());
        return "\n    private static NDArray[] " + name + "(NDArray[] s) {\n" + components + locals(f)
                + "        return new NDArray[] {\n            "
                + f.results().stream().map(DjlTarget::broken).collect(Collectors.joining(",\n            "))
                + "\n        };\n    }\n";
    }

    /** A method of a few arrays. */
    private static String method(ArrayFunction f) {
        return "\n    static NDArray " + f.name() + "("
                + f.arguments().stream().map(a -> "NDArray " + a.name()).collect(Collectors.joining(", ")) + ") {\n"
                + locals(f) + "        return " + broken(f.results().get(0)) + ";\n    }\n";
    }

    private static String locals(ArrayFunction f) {
        return f.locals().stream().map(l -> local(l.name(), l.value())).collect(Collectors.joining());
    }

    private static String local(String name, String value) {
        return "        NDArray " + name + " = " + broken(value) + ";\n";
    }

    /** The text with line breaks before calls and after commas, where it is long. */
    private static String broken(String text) {
        StringBuilder out = new StringBuilder();
        int width = 0;
        for (String part : text.split("(?<=\\))(?=\\.[a-z])|(?<=, )")) {
            if (width > 0 && width + part.length() > 90) {
                out.append("\n                ");
                width = 0;
            }
            out.append(part);
            width += part.length();
        }
        return out.toString().replaceAll(" +\n", "\n");
    }
}
