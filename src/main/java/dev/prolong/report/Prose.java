package dev.prolong.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Running text: words and formulas in turn. */
final class Prose {
    private record Piece(String text, boolean formula) {}

    private final List<Piece> pieces = new ArrayList<>();

    static Prose words(String words) {
        return new Prose().then(words);
    }

    Prose then(String words) {
        pieces.add(new Piece(words, false));
        return this;
    }

    Prose math(String formula) {
        pieces.add(new Piece(formula, true));
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

    String render(UnaryOperator<String> words, UnaryOperator<String> formula) {
        StringBuilder out = new StringBuilder();
        pieces.forEach(p -> out.append((p.formula() ? formula : words).apply(p.text())));
        return out.toString();
    }
}
