package dev.prolong.codegen;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.PairingForm;
import dev.prolong.equation.ComponentName;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.group.GroupAction;
import dev.prolong.jet.JetVariable;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The Javadoc of a generated class: where its quantity comes from, what is known of it, and how to make the class again. */
final class HeaderComment {
    /** Formulas longer than this are given in a shorter form, where there is one. */
    private static final int LONGEST = 300;

    private final CodeRequest request;
    private final List<String> lines = new ArrayList<>();

    private HeaderComment(CodeRequest request) {
        this.request = request;
    }

    static String of(CodeRequest request, String name, Judged<ConservedQuantity> judged) {
        HeaderComment comment = new HeaderComment(request);
        comment.write(name, judged.claim(), judged.verdict());
        return String.join("\n", comment.lines) + "\n";
    }

    /** The Javadoc of the class of the model. */
    static String ofModel(CodeRequest request) {
        HeaderComment comment = new HeaderComment(request);
        comment.title("The right side" + ofSystemNamed(request) + " and its derivatives.");
        comment.equations();
        comment.end();
        return String.join("\n", comment.lines) + "\n";
    }

    /** The Javadoc of the class that audits gradients. */
    static String ofAudit(CodeRequest request, DifferentialSystem forward) {
        HeaderComment comment = new HeaderComment(request);
        comment.title(
                "Audits the gradients of a network whose layers are steps of a Runge-Kutta method (a residual network, a neural ODE) for\n"
                        + "the model" + ofSystemNamed(request)
                        + ", by laws that hold exactly in discrete layers, for any steps and any loss.");
        comment.equations();
        comment.end(forward.states());
        return String.join("\n", comment.lines) + "\n";
    }

    /** The Javadoc of the class that reads gradients off conservation laws. */
    static String ofLawGradients(CodeRequest request, LawGradients gradients) {
        HeaderComment comment = new HeaderComment(request);
        comment.title("Gradients of a loss at the end of a trajectory of the model" + ofSystemNamed(request)
                + ", read off conservation laws of\nbackpropagation from both ends of the trajectory.");
        comment.equations();
        AuditLaws laws = gradients.laws();
        for (int k = 0; k < laws.size(); k++) {
            comment.add(LawGradients.name(k), laws.text(k));
        }
        gradients
                .gradients()
                .forEach((j, g) -> comment.add(
                        "gradient",
                        "dL/d" + laws.parameters().get(j).getSymbolName() + " = " + LawGradients.text(g)
                                + ", of each law the terms with adjoints of states, at the end minus at the start"));
        comment.end(laws.states());
        return String.join("\n", comment.lines) + "\n";
    }

    /** The same text with the marks of a Javadoc comment before each line. */
    static String marked(String text) {
        return text.lines().map(l -> (" * " + l).stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** The Javadoc of the class of the groups. */
    static String ofFlows(CodeRequest request, Map<Integer, GroupAction> actions) {
        HeaderComment comment = new HeaderComment(request);
        comment.title("The one-parameter groups" + ofSystemNamed(request) + ", which map solutions to solutions.");
        comment.equations();
        actions.forEach((number, action) -> comment.add("flow", "X" + number + " = " + field(action.generator())));
        comment.end();
        return String.join("\n", comment.lines) + "\n";
    }

    /** Lines for a comment of one's own: equations, assumptions, command; each begins with {@code " * "}. */
    static String ofSystem(CodeRequest request) {
        HeaderComment comment = new HeaderComment(request);
        comment.equations();
        comment.origin();
        return comment.lines.stream().map(l -> " * " + l + "\n").collect(Collectors.joining());
    }

    private static String ofSystemNamed(CodeRequest request) {
        String system = request.system().name();
        return " of the system" + (system.isEmpty() ? "" : " " + CommentText.escape(system));
    }

    private void title(String text) {
        lines.add(text);
        lines.add("");
        lines.add("<pre>");
    }

    /** The equations, those for all components of a vector as they were written, adjoint equations of these in one line. */
    private void equations() {
        DifferentialSystem system = request.system();
        List<String> vectors = system.origin().vectorForm();
        vectors.forEach(v -> add("equation", v));
        Map<ISymbol, ISymbol> adjoints =
                vectors.isEmpty() ? Map.of() : system.origin().adjoints();
        for (Equation e : system.equations()) {
            String array = array(e.state());
            if (!adjoints.containsValue(e.state()) && vectors.stream().noneMatch(v -> v.startsWith(array + "["))) {
                add(
                        "equation",
                        new JetVariable(e.state(), e.order()).symbol().getSymbolName() + " = " + InputForm.of(e.rhs()));
            }
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        adjoints.forEach((s, a) -> pairs.put(array(a), array(s)));
        if (!pairs.isEmpty()) {
            add(
                    "adjoints",
                    pairs.entrySet().stream()
                            .map(p -> p.getKey() + " of " + p.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String array(ISymbol s) {
        String name = s.getSymbolName();
        return ComponentName.of(name).map(ComponentName::array).orElse(name);
    }

    private void end() {
        end(request.coordinates());
    }

    private void end(List<ISymbol> states) {
        origin();
        lines.add("</pre>");
        arguments(states);
    }

    private void origin() {
        if (!request.assumptions().isEmpty()) {
            add(
                    "assuming",
                    request.assumptions().stream().map(Assumption::toString).collect(Collectors.joining(", ")));
        }
        add("made by", request.command());
    }

    private void write(String name, ConservedQuantity quantity, Verdict verdict) {
        String system = request.system().name();
        title("The conserved quantity " + name
                + (system.isEmpty() ? "" : " of the system " + CommentText.escape(system)) + ".");
        equations();
        String formula = InputForm.of(quantity.expression());
        add(
                "quantity",
                name + " = "
                        + (formula.length() > LONGEST
                                ? quantity.pairing()
                                        .map(PairingForm::vectorForm)
                                        .orElse(formula)
                                : formula));
        for (int number : quantity.from()) {
            if (number >= 1 && number <= request.generators().size()) {
                add("from", "X" + number + " = " + field(request.generators().get(number - 1)));
            }
        }
        add("verdict", describe(verdict));
        add("domain", quantity.domain().map(InputForm::of).orElse("wherever the quantity is real"));
        if (!quantity.branches().isEmpty()) {
            add("branches", quantity.branches().stream().map(InputForm::of).collect(Collectors.joining("; ")));
        }
        end();
    }

    private void arguments(List<ISymbol> states) {
        lines.add("");
        lines.add("<p>In all methods {@code t} is " + code(request.system().independent()) + ", "
                + array("x", states)
                + (request.system().parameters().isEmpty()
                        ? ""
                        : ", " + array("p", request.system().parameters()))
                + ".");
    }

    private static String array(String array, List<ISymbol> symbols) {
        StringBuilder out = new StringBuilder();
        int written = 0;
        for (RunsOfNames run :
                RunsOfNames.of(symbols.stream().map(ISymbol::getSymbolName).toList())) {
            out.append(written == 0 ? "" : written % 4 == 0 ? ",\n" : ", ");
            out.append("{@code ").append(array).append('[').append(run.first()).append("]} ");
            if (run.count() > 1) {
                int last = run.first() + run.count() - 1;
                out.append("to {@code ").append(array).append('[').append(last).append("]} are ");
            } else {
                out.append("is ");
            }
            out.append("<code>").append(CommentText.escape(run.text())).append("</code>");
            out.append(run.extents().size() > 1 ? " (" + run.shape() + ", row by row)" : "");
            written++;
        }
        return out.toString();
    }

    private static String code(ISymbol symbol) {
        return "<code>" + CommentText.escape(symbol.getSymbolName()) + "</code>";
    }

    private static String field(Generator generator) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < generator.coordinates().size(); i++) {
            IExpr along = generator.infinitesimals().get(i);
            if (!along.isZero()) {
                String text = InputForm.of(along);
                String factor = along.equals(Expr.ONE) ? "" : (Expr.isSum(along) ? "(" + text + ")" : text) + "*";
                out.add(factor + "D_" + generator.coordinates().get(i).getSymbolName());
            }
        }
        String field = String.join(" + ", out);
        return out.isEmpty() ? "0" : field.length() > LONGEST ? out.get(0) + " + .. (" + out.size() + " terms)" : field;
    }

    private static String describe(Verdict verdict) {
        return verdict instanceof Verdict.Supported s
                ? "supported: holds at " + s.points() + " random points to " + s.digits() + " digits, not proved"
                : verdict.word();
    }

    private void add(String label, String text) {
        lines.addAll(CommentText.lines(label, text));
    }
}
