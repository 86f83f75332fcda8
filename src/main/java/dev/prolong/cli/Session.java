package dev.prolong.cli;

/** What every command works with: where it speaks, who derives, and what is being loaded meanwhile. */
record Session(Terminal terminal, Engine engine, WarmStart warmStart) {}
