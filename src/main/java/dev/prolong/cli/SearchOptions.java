package dev.prolong.cli;

import dev.prolong.pipeline.IntegralSearch;
import dev.prolong.pipeline.Options;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how far to search. */
final class SearchOptions {
    @Option(
            names = "--integrals",
            paramLabel = "none|quick|full",
            description = "How far to search for first integrals; by default quick.")
    private String integrals = IntegralSearch.QUICK.text();

    /**
     * What to ask the engine.
     *
     * @throws UsageException if there is no such search
     */
    Options options(Optional<Duration> limit) throws UsageException {
        IntegralSearch search = IntegralSearch.byName(integrals)
                .orElseThrow(
                        () -> new UsageException("unknown search " + integrals + ": there are none, quick and full"));
        Options options = Options.DEFAULT.withIntegrals(search);
        return limit.map(options::withLimit).orElse(options);
    }
}
