package dev.prolong.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report, and what belongs beside it.
 *
 * @param pictures file names with what is in them, which the text refers to
 */
public record Written(String text, Map<String, String> pictures) {
    public Written {
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }
}
