package dev.prolong.cli;

/** What every command works with. */
record Session(Terminal terminal, Engine engine) {}
