package dev.prolong.report.picture;

import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.ISymbol;

/** How names are written in pictures. */
record PictureNames(UnaryOperator<String> spelling) {
    String of(ISymbol s) {
        return spelling.apply(s.getSymbolName());
    }
}
