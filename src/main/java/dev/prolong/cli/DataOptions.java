package dev.prolong.cli;

import dev.prolong.algebra.Expr;
import dev.prolong.source.SourceText;
import dev.prolong.verification.Trajectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.ISymbol;
import picocli.CommandLine.Option;

/** The options that name a trajectory along which quantities are looked at. */
final class DataOptions {
    private static final int LARGEST = 1 << 28;

    @Option(
            names = "--data",
            paramLabel = "FILE.csv",
            description =
                    "A trajectory, with a line of names (t, the states, ..) above: say how far each quantity drifts"
                            + " along it.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter that is no column of the data; may be repeated.")
    private Map<String, Double> values = new LinkedHashMap<>();

    boolean isPresent() {
        return data.isPresent();
    }

    void check() throws UsageException {
        if (data.isEmpty() && !values.isEmpty()) {
            throw new UsageException("--set gives values for --data FILE.csv, which is missing");
        }
    }

    Optional<Trajectory> trajectory() throws UsageException {
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Path path = ProblemSource.path(data.get());
        if (Files.isDirectory(path)) {
            throw new UsageException("cannot read " + path + ": it is a directory");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Optional.of(Trajectory.read(SourceText.read(data.get(), in, LARGEST)));
        } catch (IOException e) {
            throw new UsageException(IoMessage.reading(data.get(), e));
        }
    }

    /**
     * The values given.
     *
     * @param known the symbols that can have one
     */
    Map<ISymbol, Double> values(Set<ISymbol> known) throws UsageException {
        Map<ISymbol, Double> out = new LinkedHashMap<>();
        for (Map.Entry<String, Double> given : values.entrySet()) {
            ISymbol symbol = Expr.symbol(given.getKey());
            if (!known.contains(symbol)) {
                throw new UsageException(
                        "--set " + given.getKey() + "=..: neither the system nor a quantity has this name");
            }
            out.put(symbol, given.getValue());
        }
        return out;
    }
}
