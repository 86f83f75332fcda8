package dev.prolong;

import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.source.SourceText;
import dev.prolong.symmetry.Generator;
import dev.prolong.syntax.OdeParser;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Trees from text, for tests. */
public final class Read {
    private Read() {}

    public static DifferentialSystem system(String equations) {
        return Elaboration.of(OdeParser.parse(SourceText.of("test", equations))).system();
    }

    /** An expression; its names are the system's, or free constants. */
    public static IExpr expression(String text, DifferentialSystem system) {
        return Claims.quantity(SourceText.of("test", text), system, ActivationLibrary.standard())
                .expression();
    }

    /** An expression in t, x, y, z and free constants. */
    public static IExpr expression(String text) {
        return expression(text, system("states x, y, z; x' = 1; y' = 1; z' = 1"));
    }

    /** A generator such as {@code t: 1, z: 0} on the coordinates of the system. */
    public static Generator generator(String text, DifferentialSystem system) {
        var components = Claims.generator(SourceText.of("test", text), system, ActivationLibrary.standard())
                .components();
        List<ISymbol> coordinates = new ArrayList<>(List.of(system.independent()));
        coordinates.addAll(system.states());
        return new Generator(
                coordinates,
                coordinates.stream()
                        .map(c -> components.getOrDefault(c, dev.prolong.algebra.Expr.ZERO))
                        .toList());
    }
}
