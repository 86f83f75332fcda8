/** Tests in a headless Chromium and with LaTeX, which only their own profiles run. */
package dev.prolong.browser;
