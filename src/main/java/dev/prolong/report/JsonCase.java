package dev.prolong.report;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.PairingForm;
import dev.prolong.conservation.TrainingLaw;
import dev.prolong.group.GroupAction;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.symmetry.AlgebraStructure;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The keys of one {@link CaseResult}, within an object that is open. */
final class JsonCase {
    private final JsonWriter json;
    private final CaseResult result;
    private final KernelNames names;

    JsonCase(JsonWriter json, CaseResult result, KernelNames names) {
        this.names = names;
        this.json = json;
        this.result = result;
    }

    void assumptions() {
        json.key("assumptions")
                .strings(CaseSections.assumptions(result).stream()
                        .map(Assumption::toString)
                        .toList());
    }

    void results() {
        json.key("determiningEquations")
                .strings(JsonReport.expressions(result.determining().trees()));
        symmetries();
        solution();
        json.key("group").array();
        result.group().forEach(this::action);
        json.end();
        json.key("conserved").array();
        for (int i = 0; i < result.conserved().size(); i++) {
            conserved(i + 1, result.conserved().get(i));
        }
        json.end();
        json.key("independentConserved").value(result.independentConserved());
    }

    private void symmetries() {
        SymmetryAlgebra algebra = result.algebra();
        json.key("symmetries").object();
        json.key("dimension");
        algebra.dimension().ifPresentOrElse(d -> json.value(d.longValue()), json::nothing);
        json.key("complete").value(algebra.complete());
        json.key("infinite").value(algebra.infinite());
        algebra.general().ifPresent(g -> {
            json.key("general");
            components(g.coordinates(), g.infinitesimals());
        });
        json.key("generators").array();
        for (int i = 0; i < result.generators().size(); i++) {
            generator(i);
        }
        json.end();
        json.key("commutators").array();
        result.commutators().forEach(row -> json.strings(JsonReport.expressions(row)));
        json.end();
        result.structure().ifPresent(this::structure);
        json.end();
    }

    private void structure(AlgebraStructure structure) {
        json.key("structure").object();
        json.key("name");
        structure.name().ifPresentOrElse(json::value, json::nothing);
        json.key("kind").value(structure.kind());
        json.key("abelian").value(structure.isAbelian());
        json.key("nilpotent").value(structure.isNilpotent());
        json.key("solvable").value(structure.isSolvable());
        json.key("semisimple").value(structure.isSemisimple());
        json.key("derivedSeries").array();
        structure.derivedSeries().forEach(json::value);
        json.end();
        json.key("lowerCentralSeries").array();
        structure.lowerCentralSeries().forEach(json::value);
        json.end();
        json.key("center").value(structure.center());
        json.key("radical").value(structure.radical());
        json.end();
    }

    private void generator(int i) {
        Judged<Generator> judged = result.generators().get(i);
        json.object();
        json.key("name").value("X" + (i + 1));
        json.key("infinitesimals");
        components(judged.claim().coordinates(), judged.claim().infinitesimals());
        json.key("verdict").value(judged.verdict().word());
        expression("domain", i < result.domains().size() ? result.domains().get(i) : Optional.empty());
        json.end();
    }

    private void components(List<ISymbol> coordinates, List<IExpr> expressions) {
        json.object();
        for (int i = 0; i < coordinates.size(); i++) {
            json.key(InputForm.of(coordinates.get(i))).value(names.text(expressions.get(i)));
        }
        json.end();
    }

    private void solution() {
        if (!result.solution().isEmpty()) {
            json.key("solution");
            components(result.system().states(), result.solution());
        }
    }

    private void action(GroupAction action) {
        json.object();
        json.key("generator").value("X" + GroupLines.number(result, action));
        json.key("transformations");
        components(action.generator().coordinates(), action.images());
        json.key("exact").value(action.exact());
        if (!action.exact()) {
            json.key("order").value(action.order());
        }
        expression("domain", action.domain());
        json.end();
    }

    private void conserved(int number, Judged<ConservedQuantity> judged) {
        ConservedQuantity quantity = judged.claim();
        Verdict verdict = judged.verdict();
        json.object();
        json.key("name").value("I" + number);
        json.key("expression").value(names.text(quantity.expression()));
        json.key("kind").value(quantity.kind().text());
        json.key("from").strings(quantity.from().stream().map(k -> "X" + k).toList());
        json.key("verdict").value(verdict.word());
        expression("domain", quantity.domain());
        expression(
                "condition", verdict instanceof Verdict.Conditional c ? Optional.of(c.condition()) : Optional.empty());
        json.key("counterexample");
        if (verdict instanceof Verdict.Refuted r) {
            JsonVerdict.witness(json, r.witness());
        } else {
            json.nothing();
        }
        if (verdict instanceof Verdict.Undecided u) {
            json.key("reason").value(u.reason());
        }
        json.key("branches").strings(JsonReport.expressions(quantity.branches()));
        if (!quantity.note().isEmpty()) {
            json.key("note").value(quantity.note());
        }
        if (!quantity.instead().isEmpty()) {
            json.key("instead").strings(JsonReport.expressions(quantity.instead()));
        }
        quantity.pairing().ifPresent(this::pairing);
        json.end();
    }

    private void pairing(PairingForm form) {
        json.key("discrete").value(form.discrete());
        json.key("vectorForm").value(form.vectorForm());
        json.key("transformation").object();
        Generator x = form.transformation();
        for (int i = 0; i < x.coordinates().size(); i++) {
            if (!x.infinitesimals().get(i).equals(Expr.ZERO)) {
                json.key(InputForm.of(x.coordinates().get(i)))
                        .value(InputForm.of(x.infinitesimals().get(i)));
            }
        }
        json.end();
        form.training().ifPresent(this::training);
    }

    private void training(TrainingLaw law) {
        json.key("training").object();
        json.key("identity").value(InputForm.of(law.identity()));
        json.key("vectorForm").value(law.vectorForm());
        law.constant().ifPresent(m -> {
            json.key("constant").value(InputForm.of(m.expression()));
            json.key("constantVectorForm").value(m.vectorForm());
            json.key("degree").value(m.degree());
        });
        json.end();
    }

    private void expression(String key, Optional<IExpr> value) {
        json.key(key);
        value.ifPresentOrElse(v -> json.value(InputForm.of(v)), json::nothing);
    }
}
