package dev.prolong.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source text of the members of package {@code support}, to be copied into generated classes. */
final class SupportLibrary {
    /** The classes of the package; their sources lie beside the compiled classes as resources. */
    static final List<String> CLASSES = List.of(
            "ExponentialAndLogarithm",
            "HyperbolicFunctions",
            "ExponentialFunctions",
            "SineAndCosine",
            "TrigonometricLogarithms",
            "ErrorFunctions",
            "ExponentialIntegral",
            "LambertFunction",
            "Quadrature");

    private static final Pattern DECLARATION =
            Pattern.compile("^    static (?:final )?[\\w\\[\\]]+ (\\w+)(?: =|\\()", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    private static final SupportLibrary INSTANCE = new SupportLibrary();

    private final Map<String, String> members = new LinkedHashMap<>();

    private SupportLibrary() {
        CLASSES.forEach(name -> readMembers(read(name)));
    }

    static SupportLibrary instance() {
        return INSTANCE;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The members of these names and all that they need, private, in the order of the library. */
    List<String> closure(Collection<String> names) {
        Set<String> needed = new TreeSet<>();
        names.forEach(name -> collect(name, needed));
        List<String> out = new ArrayList<>();
        members.forEach((name, text) -> {
            if (needed.contains(name)) {
                out.add(text.replaceFirst("(?m)^    static ", "    private static "));
            }
        });
        return out;
    }

    private void collect(String name, Set<String> needed) {
        String text = members.get(name);
        if (text != null && needed.add(name)) {
            Matcher word = WORD.matcher(COMMENT.matcher(text).replaceAll(""));
            while (word.find()) {
                collect(word.group(), needed);
            }
        }
    }

    /** Cuts a class into members: each ends with the first line that closes it at the indentation of members. */
    private void readMembers(String source) {
        StringBuilder member = new StringBuilder();
        boolean inside = false;
        for (String line : source.split("\n")) {
            if (line.startsWith("final class")) {
                inside = true;
            } else if (inside && !line.isBlank()) {
                member.append(line).append('\n');
                boolean field = line.startsWith("    static") && line.endsWith(";");
                if (field || line.startsWith("    }") || line.startsWith("    private")) {
                    keep(member.toString());
                    member.setLength(0);
                }
            }
        }
    }

    private void keep(String member) {
        Matcher declaration = DECLARATION.matcher(member);
        if (declaration.find()) {
            members.put(declaration.group(1), member);
        }
    }

    private static String read(String name) {
        String path = "/codegen-support/" + name + ".java";
        try (InputStream in = SupportLibrary.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
