package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.Equation;
import dev.prolong.pipeline.ExaminedClaim;
import dev.prolong.pipeline.FailedEquation;
import dev.prolong.pipeline.UserClaim;
import dev.prolong.pipeline.VerificationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Items;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Drift;
import dev.prolong.verification.Residual;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Lays out what came out of a user's claims: the system, then each claim with its verdict and what it rests on. */
final class ClaimOutline {
    /** Longer residuals are left to the JSON. */
    private static final int SHOWN = 400;

    private final VerificationResult result;
    private final Notation notation;

    private ClaimOutline(VerificationResult result, Notation notation) {
        this.result = result;
        this.notation = notation;
    }

    static Document of(VerificationResult result, Notation notation, boolean timings) {
        ClaimOutline outline = new ClaimOutline(result, notation);
        List<Section> sections = new ArrayList<>();
        sections.add(outline.system());
        result.claims().forEach(c -> sections.add(outline.claim(c)));
        if (!result.limits().isEmpty()) {
            List<Prose> items = result.limits().stream().map(Prose::words).toList();
            sections.add(new Section(1, Prose.words("Limits reached"), List.of(new Items(items))));
        }
        if (timings) {
            sections.add(Outline.timings(result.timings()));
        }
        String name = result.system().name();
        return new Document(name.isEmpty() ? "Claims on a differential system" : "Claims on " + name, sections);
    }

    private Section system() {
        List<Line> lines = new ArrayList<>();
        for (Equation e : result.system().equations()) {
            lines.add(new Line(notation.tree(e.leading()), notation.display(e.rhs())));
        }
        return new Section(1, Prose.words("System"), List.of(new Display(lines)));
    }

    private Section claim(ExaminedClaim examined) {
        UserClaim claim = examined.claim();
        boolean symmetry = claim instanceof UserClaim.Symmetry;
        String field = claim instanceof UserClaim.Symmetry s
                ? notation.vectorField(generator(s))
                : notation.display(((UserClaim.Quantity) claim).claim().expression());
        Prose heading = Prose.words(symmetry ? "Claim: this is a symmetry" : "Claim: this is conserved");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Display(List.of(new Line("", field))));
        if (!claim.constants().isEmpty()) {
            blocks.add(new Paragraph(Prose.words("Free constants: ")
                    .list(claim.constants().stream().map(notation::name).toList())
                    .then(".")));
        }
        Verdict verdict = examined.examination().verdict();
        blocks.add(new Paragraph(sentence(new VerdictWords(notation).of(verdict))));
        if (verdict instanceof Verdict.Refuted && !claim.constants().isEmpty()) {
            blocks.add(new Paragraph(Prose.words("No values of the free constants make it hold, except such as make it "
                    + (symmetry ? "zero." : "a constant."))));
        }
        if (!(verdict instanceof Verdict.Proved)) {
            residuals(blocks, examined.examination().residuals());
        }
        failing(blocks, examined.failing());
        examined.drift().ifPresent(d -> blocks.add(new Paragraph(drift(d))));
        return new Section(1, heading, blocks);
    }

    private static Prose drift(Drift drift) {
        Prose out = Prose.words("Along the data (" + drift.rows() + " points) it begins with ")
                .math(number(drift.initial()))
                .then(" and strays from that by at most ")
                .math(number(drift.largest()));
        if (drift.largest() > 0) {
            out.then(", at ").math(number(drift.at())).then(" of the first column");
        }
        drift.relative().ifPresent(r -> out.then("; relative: ").math(number(r)));
        return out.then(".");
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.6g", x);
    }

    private static Generator generator(UserClaim.Symmetry s) {
        List<ISymbol> coordinates = List.copyOf(s.claim().components().keySet());
        List<IExpr> infinitesimals = List.copyOf(s.claim().components().values());
        return new Generator(coordinates, infinitesimals);
    }

    private void residuals(List<Block> blocks, List<Residual> residuals) {
        for (Residual residual : residuals) {
            if (residual.expression().equals(Expr.ZERO)) {
                continue;
            }
            String formula = notation.display(residual.expression());
            Prose what = Prose.words("What must vanish, " + residual.of() + ", is");
            if (formula.length() > SHOWN) {
                blocks.add(new Paragraph(what.then(" too long to be shown here.")));
            } else {
                blocks.add(new Paragraph(what.then(":")));
                blocks.add(new Display(List.of(new Line("", formula))));
            }
        }
    }

    private void failing(List<Block> blocks, List<FailedEquation> failing) {
        List<Line> lines = new ArrayList<>();
        for (FailedEquation f : failing) {
            String left = notation.tree(f.equation());
            String value = notation.tree(f.value());
            if (left.length() + value.length() <= SHOWN) {
                lines.add(new Line("", notation.equation(left, value)));
            }
        }
        if (!lines.isEmpty()) {
            String some = lines.size() < failing.size() ? ", the short ones" : "";
            blocks.add(new Paragraph(Prose.words("Determining equations that the claim does not satisfy" + some
                    + "; for a symmetry each of these would be 0:")));
            blocks.add(new Display(lines));
        }
    }

    private static Prose sentence(Prose verdict) {
        return Prose.words("Verdict: ").then(verdict).then(".");
    }
}
