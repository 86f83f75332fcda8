package dev.prolong.report;

import dev.prolong.algebra.InputForm;
import dev.prolong.pipeline.ExaminedClaim;
import dev.prolong.pipeline.FailedEquation;
import dev.prolong.pipeline.UserClaim;
import dev.prolong.pipeline.VerificationResult;
import dev.prolong.verification.Drift;
import dev.prolong.verification.Residual;

/** What came out of a user's claims, as one JSON object. */
final class JsonClaims {
    private final JsonWriter json = JsonWriter.pretty();

    private JsonClaims() {}

    static String of(VerificationResult result) {
        JsonClaims claims = new JsonClaims();
        claims.result(result);
        return claims.json + "\n";
    }

    private void result(VerificationResult result) {
        json.object();
        json.key("schema").value(JsonReport.SCHEMA);
        JsonReport.system(result.system(), json);
        json.key("verdict").value(result.word());
        json.key("claims").array();
        result.claims().forEach(this::claim);
        json.end();
        json.key("limits").strings(result.limits());
        json.key("timings").object();
        result.timings().forEach((stage, seconds) -> json.key(stage).value(seconds));
        json.end();
        json.end();
    }

    private void claim(ExaminedClaim examined) {
        UserClaim claim = examined.claim();
        json.object();
        json.key("claim").value(claim.text());
        if (claim instanceof UserClaim.Symmetry s) {
            json.key("kind").value("generator");
            json.key("infinitesimals").object();
            s.claim().components().forEach((x, e) -> json.key(InputForm.of(x)).value(InputForm.of(e)));
            json.end();
        } else if (claim instanceof UserClaim.Quantity q) {
            json.key("kind").value("quantity");
            json.key("expression").value(InputForm.of(q.claim().expression()));
        }
        json.key("constants").strings(JsonReport.names(claim.constants()));
        JsonVerdict.keys(json, examined.examination().verdict());
        json.key("residuals").array();
        examined.examination().residuals().forEach(this::residual);
        json.end();
        if (!examined.failing().isEmpty()) {
            json.key("failing").array();
            examined.failing().forEach(this::failed);
            json.end();
        }
        examined.drift().ifPresent(this::drift);
        json.end();
    }

    private void drift(Drift drift) {
        json.key("data").object();
        json.key("points").value(drift.rows());
        json.key("initial").exactly(drift.initial());
        json.key("drift").exactly(drift.largest());
        json.key("relative");
        drift.relative().ifPresentOrElse(json::exactly, json::nothing);
        json.key("at").exactly(drift.at());
        json.end();
    }

    private void failed(FailedEquation failed) {
        json.object();
        json.key("determiningEquation").value(InputForm.of(failed.equation()));
        json.key("value").value(InputForm.of(failed.value()));
        json.end();
    }

    private void residual(Residual residual) {
        json.object();
        json.key("of").value(residual.of());
        json.key("expression").value(InputForm.of(residual.expression()));
        json.end();
    }
}
