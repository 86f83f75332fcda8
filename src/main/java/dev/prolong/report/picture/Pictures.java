package dev.prolong.report.picture;

import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IExpr;

/** The pictures that a result has: which there are depends on how many coordinates its system has. */
public final class Pictures {
    private static final double EPS = 0.8;

    private final CaseResult result;
    private final Scene scene;
    private final PictureNames names;

    /**
     * Pictures of a result.
     *
     * @param scene its system with numbers for the parameters
     * @param spelling how names are written
     */
    public Pictures(CaseResult result, Scene scene, UnaryOperator<String> spelling) {
        this.result = result;
        this.scene = scene;
        this.names = new PictureNames(spelling);
    }

    /** Solutions: a direction field with the orbits of a group, or a phase portrait. */
    public Optional<Drawing> solutions() {
        return solutions(EPS);
    }

    /** The same, moved by this parameter. */
    public Optional<Drawing> solutions(double eps) {
        return solutions(mover(), eps);
    }

    /** The same with the group of the generator of this index, moved by this parameter; a negative index for none. */
    public Optional<Drawing> solutions(int generator, double eps) {
        DifferentialSystem system = scene.system();
        if (!isDrawable()) {
            return Optional.empty();
        }
        if (isLine()) {
            Optional<Generator> moving =
                    generator < 0 || generator >= result.generators().size()
                            ? Optional.empty()
                            : Optional.of(result.generators().get(generator).claim());
            return Optional.of(
                    new DirectionField(scene).draw(moving.filter(this::isDrawable), "X" + (generator + 1), eps, names));
        }
        return system.equations().size() <= 2 && Plane.has(scene)
                ? Optional.of(plane().portrait(names))
                : Optional.empty();
    }

    /** The level sets of the first conserved quantity that can be drawn. */
    public Optional<Drawing> levels() {
        if (!isDrawable() || !isLine() && !Plane.has(scene)) {
            return Optional.empty();
        }
        return drawn().map(i -> {
            IExpr q = result.conserved().get(i).claim().expression();
            String name = "I" + (i + 1);
            return isLine() ? Plane.levelsInTime(scene, q, name, names) : plane().levels(q, name, names);
        });
    }

    /** The first proved quantity that has a value at each point of the plane. */
    private Optional<Integer> drawn() {
        for (int i = 0; i < result.conserved().size(); i++) {
            IExpr q = result.conserved().get(i).claim().expression();
            boolean stands = result.conserved().get(i).verdict() instanceof Verdict.Proved;
            if (stands
                    && scene.knows(q)
                    && (isLine() || Expr.isFreeOf(q, scene.system().independent()))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The phase plane, where there is one: the part of it where the quantity that is drawn has values too. */
    private Plane plane() {
        return new Plane(
                scene,
                drawn().map(i -> result.conserved().get(i).claim().expression()).stream()
                        .toList());
    }

    /**
     * The drift of the quantities in time, where some are printed ones that drift, or where there is no plane to draw in. The constants that
     * printed quantities name have numbers like the parameters.
     */
    public Optional<Drawing> drift() {
        List<ConservedQuantity> claims =
                result.conserved().stream().map(Judged::claim).toList();
        List<IExpr> printed = claims.stream()
                .filter(Pictures::isPrinted)
                .map(ConservedQuantity::expression)
                .toList();
        Scene numbers = scene.withConstantsOf(printed);
        List<Drift.Named> out = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            IExpr q = claims.get(i).expression();
            if (numbers.knows(q)) {
                out.add(new Drift.Named("I" + (i + 1), q, isPrinted(claims.get(i))));
            }
        }
        boolean wanted = !printed.isEmpty() || !isLine() && !Plane.has(scene);
        return isDrawable() && wanted && !out.isEmpty()
                ? Optional.of(new Drift(numbers).draw(out, names))
                : Optional.empty();
    }

    private static boolean isPrinted(ConservedQuantity q) {
        return q.kind() == ConservedQuantity.Kind.PRINTED;
    }

    /** All that there are. */
    public List<Drawing> all() {
        List<Drawing> out = new ArrayList<>();
        solutions().ifPresent(out::add);
        levels().ifPresent(out::add);
        drift().ifPresent(out::add);
        return out;
    }

    private boolean isDrawable() {
        return scene.system().functions().isEmpty()
                && scene.system().equations().stream().allMatch(e -> scene.knows(e.rhs()));
    }

    private boolean isLine() {
        return scene.coordinates().size() == 2;
    }

    private boolean isDrawable(Generator x) {
        return x.infinitesimals().stream().allMatch(scene::knows);
    }

    /** The index of the generator whose group moves solutions most tellingly: not along themselves, and not all points alike. */
    private int mover() {
        int best = -1;
        int most = 0;
        for (int i = 0; i < result.generators().size(); i++) {
            Generator x = result.generators().get(i).claim();
            int score = isDrawable(x) && isLine() ? score(x) : 0;
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private int score(Generator x) {
        IExpr rhs = scene.system().equations().get(0).rhs();
        IExpr along = x.along(scene.system().independent());
        IExpr up = x.along(scene.system().states().get(0));
        if (up.equals(Expr.times(along, rhs))) {
            return 0;
        }
        boolean constant = Expr.isNumber(along) && Expr.isNumber(up);
        return constant ? 1 : 2;
    }
}
