package dev.prolong.report.picture;

import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.ISymbol;

/** How names are written in pictures: what is too long for a label is cut. */
record PictureNames(UnaryOperator<String> spelling) {
    private static final int LONGEST = 24;

    String of(ISymbol s) {
        return of(s.getSymbolName());
    }

    String of(String name) {
        String label = spelling.apply(name);
        return label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label;
    }
}
