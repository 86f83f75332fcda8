package dev.prolong.report;

import dev.prolong.algebra.InputForm;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A result as one JSON object of the schema {@code prolong/1}. Expressions are strings in the input language. */
public final class JsonReport {
    static final String SCHEMA = "prolong/1";

    private final JsonWriter json;

    private JsonReport(JsonWriter json) {
        this.json = json;
    }

    static String of(DerivationResult result) {
        JsonWriter json = JsonWriter.pretty();
        write(result, json);
        return json + "\n";
    }

    /** Writes the object of a result where a value is due. */
    public static void write(DerivationResult result, JsonWriter json) {
        new JsonReport(json).result(result);
    }

    private void result(DerivationResult result) {
        json.object();
        json.key("schema").value(SCHEMA);
        system(result.system());
        KernelNames names = KernelNames.of(result);
        JsonCase overall = new JsonCase(json, result.overall(), names);
        overall.assumptions();
        json.key("ansatz").value(result.ansatz().toString());
        overall.results();
        json.key("kernels");
        names.write(json);
        json.key("cases").array();
        result.cases().forEach(c -> piece(c, names));
        json.end();
        json.key("limits").strings(result.limits());
        json.key("derivation").array();
        result.steps().forEach(this::step);
        json.end();
        json.key("timings").object();
        result.timings().forEach((stage, seconds) -> json.key(stage).value(seconds));
        json.end();
        json.end();
    }

    static void system(DifferentialSystem system, JsonWriter json) {
        new JsonReport(json).system(system);
    }

    private void system(DifferentialSystem system) {
        json.key("system").object();
        json.key("name");
        if (system.name().isEmpty()) {
            json.nothing();
        } else {
            json.value(system.name());
        }
        json.key("independent").value(InputForm.of(system.independent()));
        json.key("states").strings(names(system.states()));
        json.key("parameters").strings(names(system.parameters()));
        if (!system.functions().isEmpty()) {
            json.key("functions").strings(names(system.functions()));
        }
        equations(system);
        if (!system.origin().vectorForm().isEmpty()) {
            json.key("vectorForm").strings(system.origin().vectorForm());
        }
        json.end();
    }

    private void equations(DifferentialSystem system) {
        json.key("equations").array();
        for (Equation e : system.equations()) {
            json.object();
            json.key("state").value(InputForm.of(e.state()));
            json.key("order").value(e.order());
            json.key("rhs").value(InputForm.of(e.rhs()));
            json.end();
        }
        json.end();
    }

    private void piece(CaseResult piece, KernelNames names) {
        json.object();
        json.key("condition");
        piece.condition().ifPresentOrElse(c -> json.value(InputForm.of(c)), json::nothing);
        equations(piece.system());
        JsonCase part = new JsonCase(json, piece, names);
        part.assumptions();
        part.results();
        json.end();
    }

    private void step(Step step) {
        json.object();
        json.key("stage").value(step.stage().name().toLowerCase(Locale.ROOT));
        json.key("law").value(step.law());
        json.key("why").value(step.why());
        json.key("formulas")
                .strings(step.formulas().stream().map(JsonReport::formula).toList());
        json.key("reference").value(step.reference());
        json.end();
    }

    private static String formula(Formula formula) {
        String left = InputForm.of(formula.left());
        return formula.right().map(r -> left + " = " + InputForm.of(r)).orElse(left);
    }

    static List<String> names(Collection<? extends ISymbol> symbols) {
        return symbols.stream().map(InputForm::of).toList();
    }

    static List<String> expressions(Collection<? extends IExpr> expressions) {
        return expressions.stream().map(InputForm::of).toList();
    }
}
