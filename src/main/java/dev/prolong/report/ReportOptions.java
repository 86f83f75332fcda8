package dev.prolong.report;

/**
 * What a reader wishes of a report.
 *
 * @param width cells of a terminal's line, for text
 * @param ascii whether text keeps to ASCII
 * @param timings whether text says where the time went
 */
public record ReportOptions(int width, boolean ascii, boolean timings) {
    public static final ReportOptions DEFAULT = new ReportOptions(90, false, false);

    private static final int NARROWEST = 40;

    public ReportOptions {
        width = Math.max(NARROWEST, width);
    }
}
