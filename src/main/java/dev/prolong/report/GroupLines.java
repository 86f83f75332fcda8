package dev.prolong.report;

import dev.prolong.group.GroupAction;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.ISymbol;

/** The transformations of the one-parameter groups; coordinates that stay fixed are left out. */
final class GroupLines {
    private GroupLines() {}

    static List<Block> of(CaseResult result, Notation notation) {
        List<Block> out = new ArrayList<>();
        for (GroupAction action : result.group()) {
            List<ISymbol> coordinates = action.generator().coordinates();
            List<Line> moved = new ArrayList<>();
            for (int i = 0; i < coordinates.size(); i++) {
                if (!action.images().get(i).equals(coordinates.get(i))) {
                    moved.add(new Line(
                            notation.image(coordinates.get(i)),
                            notation.display(action.images().get(i))));
                }
            }
            String name = notation.name(GeneratorName.of(number(result, action)));
            Prose head = new Prose().math(name);
            if (action.order() > 0) {
                head.then(": Lie series, cut after order " + action.order() + " in ")
                        .math(notation.name("eps"));
            } else if (!action.exact()) {
                head.then(": checked at points, not proved");
            }
            action.domain().ifPresent(d -> head.then(", where ").math(notation.tree(d)));
            out.add(new Paragraph(head.then(moved.isEmpty() ? ": fixes every point." : ":")));
            if (!moved.isEmpty()) {
                out.add(new Display(moved));
            }
        }
        return out;
    }

    /** The number, from 1, of the generator that an action belongs to. */
    static int number(CaseResult result, GroupAction action) {
        for (int i = 0; i < result.generators().size(); i++) {
            if (result.generators().get(i).claim().equals(action.generator())) {
                return i + 1;
            }
        }
        return result.group().indexOf(action) + 1;
    }
}
