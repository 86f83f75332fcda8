package dev.prolong.cli;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.ClaimCheck;
import dev.prolong.pipeline.UserClaim;
import dev.prolong.pipeline.VerificationResult;
import dev.prolong.report.Format;
import dev.prolong.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.matheclipse.core.interfaces.ISymbol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: a user's own claims. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Examines what you claim of a system: that it has a symmetry, or that a quantity is conserved.",
        footer = {
            "",
            "Names in a claim that the system does not know are free constants. Of several claims the worst verdict gives"
                    + " the exit code: 1 refuted, 6 undecided, 5 conditional, 0 the claims hold."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Option(
            names = {"-g", "--generator"},
            paramLabel = "CLAIM",
            description = "That this is a symmetry: \"t: 1, z: 0\" or \"T=1, Z=0\"; may be repeated.")
    private List<String> generators = List.of();

    @Option(
            names = "--quantity",
            paramLabel = "EXPRESSION",
            description = "That this is conserved: \"z - t\"; may be repeated.")
    private List<String> quantities = List.of();

    @Mixin
    private final DataOptions data = new DataOptions();

    private final Session session;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Format format = output.check();
        if (generators.isEmpty() && quantities.isEmpty()) {
            throw new UsageException("what claim? Give --generator \"t: 1, z: 0\" or --quantity \"z - t\"");
        }
        if (data.isPresent() && quantities.isEmpty()) {
            throw new UsageException("--data is for quantities: give --quantity \"z - t\"");
        }
        data.check();
        limits.limit();
        return limits.within(() -> verify(format));
    }

    private int verify(Format format) throws UsageException {
        Problem problem = input.problem(session);
        DifferentialSystem system = problem.system();
        List<UserClaim> claims = claims(system);
        Set<ISymbol> named = new HashSet<>(system.parameters());
        for (UserClaim claim : claims) {
            if (claim instanceof UserClaim.Quantity q) {
                named.addAll(Expr.symbols(q.claim().expression()));
            }
        }
        VerificationResult result =
                ClaimCheck.of(system, claims, limits.remaining(), data.trajectory(), data.values(named));
        output.write(session.terminal(), format.write(result, output.report(session.terminal())));
        return exitCode(result);
    }

    private List<UserClaim> claims(DifferentialSystem system) throws UsageException {
        ActivationLibrary library = input.library(session);
        List<UserClaim> claims = new ArrayList<>();
        for (String g : generators) {
            claims.add(new UserClaim.Symmetry(g, Claims.generator(SourceText.of("--generator", g), system, library)));
        }
        for (String q : quantities) {
            claims.add(new UserClaim.Quantity(q, Claims.quantity(SourceText.of("--quantity", q), system, library)));
        }
        return claims;
    }

    private int exitCode(VerificationResult result) {
        int limit = Limits.exitCode(result.limits(), session.terminal(), output.quiet());
        return switch (result.word()) {
            case "refuted" -> ExitCode.REFUTED;
            case "undecided" -> limit == ExitCode.DONE ? ExitCode.UNDECIDED : limit;
            case "conditional" -> ExitCode.CONDITIONAL;
            default -> limit;
        };
    }
}
