package dev.prolong.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** KaTeX for one self-contained page: its program and its style with the fonts inlined. (MIT licence, beside its files.) */
public final class Katex {
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final List<String> FONTS = List.of(
            "AMS-Regular",
            "Main-Regular",
            "Main-Italic",
            "Main-Bold",
            "Math-Italic",
            "Size1-Regular",
            "Size2-Regular",
            "Size3-Regular",
            "Size4-Regular");

    private Katex() {}

    /** The program; defines {@code katex}. */
    public static String script() {
        return new String(resource("katex.min.js"), StandardCharsets.UTF_8).strip();
    }

    /** The style sheet, with each font as a data address. */
    public static String style() {
        StringBuilder out = new StringBuilder();
        for (String font : FONTS) {
            String family = "KaTeX_" + font.substring(0, font.indexOf('-'));
            out.append("@font-face{font-display:block;font-family:")
                    .append(family)
                    .append(";font-style:")
                    .append(font.endsWith("Italic") ? "italic" : "normal")
                    .append(";font-weight:")
                    .append(font.endsWith("Bold") ? "700" : "400")
                    .append(";src:url(data:font/woff2;base64,")
                    .append(Base64.getEncoder().encodeToString(resource("KaTeX_" + font + ".woff2")))
                    .append(") format(\"woff2\")}\n");
        }
        String rules = new String(resource("katex.min.css"), StandardCharsets.UTF_8);
        return out + FONT_FACE.matcher(rules).replaceAll("").strip() + "\n";
    }

    /** The source by which a Content-Security-Policy allows one inline script or style: {@code 'sha256-…'}. */
    public static String allowed(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Katex.class.getResourceAsStream("katex/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the program: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
