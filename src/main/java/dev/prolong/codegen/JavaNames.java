package dev.prolong.codegen;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Hands out Java identifiers, each once, whatever the names they are made from look like. */
final class JavaNames {
    private static final int LONGEST = 60;

    private final Set<String> taken;

    /** @param reserved names that are not to be handed out */
    JavaNames(Set<String> reserved) {
        taken = new HashSet<>(reserved);
    }

    /** A copy: names handed out by one are not taken in the other. */
    JavaNames copy() {
        return new JavaNames(taken);
    }

    /** An identifier that looks like the wish and was not handed out before. */
    String fresh(String wish) {
        String base = identifier(wish);
        String name = base;
        String separator = Character.isDigit(base.charAt(base.length() - 1)) ? "_" : "";
        for (int i = 2; !taken.add(name); i++) {
            name = base + separator + i;
        }
        return name;
    }

    /** The first of the letters that was not handed out, or the last of them. */
    String unused(String letters) {
        return letters.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(letters.substring(letters.length() - 1));
    }

    /** The identifier nearest to any text: other characters than ASCII letters, digits and {@code _} are replaced. */
    static String identifier(String wish) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < wish.length() && out.length() < LONGEST; i++) {
            char c = wish.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == '\'') {
                out.append("Prime");
            } else if (letter || c == '_' || c >= '0' && c <= '9' && out.length() > 0) {
                out.append(c);
            } else {
                out.append(out.length() == 0 ? "n" : "_");
                out.append(c >= '0' && c <= '9' ? String.valueOf(c) : "");
            }
        }
        String name = out.toString();
        if (name.chars().allMatch(c -> c == '_')) {
            return "n" + name;
        }
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name, SourceVersion.latest())
                ? name
                : name + "_";
    }

    /** The same with a first letter in upper case and without underscores, for a class; empty for an empty wish. */
    static String className(String wish) {
        StringBuilder out = new StringBuilder();
        for (String word : wish.isEmpty() ? new String[0] : identifier(wish).split("_+")) {
            out.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    /** Whether Java accepts this as the name of a package; the empty name is that of the unnamed package. */
    static boolean isPackageName(String name) {
        return name.isEmpty()
                || name.chars().allMatch(c -> c < 128) && SourceVersion.isName(name, SourceVersion.latest());
    }
}
