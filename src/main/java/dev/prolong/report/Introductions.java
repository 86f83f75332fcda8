package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.derivation.Step;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import dev.prolong.jet.JetSpace;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.ISymbol;

/** The terms of the theory, each introduced before the stage that uses it, for the system at hand. */
final class Introductions {
    private static final int SHOWN_TERMS = 4;

    private final CaseResult result;
    private final DifferentialSystem system;
    private final JetSpace space;
    private final Notation notation;

    Introductions(CaseResult result, Notation notation) {
        this.result = result;
        this.system = isOfForwardModel(result) ? result.system().forward().orElseThrow() : result.system();
        this.space = system.jetSpace();
        this.notation = notation;
    }

    /** Whether the unknowns are those of the forward model of backpropagation. */
    private static boolean isOfForwardModel(CaseResult result) {
        ISymbol first = result.system().states().get(0);
        List<UnknownFunction> unknowns = result.determining().unknowns();
        return !unknowns.isEmpty()
                && unknowns.stream().noneMatch(u -> u.coordinate().equals(first))
                && result.system().forward().isPresent();
    }

    List<Block> of(Step.Stage stage) {
        return switch (stage) {
            case SYSTEM -> List.of();
            case PROLONGATION -> prolongation();
            case INVARIANCE -> invariance();
            case SPLITTING ->
                words("The condition is linear and homogeneous in the infinitesimals and their derivatives. It has"
                        + " to hold at every point of the space of coordinates and derivatives. Where the infinitesimals do not"
                        + " depend on some of these, it falls apart into several equations: the determining equations of the"
                        + " symmetries.");
            case SOLUTION ->
                words(
                        "The determining equations are solved one after the other; each integration brings in"
                                + " constants, and every division is by something that is not zero or is named among the assumptions.");
            case GENERATORS ->
                result.algebra().basis().isEmpty()
                        ? List.of()
                        : words("The general solution is linear in its constants. The coefficient of each constant is"
                                + " one generator; together they are a basis of the symmetries of this form.");
            case GROUP -> group();
            case CONSERVATION ->
                words("A conserved quantity is a function of the coordinates that keeps its value along every"
                        + " solution.");
            case GENERAL_SOLUTION -> List.of();
            case VERIFICATION -> verification();
        };
    }

    /** What a symmetry is, and the generator with its infinitesimals. */
    List<Block> problem() {
        ISymbol t = space.independent();
        Prose text = Prose.words(
                        "A symmetry is a transformation of the variables that carries every solution into a solution."
                                + " Symmetries that form a group with one parameter are determined by their infinitesimal"
                                + " generator ")
                .math(generator())
                .then(", whose coefficients, the infinitesimals, say how fast each coordinate moves. In it, ")
                .math(notation.partial(t))
                .then(" is the derivative along ")
                .math(notation.name(t))
                .then(", and so on.");
        List<Block> out = new ArrayList<>(List.of(new Paragraph(text)));
        if (isOfForwardModel(result)) {
            out.add(new Paragraph(
                    Prose.words("The transformations are those of the forward model with its parameters. The adjoints"
                            + " follow: they are moved so that the sum of their products with the differentials of states and parameters"
                            + " stays the same.")));
        }
        List<UnknownFunction> unknowns = result.determining().unknowns();
        if (!unknowns.isEmpty()) {
            out.add(new Paragraph(Prose.words("We look for all that have the form")));
            out.add(new Display(unknowns.stream()
                    .map(u -> new Line(notation.name(u.name()), notation.application(u.name(), u.arguments())))
                    .toList()));
        }
        return out;
    }

    private List<Block> prolongation() {
        List<Block> out = new ArrayList<>();
        ISymbol t = space.independent();
        ISymbol x = space.states().get(0);
        String total = notation.equation(notation.totalDerivative(t), total(t));
        out.add(new Paragraph(
                Prose.words("A transformation of the variables moves the derivatives too. The total derivative ")
                        .math(total)
                        .then(" differentiates along a curve. With it, the prolonged generator has the coefficients")));
        String name = unknown(x);
        int order = space.orders().get(0);
        List<Line> lines = new ArrayList<>();
        for (int k = 1; k <= Math.min(order, 2); k++) {
            String before = k == 1 ? notation.name(name) : notation.name(name + "^(" + (k - 1) + ")");
            lines.add(new Line(
                    notation.name(name + "^(" + k + ")"),
                    notation.totalDerivative(t) + " " + before + " " + notation.minus() + " "
                            + notation.name(space.symbol(0, k)) + " " + notation.totalDerivative(t) + " "
                            + notation.name(unknown(t))));
        }
        out.add(new Display(lines));
        if (order > 2 || space.states().size() > 1) {
            out.add(new Paragraph(Prose.words("and so on, for every state up to the order of its equation.")));
        }
        return out;
    }

    private String total(ISymbol t) {
        StringBuilder out = new StringBuilder(notation.partial(t));
        int terms = 0;
        boolean cut = false;
        for (int i = 0; i < space.states().size(); i++) {
            for (int k = 0; k < space.orders().get(i); k++) {
                if (terms++ < SHOWN_TERMS) {
                    out.append(" + ")
                            .append(notation.name(space.symbol(i, k + 1)))
                            .append(' ')
                            .append(notation.partial(space.symbol(i, k)));
                } else {
                    cut = true;
                }
            }
        }
        return cut ? out + " + " + notation.dots() : out.toString();
    }

    private List<Block> invariance() {
        Equation first = system.equations().get(0);
        String delta = notation.tree(Expr.minus(first.leading(), first.rhs()));
        Prose text = Prose.words(
                "Solutions are carried into solutions exactly where the prolonged generator annihilates each"
                        + " equation wherever all of them hold");
        if (delta.length() < 200) {
            text.then(": here it is applied to ").math(delta);
            text.then(system.equations().size() > 1 ? " and the others." : ".");
        } else {
            text.then(".");
        }
        return List.of(new Paragraph(text));
    }

    private List<Block> group() {
        String eps = notation.name(groupParameter());
        return List.of(
                new Paragraph(
                        Prose.words("Each generator is integrated: the transformation with parameter ")
                                .math(eps)
                                .then(
                                        " carries each point along the generator, as a flow does in that time. It is the identity at ")
                                .math(notation.equation(eps, "0"))
                                .then(
                                        ", and its derivative there is the generator. Coordinates that it leaves in place are not shown.")));
    }

    private String groupParameter() {
        return FreshNames.avoiding(system).take("eps");
    }

    private List<Block> verification() {
        return words("The results are checked by another way than the one they were found on: each generator by its"
                + " characteristic (the state's infinitesimal less its velocity times that of the independent variable), which"
                + " solves the equations linearised along solutions; each quantity by its derivative along solutions. Proved"
                + " means that the remainder was decided to be zero, exactly.");
    }

    private String generator() {
        StringBuilder out = new StringBuilder(letter() + " = ");
        int terms = 0;
        for (ISymbol s : coordinates()) {
            if (terms == SHOWN_TERMS + 1) {
                return out + " + " + notation.dots();
            }
            out.append(terms++ == 0 ? "" : " + ")
                    .append(notation.name(unknown(s)))
                    .append(' ')
                    .append(notation.partial(s));
        }
        return out.toString();
    }

    /** What the generator is called: another letter where it would look like one of the infinitesimals. */
    private String letter() {
        List<String> taken =
                coordinates().stream().map(this::unknown).map(notation::name).toList();
        return Stream.of(notation.name(GeneratorName.LETTER), "V", "G", "L", "M", "N")
                .filter(l -> !taken.contains(l))
                .findFirst()
                .orElseThrow();
    }

    private List<ISymbol> coordinates() {
        List<UnknownFunction> unknowns = result.determining().unknowns();
        return unknowns.isEmpty()
                ? space.base()
                : unknowns.stream().map(UnknownFunction::coordinate).toList();
    }

    private String unknown(ISymbol coordinate) {
        return result.determining().unknowns().stream()
                .filter(u -> u.coordinate().equals(coordinate))
                .findFirst()
                .map(u -> u.name().getSymbolName())
                .orElse(coordinate.getSymbolName());
    }

    private static List<Block> words(String text) {
        return List.of(new Paragraph(Prose.words(text)));
    }
}
