package dev.prolong.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Running text: words, formulas and references to numbered steps in turn. */
final class Prose {
    private enum Kind {
        WORDS,
        FORMULA,
        STEP
    }

    private record Piece(String text, Kind kind) {}

    private final List<Piece> pieces = new ArrayList<>();

    static Prose words(String words) {
        return new Prose().then(words);
    }

    Prose then(String words) {
        pieces.add(new Piece(words, Kind.WORDS));
        return this;
    }

    Prose math(String formula) {
        pieces.add(new Piece(formula, Kind.FORMULA));
        return this;
    }

    Prose then(Prose more) {
        pieces.addAll(more.pieces);
        return this;
    }

    /** Formulas separated by commas. */
    Prose list(List<String> formulas) {
        for (int i = 0; i < formulas.size(); i++) {
            if (i > 0) {
                then(", ");
            }
            math(formulas.get(i));
        }
        return this;
    }

    /** References to steps, separated by commas. */
    Prose steps(List<Integer> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                then(", ");
            }
            pieces.add(new Piece(String.valueOf(numbers.get(i)), Kind.STEP));
        }
        return this;
    }

    /** Words in which names of symbols stand between backquotes. */
    Prose quoting(String text, UnaryOperator<String> name) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1 && i < parts.length - 1) {
                math(name.apply(parts[i]));
            } else if (!parts[i].isEmpty()) {
                then(parts[i]);
            }
        }
        return this;
    }

    String render(UnaryOperator<String> words, UnaryOperator<String> formula) {
        return render(words, formula, n -> words.apply("(" + n + ")"));
    }

    String render(UnaryOperator<String> words, UnaryOperator<String> formula, IntFunction<String> step) {
        StringBuilder out = new StringBuilder();
        for (Piece p : pieces) {
            out.append(
                    switch (p.kind()) {
                        case WORDS -> words.apply(p.text());
                        case FORMULA -> formula.apply(p.text());
                        case STEP -> step.apply(Integer.parseInt(p.text()));
                    });
        }
        return out.toString();
    }
}
